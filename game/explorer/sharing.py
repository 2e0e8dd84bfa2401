"""Share codes: scenario, seed and one setting or two in a short text that can be read aloud.

`july-1964.4GQ0-1C4M`: the scenario, a dot, then letters and digits in groups of four. Large and
small letters are the same, and so are O and 0, I, L and 1. Two sums stand in it: one over what is
written, which a typing error breaks, and one over all that can be set about the scenario, so that
a code is not read with another version of it.
"""

from __future__ import annotations

from binascii import crc_hqx
from collections.abc import Mapping
from dataclasses import dataclass, field

from game.content.models import Scenario
from game.content.settings import Key, keys
from game.explorer.faults import ExplorerError

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE = str.maketrans("OIL", "011")
GROUP = 4
SUM = 2  # bytes of each of the two sums
LARGEST = 1 << 63  # of a seed
MISTYPED = "the code is mistyped; letters and digits must be just as they were written"
OTHER = "the code was made with another version of this scenario"

Pairs = Mapping[str, str]


@dataclass(frozen=True)
class Shared:
    """A setting, and another to be compared with it; both as keys and values, preset among them."""

    scenario: str
    seed: int
    one: dict[str, str] = field(default_factory=dict)
    other: dict[str, str] | None = None

    @property
    def besides(self) -> dict[str, str]:
        """What is set on the other side and not on the first."""
        other = self.other or {}
        return {key: value for key, value in other.items() if self.one.get(key) != value}


def written(pairs: Pairs) -> tuple[str, ...]:
    """Settings as the command line has them."""
    return tuple(f"{key}={value}" for key, value in pairs.items())


def scenario_of(code: str) -> str:
    """The scenario that a code names."""
    name, dash, _ = _cleaned(code).rpartition(".")
    if not dash or not name:
        raise ExplorerError("a code begins with its scenario, as july-1964.2X0G-...")
    return name


def encoded(shared: Shared, scenario: Scenario) -> str:
    """The code of a setting of a scenario."""
    known = keys(scenario)
    body = bytearray(_sum_of(known))
    body += _number(shared.seed)
    body += _settings(shared.one, known)
    if shared.other is not None:
        body += _settings(shared.other, known)
    body += _checked(shared.scenario, bytes(body))
    return f"{shared.scenario}.{_grouped(_letters(bytes(body)))}"


def decoded(code: str, scenario: Scenario) -> Shared:
    """The setting that a code stands for; refuses what is mistyped, or of another version."""
    name, written = scenario_of(code), _cleaned(code).rpartition(".")[2]
    whole = _bytes(written.upper().replace("-", "").translate(ALIKE))
    body, check = whole[:-SUM], whole[-SUM:]
    if len(body) <= SUM or _checked(name, body) != check:
        raise ExplorerError(MISTYPED)
    known = keys(scenario)
    if body[:SUM] != _sum_of(known):
        raise ExplorerError(OTHER)
    reader = _Reader(body[SUM:])
    seed, one = reader.number(), reader.settings(known)
    other = reader.settings(known) if reader.left else None
    return Shared(name, seed, one, other)


def _cleaned(code: str) -> str:
    return "".join(code.split()).lower()


# --- sums --------------------------------------------------------------------------------


def _sum_of(known: list[Key]) -> bytes:
    """What changes with the keys of a scenario and the values they take."""
    said = "\n".join(f"{key.key}={key.allowed}" for key in known)
    return crc_hqx(said.encode(), 0).to_bytes(SUM, "big")


def _checked(name: str, body: bytes) -> bytes:
    """The sum over what is written."""
    return crc_hqx(name.encode() + body, 0xFFFF).to_bytes(SUM, "big")


# --- bytes -------------------------------------------------------------------------------


def _number(number: int) -> bytes:
    """A whole number from nought, seven bits a byte, the low ones first."""
    made = bytearray()
    while number > 0x7F:
        made.append(0x80 | number & 0x7F)
        number >>= 7
    return bytes([*made, number])


def _settings(pairs: Pairs, known: list[Key]) -> bytes:
    """How many are set, and of each the place of its key and of its value."""
    made = bytearray(_number(len(pairs)))
    places = {key.key: place for place, key in enumerate(known)}
    for name in sorted(pairs, key=places.__getitem__):
        key = known[places[name]]
        value = key.words.index(pairs[name]) if key.words else int(pairs[name]) - key.low
        made += _number(places[name]) + _number(value)
    return bytes(made)


class _Reader:
    """Reads what the functions above wrote."""

    def __init__(self, body: bytes) -> None:
        self.left = list(body)

    def number(self) -> int:
        number = shift = 0
        while self.left:
            byte = self.left.pop(0)
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 and number < LARGEST:
                return number
        raise ExplorerError(MISTYPED)

    def settings(self, known: list[Key]) -> dict[str, str]:
        return dict(self._pair(known) for _ in range(self.number()))

    def _pair(self, known: list[Key]) -> tuple[str, str]:
        place, value = self.number(), self.number()
        if place >= len(known):
            raise ExplorerError(MISTYPED)
        key = known[place]
        if key.words:
            said = key.words[value] if value < len(key.words) else ""
        else:
            said = str(key.low + value)
        if not key.takes(said):
            raise ExplorerError(MISTYPED)
        return key.key, said


# --- letters -----------------------------------------------------------------------------


def _letters(body: bytes) -> str:
    """Five bits a letter, the last filled up with noughts."""
    bits = "".join(f"{byte:08b}" for byte in body)
    bits += "0" * (-len(bits) % 5)
    return "".join(DIGITS[int(bits[at : at + 5], 2)] for at in range(0, len(bits), 5))


def _bytes(letters: str) -> bytes:
    """The bytes that letters stand for; refuses letters that stand for none."""
    if not letters or set(letters) - set(DIGITS):
        raise ExplorerError(MISTYPED)
    bits = "".join(f"{DIGITS.index(each):05b}" for each in letters)
    whole = len(bits) // 8 * 8
    if "1" in bits[whole:] or len(bits) - whole >= 5:
        raise ExplorerError(MISTYPED)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, whole, 8))


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))
