"""Delegations with fictional names: fixed by a seed, plausible for each country.

Faker does the drawing through a provider of our own. It has no Mongolian or Syrian names, gives
scripts that a screen does not want, and titles; so the pools are in `names_data.py`. China, Korea,
Viet Nam and Japan put the family name first, Mongolia the father's; Hungary is told in English
order.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from game.content.names_data import COUNTRIES, DENIED, Country, Daughters

if TYPE_CHECKING:
    from game.content.models import Scenario

Role = Literal["head", "drafter"]
FALLBACK = "en_GB"
WOMEN_IN_100 = 35
TRIES = 200
LAST_LATIN = "\u024f"


@dataclass(frozen=True, slots=True)
class Delegate:
    """One member of a delegation."""

    name: str
    role: Role


def delegation(key: str, seed: int, size: int = 2) -> list[Delegate]:
    """The delegation of a country (a key of the pools, or a locale as `de_de`) under a seed."""
    draw = _source(key, seed)
    names: list[str] = []
    taken: set[str] = set()
    for _ in range(TRIES):
        if len(names) == size:
            break
        name, family, given = draw.delegate()
        if name not in DENIED and taken.isdisjoint({family, given}):
            names.append(name)
            taken |= {family, given}
    return [Delegate(name, "drafter" if index else "head") for index, name in enumerate(names)]


def delegations(scenario: Scenario, seed: int) -> dict[str, list[str]]:
    """The names of every delegation of a scenario, drawn by the seed."""
    return {
        party.id: [delegate.name for delegate in delegation(party.names, seed + number)]
        for number, party in enumerate(scenario.parties)
    }


def _source(key: str, seed: int) -> Any:
    """A generator of names for a key, at the start of its draws."""
    from faker import Faker, Generator

    if key in COUNTRIES:
        generator = Generator()
        provider = _pool_provider()
        generator.add_provider(provider(generator, COUNTRIES[key]))
    else:
        generator = Faker(_locale(key))._factories[0]
        generator.add_provider(_locale_provider()(generator))
    word = hashlib.sha256(f"{key}:{seed}".encode()).digest()
    generator.seed_instance(int.from_bytes(word[:8], "big"))
    return generator


@cache
def _pool_provider() -> Any:
    """The provider that draws from a country's own pools."""
    from faker.providers import BaseProvider

    class PoolProvider(BaseProvider):  # type: ignore[misc, unused-ignore]
        """Names from the pools of one country."""

        def __init__(self, generator: Any, country: Country) -> None:
            super().__init__(generator)
            self.country = country

        def delegate(self) -> tuple[str, str, str]:
            """A full name, and its family and given names."""
            woman = self.random_int(0, 99) < WOMEN_IN_100
            given = self.random_element(_pool(self.country.women if woman else self.country.men))
            family = self.random_element(_pool(self.country.families))
            shown = daughter(family, self.country.daughters) if woman else family
            first = self.country.order == "given first"
            return (f"{given} {shown}" if first else f"{shown} {given}"), family, given

    return PoolProvider


@cache
def _locale_provider() -> Any:
    """The provider that draws from Faker's own names of a locale, without titles."""
    from faker.providers import BaseProvider

    class LocaleProvider(BaseProvider):  # type: ignore[misc, unused-ignore]
        """Names of a locale."""

        def delegate(self) -> tuple[str, str, str]:
            """A full name, and its family and given names."""
            woman = self.random_int(0, 99) < WOMEN_IN_100
            own = self.generator
            given = own.first_name_female() if woman else own.first_name_male()
            family = own.last_name_female() if woman else own.last_name_male()
            return f"{given} {family}", family, given

    return LocaleProvider


@cache
def _locale(key: str) -> str:
    """The locale that a key names, if Faker has it in Latin letters; else British names."""
    from faker import Faker
    from faker.config import AVAILABLE_LOCALES

    language, _, land = key.partition("_")
    locale = f"{language}_{land.upper()}"
    if locale not in AVAILABLE_LOCALES:
        return FALLBACK
    names = Faker(locale)
    sample = "".join(names.first_name_male() + names.last_name_female() for _ in range(8))
    return locale if all(letter <= LAST_LATIN for letter in sample) else FALLBACK


@cache
def _pool(words: str) -> tuple[str, ...]:
    """The names of a pool."""
    return tuple(word.replace("_", " ") for word in words.split())


def daughter(family: str, rule: Daughters) -> str:
    """The form of a family name that a woman bears."""
    match rule:
        case "russian" | "bulgarian":
            return family + "a"
        case "polish":
            return family[:-1] + "a" if family.endswith("ki") else family
        case "czech":
            return _czech_daughter(family)
        case "same":
            return family


def _czech_daughter(family: str) -> str:
    """The Czech form: Novák, Nováková; Svoboda, Svobodová; Marek, Marková."""
    if family.endswith("a"):
        return family[:-1] + "ová"
    if family.endswith("ek"):
        return family[:-2] + "ková"
    return {"Vaněk": "Vaňková"}.get(family, family + "ová")
