"""The codes that the twin shares with the orders and the state, written out once more."""

FOR, ABSTAIN, RESERVE, AGAINST = range(4)  # marks, 3.1
ATTEND, RESERVED, OBSERVE, AWAY, COUNTER, UNINVITED = range(1, 7)  # replies, 5.1
PERSUADE, CALL, PRESS, PLEDGE, WORDS = range(1, 6)  # letters, 4.5
VOTE_FOR, VOTE_AGAINST, VOTE_ABSTAIN, COME, STAY, SPONSOR, SILENT = range(1, 8)  # acts, 4.3
VOTES = (VOTE_FOR, VOTE_AGAINST, VOTE_ABSTAIN)
SIGN, SIGN_RESERVED, REFUSED, ACCEDED, DENOUNCED, IGNORED, DISOWNED = range(1, 8)  # 8.2, 8.3

NOT_PUT, CARRIED, BRACKETED = range(3)  # clauses
OPEN, NOTED, LOST, SIGNED = range(1, 5)  # documents

# Columns of a pledge.
TO, ACT, ITEM, OPTION, ASK, ASK_ITEM, ASK_OPTION, VISIBILITY, DUE, BROKEN = range(10)
PRIVATE, DECLARED, DEPOSITED = range(1, 4)

TERM_OPTIONS = 6
CLAUSE_OPTIONS = 11
FORMULATIONS = 6  # a between option is 6 + j
SLOTS = 2
LETTERS = 3

# Purposes of chance, 1.9.
INSTRUCTION, EVENT, LEAVE, ROLL, DISOWNING = range(1, 6)
