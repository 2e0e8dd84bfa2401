"""Many games: the same whoever plays them, in bounded memory, opened one by one, compared."""

import gc
import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.settings import apply, parse
from game.delegates import policy
from game.explorer.executors import Serial, processes
from game.explorer.explore import Exploration
from game.explorer.faults import ExplorerError
from game.explorer.outcomes import NUMBERS, questions, read
from game.explorer.runs import Run, batches, play_games
from game.explorer.telling import as_csv, as_json, as_text
from game.rules.compile import compile_world
from game.rules.play import begin
from game.rules.play import play as rules_play
from game.rules.state import TERM_OPTIONS
from game.session.ids import ids
from game.session.session import Session
from game.session.trail import BITS, Trail


def explored(scenario, games, *, seed=3, rival=None, chunk=512, executor=None, sheet=None):
    other = Run(rival, seed) if rival is not None else None
    plan = Exploration(Run(scenario, seed), games, other)
    return plan.play(executor or Serial(), sheet, chunk=chunk)


def changed(scenario, *pairs):
    return apply(scenario, parse(pairs))


# --- the same games whoever plays them -----------------------------------------------


@given(chunk=st.integers(1, 90), games=st.integers(1, 80))
def test_the_size_of_a_chunk_changes_nothing(school, chunk, games):
    one, other = explored(school, games), explored(school, games, chunk=chunk)
    assert told(one) == told(other)


def told(found):
    return {key: value for key, value in as_json(found).items() if key != "seconds"}


def test_workers_change_nothing(school):
    here = explored(school, 200)
    with processes(2) as pool:
        assert told(explored(school, 200, chunk=37, executor=pool)) == told(here)
    with ThreadPoolExecutor(3) as threads:
        assert told(explored(school, 200, chunk=41, executor=threads)) == told(here)


def test_another_seed_is_another_digest(school):
    assert told(explored(school, 9))["digest"] != told(explored(school, 9, seed=4))["digest"]


def test_fifty_games_of_the_batch_open_as_played_games(letter):
    """Every answer and the digest of the whole course, against the session's own outcome."""
    run, asked = Run(letter, 1964), questions(letter)
    (batch,) = batches(run, range(500), Serial())
    for game in range(0, 500, 10):
        session = Session.start(letter, None, run.seed, game=game)
        session.play_out()
        outcome = session.outcome()
        row = answers(asked, batch.outcomes[game])
        assert batch.digests[game].hex() == outcome["digest"]
        assert row["replies"] == outcome["invitation"]
        assert row["terms"] == outcome["terms"]
        assert row["endings"] == {"ending": outcome["ending"]}
        assert row["legitimacy"] == {"legitimacy": str(outcome["legitimacy"])}
        assert row["seated"] == {"seated": str(int(session.state.came.sum()))}
        documents = outcome["documents"]
        assert row["documents"] == {name: each["status"] for name, each in documents.items()}
        assert row["clauses"] == {
            f"{name}.{clause}": told["option"] if told["status"] == "carried" else told["status"]
            for name, each in documents.items()
            for clause, told in each["clauses"].items()
        }


def answers(asked, row):
    made: dict[str, dict[str, str]] = {}
    for column, code in zip(asked.columns, row, strict=True):
        made.setdefault(column.group, {})[column.name] = column.words[code]
    return made


def test_a_single_game_has_the_digest_of_its_run(school):
    found = explored(school, 1)
    session = Session.start(school, None, 3)
    session.play_out()
    assert as_json(found)["digest"] == session.outcome()["digest"]


def test_a_mark_takes_in_every_field_of_every_state(school, monkeypatch):
    """Marks worked out only where a field was replaced are those of every field worked out anew."""
    session = Session.start(school, None, 3)
    anew = []
    kept = session.trail.add

    def add(state):
        kept(state)
        fresh = Trail()
        fresh.add(type(state)(*(field.copy() for field in state)))
        anew.append(fresh.after[0])

    monkeypatch.setattr(session.trail, "add", add)
    session.play_out()
    assert np.array_equal(np.stack(anew), np.stack(session.trail.after))


@given(data=st.data())
def test_any_single_change_of_a_state_changes_its_mark(school, data):
    state = Session.start(school, None, 3).state
    name = data.draw(st.sampled_from([each for each in state._fields if each != "distance"]))
    field = getattr(state, name).copy()
    if not field.size:
        return
    place = data.draw(st.integers(0, field.size - 1))
    field.flat[place] = field.flat[place] ^ 1
    one, other = Trail(), Trail()
    one.add(state)
    other.add(state._replace(**{name: field}))
    assert one.hexdigest() != other.hexdigest()


def test_the_sums_of_marks_are_exact_floats(letter):
    """A difference, a factor and the sum over a field's rows fit in the 53 bits of a float."""
    state = begin(compile_world(letter), 1, np.arange(2, dtype=np.uint64))
    for field in state:
        numbers = 4 if field.dtype.itemsize > 2 else field[0].size
        bits = 8 * min(field.dtype.itemsize, 2)
        assert bits + 1 + BITS + int(numbers).bit_length() <= 53


# --- what is counted -------------------------------------------------------------------


def test_shares_sum_to_one_and_counts_to_the_games(letter):
    made = as_json(explored(letter, 300))
    for group in ("attendance", "replies", "terms", "clauses", "documents"):
        assert made[group]
        for name, shares in made[group].items():
            assert sum(shares.values()) == pytest.approx(1), name
    assert sum(made["endings"].values()) == pytest.approx(1)
    assert sum(made["attendance_count"].values()) == made["games"] == 300
    assert sum(made["observer_count"].values()) == 300
    for party, shares in made["attendance"].items():
        replies = made["replies"][party]
        assert shares["attend"] == pytest.approx(replies["attend"] + replies["attend_reserved"])
    assert {"bracketed", "not_put"} <= set(made["clauses"]["main.main_c01"])


def test_the_numbers_are_those_of_the_games(letter):
    (batch,) = batches(Run(letter, 3), range(300), Serial())
    values = batch.outcomes[:, NUMBERS.index("legitimacy")]
    found = as_json(explored(letter, 300))["legitimacy"]
    assert found["mean"] == pytest.approx(values.mean())
    for percent in (10, 50, 90):
        nearest = np.percentile(values, percent, method="inverted_cdf")
        assert found[f"p{percent}"] == nearest


def test_memory_does_not_grow_with_the_games(school):
    plan = Exploration(Run(school, 1), 20_000)
    (batch,) = batches(Run(school, 1), range(512), Serial())
    tracemalloc.start()
    plan._take([batch])
    before, _ = tracemalloc.get_traced_memory()
    for _ in range(200):
        plan._take([batch])
    after, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 10_000
    assert peak < 3_000_000


def test_a_batch_leaves_nothing_for_the_collector(letter):
    """The collector counts objects and not bytes: what only it frees stays for many chunks."""
    job = Run(letter, 3).job()
    play_games(job, 3, 0, 8)
    gc.collect()
    gc.disable()
    try:
        play_games(job, 3, 8, 8)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_an_unsound_number_of_workers_is_refused():
    for wrong in (0, 100_000):
        with pytest.raises(ExplorerError, match="allowed is 1 to"), processes(wrong):
            pass


def test_a_fault_of_a_game_is_not_hidden(school, monkeypatch):
    monkeypatch.setattr("game.explorer.runs.play", lambda *given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        explored(school, 10)


# --- two settings on the same draws ------------------------------------------------------


def leaves(tree):
    for value in tree.values():
        if "low" in value:
            yield value
        else:
            yield from leaves(value)


def test_an_equal_setting_makes_no_difference_at_all(letter):
    same = changed(letter, f"dial.noise={letter.frame.numbers.noise}")
    said = letter.parties[0].positions["alignment"].value
    also = changed(same, f"party.{letter.parties[0].id}.alignment={said}")
    made = as_json(explored(letter, 60, rival=also))
    assert made["changed_games"] == 0
    assert all(each == {"mean": 0, "low": 0, "high": 0} for each in leaves(made["difference"]))


def test_a_setting_that_never_matters_is_not_called_equal(letter):
    """Sixty games in which an event's chance changed nothing do not prove that it never does."""
    rival = changed(letter, "party.albania.population=2")
    made = as_json(explored(letter, 60, rival=rival))
    assert made["changed_games"] == 0
    assert made["vs"]["digest"] == made["digest"]
    every = list(leaves(made["difference"]))
    assert all(each["mean"] == 0 for each in every)
    assert any(each["high"] > 0 for each in every)


def outcomes(scenario, games, watch=lambda state, orders: None):
    """The answers of games, in words; `watch` sees the orders of every point."""
    world = compile_world(scenario)

    def decide(world, state, point, seed):
        orders = policy.decide(world, state, point, seed)
        watch(state, orders)
        return orders

    state = rules_play(world, 3, np.arange(games, dtype=np.uint64), decide)
    asked = questions(scenario)
    return [answers(asked, row) for row in read(world, state)]


def widened(scenario, number):
    """The scenario with an option more at the end of a term, at the far end of every axis."""
    term = scenario.terms[number]
    last = term.options[-1]
    far = {axis: 0 if place > 50 else 100 for axis, place in last.position.items()}
    extra = last.model_copy(update={"id": "unused", "title": "Unused", "position": far})
    more = term.model_copy(update={"options": [*term.options, extra]})
    terms = [*scenario.terms[:number], more, *scenario.terms[number + 1 :]]
    return scenario.model_copy(update={"terms": terms})


@pytest.mark.parametrize("which", ["school", "letter"])
def test_an_option_that_nobody_uses_changes_nothing(which, request):
    """In games in which nobody backs, names, or promises anything on it, all else is as it was."""
    scenario, games = request.getfixturevalue(which), 80
    before = outcomes(scenario, games)
    unused = 0
    for number in compile_world(scenario).played_terms:
        option = len(scenario.terms[number].options)
        if option == TERM_OPTIONS:
            continue
        used = np.zeros(games, dtype=bool)

        def watch(state, orders, number=number, option=option, used=used):
            """Notes games in which somebody uses it."""
            named = [(orders.get("item"), orders.get("option"))]
            named.append((orders.get("say_term"), orders.get("say_option")))
            if "pledge" in orders:
                _, item, of, _, ask_item, ask_of = (orders["pledge"][:, :, n] for n in range(6))
                named += [(item, of), (ask_item, ask_of)]
            hits = [(a == number) & (b == option) for a, b in named if a is not None]
            if "back" in orders and orders["back"].ndim == 3:
                hits.append(orders["back"][:, number] == option)
            for hit in hits:
                used[state.game.astype(int)] |= hit.reshape(len(hit), -1).any(1)

        after = outcomes(widened(scenario, number), games, watch)
        for game in np.nonzero(~used)[0]:
            assert after[game] == before[game], (number, game)
        unused += int((~used).sum())
    assert unused > games  # there were games to see it in


def test_a_difference_is_that_of_the_games_one_by_one(letter):
    rival = changed(letter, "term.decision_rule=unanimity", "dial.noise=10")
    made = as_json(explored(letter, 200, rival=rival, chunk=64))
    asked = questions(letter)
    (one,), (other,) = (
        list(batches(Run(each, 3), range(200), Serial())) for each in (letter, rival)
    )
    differ = (one.outcomes != other.outcomes).any(1)
    assert made["changed_games"] == differ.sum() > 0
    assert made["changed"] == np.nonzero(differ)[0][:10].tolist()
    for place, column in enumerate(asked.columns):
        if column.group in ("attendance", "terms", "clauses", "documents"):
            for code, word in enumerate(column.words):
                moved = (other.outcomes[:, place] == code).mean() - (
                    one.outcomes[:, place] == code
                ).mean()
                each = made["difference"][column.group][column.name][word]
                assert each["mean"] == pytest.approx(moved)
                assert each["low"] <= each["mean"] <= each["high"]
    moved = other.outcomes[:, :3].astype(int) - one.outcomes[:, :3]
    for name, mean in zip(NUMBERS, moved.mean(0), strict=True):
        assert made["difference"][name]["mean"] == pytest.approx(mean)


def test_both_sides_play_the_same_draws(letter):
    """Fewer games change than would between two seeds: most draws are shared."""
    rival = changed(letter, "dial.noise=33")
    near = as_json(explored(letter, 100, rival=rival))["changed_games"]
    (one,), (other,) = (list(batches(Run(letter, seed), range(100), Serial())) for seed in (3, 4))
    assert near < (one.outcomes != other.outcomes).any(1).sum()


# --- telling -----------------------------------------------------------------------------


def test_text_and_rows_tell_the_same_as_the_data(letter):
    rival = changed(letter, "term.decision_rule=unanimity")
    found = explored(letter, 60, rival=rival)
    found.versus = ("term.decision_rule=unanimity",)
    text, made = "\n".join(as_text(found)), as_json(found)
    assert "not a forecast" in text
    assert f"{made['changed_games']} of 60 games changed" in text
    rows = [line.split(",") for line in as_csv(found).splitlines()]
    assert rows[0] == ["group", "id", "answer", "value", "vs", "low", "mean", "high"]
    cells = {tuple(row[:3]): row[3:] for row in rows[1:]}
    attend = made["attendance"]["italy"]["attend"]
    assert float(cells["attendance", "italy", "attend"][0]) == attend
    unanimity = cells["terms", "decision_rule", "unanimity"]
    assert [float(cell) for cell in unanimity][1] == 1
    assert len(cells) == len(rows) - 1


def test_words_of_clauses_are_those_of_a_game(letter):
    world = Session.start(letter).world
    for column in questions(letter).columns:
        if column.group == "clauses":
            clause = world.clauses.index(column.name.split(".")[1])
            names = ids(world).options[ids(world).item_of_clause(clause)]
            assert set(column.words) == {*names, "bracketed", "not_put"}
