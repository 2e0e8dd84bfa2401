"""The numbers of the rules that a scenario may change (`numbers:` in scenario.yaml)."""

from __future__ import annotations

from pydantic import Field

from game.content.conditions import Strict


class Numbers(Strict):
    """Defaults of the bracketed numbers in docs/rules.md, and the delegates' six dials."""

    friends: int = Field(40, ge=-100, le=100)
    opponents: int = Field(-20, ge=-100, le=100)
    couriers: int = Field(3, ge=1, le=3)
    standing: int = Field(40, ge=0, le=80)
    standing_step: int = Field(15, ge=1, le=100)
    earned: int = Field(2, ge=0, le=20)
    breach: int = Field(10, ge=0, le=40)
    sponsor_carried: int = Field(3, ge=0, le=20)
    sponsor_failed: int = Field(2, ge=0, le=20)
    overrule: int = Field(6, ge=0, le=20)
    own_condition: int = Field(8, ge=0, le=40)
    conditions_met: int = Field(2, ge=0, le=20)
    walk_out: int = Field(5, ge=0, le=40)
    patron_defied: int = Field(2, ge=0, le=20)
    tokens: int = Field(3, ge=0, le=9)
    token_worth: int = Field(3, ge=0, le=20)
    crossing: int = Field(5, ge=0, le=40)
    credit: int = Field(50, ge=0, le=200)
    beyond: int = Field(25, ge=0, le=100)
    beyond_salience: int = Field(50, ge=0, le=101)
    leave: int = Field(50, ge=0, le=100)
    disowned: int = Field(50, ge=0, le=100)
    conditions: int = Field(2, ge=0, le=13)
    sway_limit: int = Field(30, ge=0, le=100)
    statement_friends: int = Field(2, ge=0, le=10)
    statement_opponents: int = Field(1, ge=0, le=10)
    mood_limit: int = Field(4, ge=0, le=20)
    open_letter: int = Field(3, ge=0, le=20)
    open_letters: int = Field(6, ge=0, le=40)
    amendments: int = Field(4, ge=1, le=10)
    reservations: int = Field(2, ge=0, le=12)
    protest_share: int = Field(40, ge=0, le=100)
    protest_full: int = Field(75, ge=1, le=100)
    protest_consult: int = Field(67, ge=1, le=100)
    counter_meeting: int = Field(3, ge=2, le=60)
    host: int = Field(5, ge=0, le=20)
    roof: int = Field(3, ge=0, le=20)
    reopened: int = Field(5, ge=0, le=40)
    reject: int = Field(50, ge=0, le=100)
    # Dials of the machine delegates (docs/model.md); global, never per party.
    noise: int = Field(36, ge=0, le=100)
    norm: int = Field(4, ge=0, le=60)
    loyalty: int = Field(8, ge=0, le=100)
    patience: int = Field(75, ge=0, le=200)
    tolerance: int = Field(22, ge=0, le=100)
    goodwill: int = Field(68, ge=0, le=100)
