"""The twin: the rules of play a second time, one game at a time, in loops over plain lists.

It is the readable oracle beside `game.rules`: written from the text of `docs/rules.md`, whose
paragraphs its docstrings cite, and from the names of fields, orders and codes in
`game/rules/state.py`. It imports nothing from `game.rules` and computes with ints, lists and
dicts alone, so that a slip in the arrays cannot hide in both.

Read it in the order of the text: `board` (1), `chance` (1.9), `voting` (3), `mandate` (2.3),
`correspondence`, `letters`, `pledges` and `events` (4), `invitation` (5), `opening` (6),
`drafting` (7), `recommendation` (8), `aftermath` and `conditions` (9). `twin.Twin` holds one
game: `schedule`, `enters`, `step`, and `state`, a dict with every field of State for one game but
`game` and `distance`.

Whatever differs between the two is decided by the text. Where the text leaves room, the text is
made plainer first.
"""
