"""Conditions on a result: the closed language of objectives, red lines, events and endings."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

ClauseStatus = Literal["carried", "bracketed", "not_put"]
DocumentStatus = Literal["signed", "noted", "lost", "not_put"]
Reply = Literal["attend", "attend_reserved", "observe", "away", "counter_call", "not_invited"]
Signature = Literal["signed", "reserved", "refused", "acceded", "denounced", "ignored", "none"]
Measure = Literal[
    "attendance",  # parties seated at the opening
    "observers",  # parties observing at the opening
    "begun",  # 0 lapsed, 1 consultation, 2 committee
    "postponed",  # 0 or 1
    "counter_meeting",  # parties in the counter-meeting, 0 if there was none
    "legitimacy",  # 0-100
    "overruled",  # wills of the parties overruled in the final terms
    "walkouts",  # parties that walked out
    "carried",  # clauses carried
    "bracketed",  # clauses bracketed
    "contested",  # clauses of `of` (default: of all documents) not carried unopposed
    "signatures",  # signatures on the document `of` (default: the most signed)
    "accessions",  # outside parties that acceded to some document
    "denunciations",  # outside parties that denounced
    "acceptance",  # parties of the outside blocs that accept
    "rejection",  # parties of the outside blocs that reject
    "standing",  # of the party `of`, at the end
    "tokens",  # of the party `of`, unspent
    "earned",  # pledges of the party `of` kept and earned
    "breaches",  # proven breaches of the party `of`
    "conditions_met",  # conditions of the party `of` met by the final terms
    "sponsored",  # texts carried that the party `of` sponsored first
    "seconded",  # texts carried that the party `of` co-sponsored
    "reservations",  # reservations of the party `of`
    "walked_out",  # 1 if the party `of` walked out
    "crossings",  # red lines the party `of` crossed without leave
]
SELF = "self"


class Strict(BaseModel):
    """A model that refuses unknown fields and cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class AllOf(Strict):
    """Holds when every part holds."""

    all: list[Condition] = Field(min_length=1)


class AnyOf(Strict):
    """Holds when at least one part holds."""

    any: list[Condition] = Field(min_length=1)


class Not(Strict):
    """Holds when the part does not."""

    not_: Condition = Field(alias="not")


class TermIs(Strict):
    """The operative option of a term is one of those named."""

    term: str
    is_: list[str] = Field(alias="is", min_length=1)


class ClauseIs(Strict):
    """The clause was carried with one of the formulations named, or has one of the states named."""

    clause: str
    is_: list[str] | None = Field(None, alias="is", min_length=1)
    status: list[ClauseStatus] | None = Field(None, min_length=1)

    @model_validator(mode="after")
    def _one_of_two(self) -> ClauseIs:
        if (self.is_ is None) == (self.status is None):
            raise ValueError("give either `is` (formulations) or `status`, not both")
        return self


class DocumentIs(Strict):
    """The document ended in one of the states named."""

    document: str
    is_: list[DocumentStatus] = Field(alias="is", min_length=1)


class ReplyIs(Strict):
    """The last reply of a party (`self` for one's own) to the invitation."""

    reply: str
    is_: list[Reply] = Field(alias="is", min_length=1)


class SignatureIs(Strict):
    """What a party put under a document; `any` document: the best it gave to one."""

    signature: str
    by: str = SELF
    is_: list[Signature] = Field(alias="is", min_length=1)


class MeasureIs(Strict):
    """A number of the result within bounds, both included."""

    measure: Measure
    of: str | None = None
    at_least: int | None = None
    at_most: int | None = None

    @model_validator(mode="after")
    def _bounded(self) -> MeasureIs:
        if self.at_least is None and self.at_most is None:
            raise ValueError("give `at_least`, `at_most` or both")
        return self


class Always(Strict):
    """Holds in every result; the last ending has it."""

    always: Literal[True]


KINDS = {
    "all": AllOf,
    "any": AnyOf,
    "not": Not,
    "term": TermIs,
    "clause": ClauseIs,
    "document": DocumentIs,
    "reply": ReplyIs,
    "signature": SignatureIs,
    "measure": MeasureIs,
    "always": Always,
}


def _kind(value: Any) -> str | None:
    """The key that names the kind of a condition, in a mapping or a model."""
    if isinstance(value, dict):
        return next((key for key in KINDS if key in value or f"{key}_" in value), None)
    return next((key for key, model in KINDS.items() if isinstance(value, model)), None)


Condition = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[TermIs, Tag("term")]
    | Annotated[ClauseIs, Tag("clause")]
    | Annotated[DocumentIs, Tag("document")]
    | Annotated[ReplyIs, Tag("reply")]
    | Annotated[SignatureIs, Tag("signature")]
    | Annotated[MeasureIs, Tag("measure")]
    | Annotated[Always, Tag("always")],
    Discriminator(
        _kind,
        custom_error_type="condition_kind",
        custom_error_message="a condition has one of the keys " + ", ".join(KINDS),
    ),
]

for _model in (AllOf, AnyOf, Not):
    _model.model_rebuild()
