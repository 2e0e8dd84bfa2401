"""A torn last record is cut; a bad record earlier is refused, named, and can be rescued from."""

import json
import zlib

import pytest

from game.saves import shelf
from game.saves.store import DamagedSave, NewerSave, NotASave, SaveFile


def ends(data):
    """Where each line ends."""
    return [at + 1 for at, byte in enumerate(data) if byte == 10]


def flips(data, start, stop):
    """The file once for every byte between, with one bit of that byte turned over."""
    for at in range(start, stop):
        yield at, data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :]


def test_the_last_record_cut_at_every_byte_reopens_with_the_rest(path, play, entry_of):
    whole = play(5).read_bytes()
    for cut in range(ends(whole)[-2] + 1, len(whole)):
        path.write_bytes(whole[:cut])
        assert shelf.verify(path) == shelf.Verdict(ok=True, entries=4, torn=True)
        with SaveFile.open(path) as game:
            assert "Entries 1 to 4 are kept" in (game.notice or "")
            assert list(game.entries()) == [entry_of(number) for number in range(1, 5)]
            assert game.append(entry_of(5)) == 5
        assert path.read_bytes() == whole
        assert shelf.verify(path) == shelf.Verdict(ok=True, entries=5)


def test_a_torn_record_is_cut_from_the_file(path, play):
    whole = play(2).read_bytes()
    path.write_bytes(whole + b'0badcafe ["i","minutes",3,{"sa')
    SaveFile.open(path).close()
    assert path.read_bytes() == whole


def test_a_tail_of_noughts_after_a_power_cut_is_cut(path, play):
    whole = play(2).read_bytes()
    path.write_bytes(whole + bytes(4096))
    with SaveFile.open(path) as game:
        assert game.count == 2
    assert path.read_bytes() == whole


def test_a_flipped_byte_in_an_earlier_record_is_refused_and_nothing_touched(path, play):
    whole = play(5).read_bytes()
    for _, spoilt in flips(whole, 0, ends(whole)[-2]):
        path.write_bytes(spoilt)
        for write in (True, False):
            with pytest.raises((DamagedSave, NotASave)):
                SaveFile.open(path, write=write)
        assert not shelf.verify(path).ok
        assert path.read_bytes() == spoilt


def test_the_fault_names_line_and_entry_and_what_stands(path, play):
    whole = play(5).read_bytes()
    at = ends(whole)[2] + 60  # lines: header, entries 1-3, digest, entries 4-5
    path.write_bytes(whole[:at] + b"#" + whole[at + 1 :])
    verdict = shelf.verify(path)
    assert (verdict.ok, verdict.entries) == (False, 2)
    assert "line 4 (entry 3)" in (verdict.fault or "")
    assert "Entries 1 to 2 are sound" in (verdict.fault or "")
    with pytest.raises(DamagedSave) as caught:
        SaveFile.open(path)
    assert (caught.value.line, caught.value.entry, caught.value.kept) == (4, 3, 2)


def test_a_spoilt_digest_is_named_too(path, play):
    whole = play(5).read_bytes()
    path.write_bytes(whole.replace(b"c0ffee", b"c1ffee"))
    assert "line 5 (the digest of an adjournment)" in (shelf.verify(path).fault or "")


def test_rescue_writes_what_stands_before_the_damage(path, tmp_path, play, entry_of):
    whole = play(6).read_bytes()
    for line, kept in ((1, 0), (2, 1), (3, 2), (4, 3), (5, 3), (6, 4)):
        spoilt = bytearray(whole)
        spoilt[ends(whole)[line - 1] + 20] ^= 4
        path.write_bytes(spoilt)
        dest = tmp_path / f"rescued-{line}.save"
        assert shelf.rescue(path, dest) == kept
        assert path.read_bytes() == spoilt
        with SaveFile.open(dest) as game:
            assert list(game.entries()) == [entry_of(number) for number in range(1, kept + 1)]
            assert game.digests() == ([{"sha": "c0ffee"}] if line >= 5 else [])
            assert game.append(entry_of(0)) == kept + 1


def test_a_spoilt_header_leaves_nothing_to_rescue(path, tmp_path, play):
    whole = play(2).read_bytes()
    path.write_bytes(whole.replace(b"moscow", b"Moscow", 1))
    with pytest.raises(DamagedSave, match=r"line 1 \(the header"):
        shelf.rescue(path, tmp_path / "rescued.save")
    assert not (tmp_path / "rescued.save").exists()


@pytest.mark.parametrize("other", [b"", b"\0" * 99, b"Dear comrades,\n", b'{"_default": {}}'])
def test_a_file_that_is_no_save_is_called_so_and_left_alone(path, other):
    path.write_bytes(other)
    with pytest.raises((NotASave, DamagedSave)):
        SaveFile.open(path)
    assert path.read_bytes() == other


def line(record, crc=0):
    body = json.dumps(record).encode()
    crc = zlib.crc32(body, crc)
    return b"%08x %b\n" % (crc, body), crc


def test_a_newer_save_is_refused_kindly_and_not_even_its_torn_end_is_cut(path, header):
    first, crc = line(["i", "header", 1, {**header, "format": 2, "rules_version": 9}])
    second, _ = line(["z", "something new"], crc)
    newer = first + second + b"0123"
    path.write_bytes(newer)
    with pytest.raises(NewerSave) as caught:
        SaveFile.open(path)
    for words in ("newer version", "format 2, rules 9", "Nothing was changed", "update the game"):
        assert words in str(caught.value)
    assert path.read_bytes() == newer
    assert "newer version" in (shelf.verify(path).fault or "")


def test_a_record_of_an_unknown_kind_is_not_cut_as_if_torn(path, header):
    first, crc = line(["i", "header", 1, {**header, "format": 1}])
    second, _ = line(["z", "something else"], crc)
    path.write_bytes(first + second)
    with pytest.raises(DamagedSave):
        SaveFile.open(path)
    assert path.read_bytes() == first + second


def test_a_journal_without_a_game_s_header_is_no_save(path):
    path.write_bytes(line(["i", "header", 1, {"format": 1}])[0])
    with pytest.raises(NotASave):
        SaveFile.open(path)
