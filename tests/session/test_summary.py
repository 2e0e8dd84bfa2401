"""The keys of `run --format json` are a contract."""

import json

import numpy as np

from game.rules.play import play
from game.session.summary import summary

KEYS = {
    "scenario",
    "seed",
    "rules_version",
    "terms",
    "invitation",
    "documents",
    "legitimacy",
    "scores",
    "ending",
    "digest",
}
ANSWERS = {"attend", "attend_reserved", "observe", "away", "counter_call", "not_invited"}


def test_the_keys_and_words_are_those_of_the_contract(start):
    for seed in range(20):
        session = start(seed=seed)
        session.play_out()
        told = session.outcome()
        assert set(told) == KEYS
        assert list(told["scores"]) == list(told["invitation"]) == list(session.world.parties)
        assert set(told["invitation"].values()) <= ANSWERS
        for document in told["documents"].values():
            assert document["status"] in {"signed", "noted", "lost", "not_put"}
            for clause in document["clauses"].values():
                assert set(clause) == {"option", "status", "reservations"}
                assert clause["status"] in {"carried", "bracketed", "not_put"}
        assert json.loads(json.dumps(told)) == told


def test_a_game_of_a_batch_is_summed_up_like_one_played_alone(start):
    session = start(seed=9, game=3)
    session.play_out()
    batch = play(session.world, 9, np.arange(6, dtype=np.uint64), session.decide)
    assert summary(session.world, batch, 9, session.trail.hexdigest(), game=3) == session.outcome()
