"""Plain lines for scenarios that bring no voices or newspapers of their own."""

from __future__ import annotations

from functools import cache

from game.content.prose import Press, Voices

_LEADS = [
    "After some thought",
    "Having talked it over at home",
    "In all friendship",
    "To put it briefly",
    "As far as we can see",
    "Before the next vote",
    "Speaking for our own people only",
    "With an open mind and a short list",
    "Since letters are read more closely than speeches are heard",
    "In good time, we hope",
    "Without wishing to press",
    "As things stand",
]
_ANSWERS = [
    "Thank you for writing, and in return",
    "Having read your letter",
    "In answer to your letter",
    "As you wrote first",
    "With your letter in front of us",
    "Since you asked",
]
_ON_ITEM = [
    "we ask for your support on {topic}",
    "we hope that you will think again about {topic}",
    "we would be glad to have you with us on {topic}",
    "we believe that {topic} matters to both of us",
    "we would like to settle {topic} together with you",
    "we ask you to look at {topic} from where we stand",
    "we think that {topic} could be decided by your voice",
    "we suggest that we say the same thing on {topic}",
]
_COME = [
    "we ask you to come",
    "we hope to see you there",
    "we would miss you in the room",
    "we think that you should be heard in person",
    "we ask you not to leave your place empty",
]
_STAY = [
    "we ask you to stay away",
    "we think that you lose nothing by staying at home",
    "we hope that you will leave your place empty",
    "we would understand if you had other plans",
    "we see no good in your going",
]
_OFFER = [
    "we make you a promise",
    "we give you our word on what follows",
    "we bind ourselves, whatever you do",
    "we tell you what we shall do",
]
_BARGAIN = [
    "we propose an exchange",
    "we offer you something and ask for something",
    "we suggest that each of us moves a little",
    "we would do our part if you did yours",
    "we have a fair trade in mind",
    "we think that we can help each other",
    "we set two promises side by side",
    "we name our side of a bargain, and yours",
]
_ASK = [
    "we ask you for a promise",
    "we need your word on this",
    "we would be glad if you bound yourselves",
    "we ask what you are ready to undertake",
]
_STATEMENT = [
    "we want everybody to know where we stand on {topic}",
    "we have a view on {topic}: {option}",
    "we speak plainly about {topic}",
    "we owe the others a word on {topic}",
    "we think that {topic} deserves a clear answer",
    "we say in public what we think of {topic}",
]
_OPEN_LETTER = [
    "we write to those inside about {topic}",
    "we ask that our view of {topic} be read out",
    "we would not want {topic} to be settled unheard",
    "we recommend {option} on {topic}",
    "we watch from outside what becomes of {topic}",
    "we send our opinion on {topic}, as we have no vote",
]
_FACTS = {
    "near": [
        "We have agreed before.",
        "Your aims are close to ours.",
        "It would be natural for us to stand together.",
    ],
    "far": [
        "We know that we seldom agree.",
        "Perhaps two who differ can still find a middle.",
        "We do not expect an easy answer.",
    ],
    "kept": ["Your word has held.", "You are known to keep what you promise."],
    "broken": ["Your last promise was not kept.", "You could show that your word holds."],
    "with_us": ["In the last poll you were of our opinion.", "Your last sheet said the same."],
    "against_us": ["In the last poll you were against it.", "A sheet can be changed."],
}
_VOICES = {
    "address": ["To {reader}:", "{reader}, by letter:", "For {reader}:"],
    "leads": _LEADS,
    "answers": _ANSWERS,
    "pleas": {
        "persuade": _ON_ITEM,
        "call_come": _COME,
        "call_stay": _STAY,
        "press_come": ["we expect you to come", "we count on you to be there"],
        "press_stay": ["we expect you to stay away", "we count on you not to go"],
        "offer": _OFFER,
        "bargain": _BARGAIN,
        "ask": _ASK,
        "statement": _STATEMENT,
        "open_letter": _OPEN_LETTER,
    },
    "facts": _FACTS,
}

_PRESS = {
    "papers": [
        {
            "id": "front",
            "title": "The Front Room",
            "town": "From inside",
            "headlines": {
                "will": ["A will on {topic}", "{topic}: it is decided", "Votes on {topic} counted"],
                "confirmed": ["{topic} stays as drafted", "No change on {topic}", "Draft kept"],
                "open": ["No majority on {topic}", "{topic} is left open", "Still no answer"],
                "coming": ["{count} mean to come", "{count} will be there", "{count} on the list"],
            },
            "lines": {
                "will": ["On {topic} more than half want: {option}.",
                         "{topic} has a majority: {option}.",
                         "The vote on {topic} says: {option}."],
                "confirmed": ["{topic} stays: {option}.", "The draft of {topic} holds: {option}.",
                              "Nobody changed {topic}: {option}."],
                "open": ["{topic} has no majority.", "Nobody won on {topic}.",
                         "{topic} will be decided in the room."],
                "overruled": ["{party} writes {option} on {topic}, against the vote.",
                              "The vote on {topic} was not followed by {party}: {option}."],
                "written": ["{party} has changed {topic}: {option}.",
                            "The draft of {topic} now says: {option}. {party} wrote it."],
                "unmoved": ["{party} leaves the draft as it is.", "No word of {party} was changed.",
                            "{party} stays with its draft."],
                "spoken": ["{party} speaks {way} {option}, on {topic}.",
                           "In public {party} is {way} {option}, on {topic}.",
                           "On record {way} {option}, on {topic}: {party}."],
                "event": ["In other news: {title}.", "Meanwhile: {title}.", "Also: {title}."],
                "declared": ["Promised in public: {pledge}.", "A pledge for all to see: {pledge}.",
                             "It was declared: {pledge}."],
                "broken": ["A broken promise: {pledge}.", "Promised, and not done: {pledge}."],
                "protest": ["{party} protests."],
                "counter_call": ["{party} calls for another meeting."],
                "away": ["{count} may stay away, {party} among them.",
                         "Not sure to come: {count}, and {party} is one."],
                "coming": ["{count} have said they will come.", "{count} are expected."],
            },
        },
        {
            "id": "back",
            "title": "The Back Stairs",
            "town": "From outside",
            "headlines": {
                "will": ["Told what to do on {topic}", "{topic}: will it be heeded?",
                         "A vote, for what it is worth"],
                "confirmed": ["Nothing new on {topic}", "{topic}: nodded through",
                              "They agree with themselves"],
                "open": ["{topic}: all talk", "Nobody agrees on {topic}", "Going round in circles"],
                "coming": ["{count} fall in line", "Only {count} so far", "{count}, and the rest?"],
            },
            "lines": {
                "will": ["A majority asks on {topic}: {option}. It may even get it.",
                         "{topic}: they want {option}, it seems.",
                         "For once they know what they want on {topic}: {option}."],
                "confirmed": ["{topic} was waved through: {option}.",
                              "What was written on {topic} was good enough for them: {option}.",
                              "No imagination on {topic}: {option}."],
                "open": ["On {topic} they could not agree.", "{topic} defeated them.",
                         "We still do not know about {topic}."],
                "overruled": ["So much for voting: {party} puts {option} on {topic}.",
                              "{party} decides {topic} alone: {option}."],
                "written": ["{party} had second thoughts on {topic}: {option}.",
                            "Under pressure, {party} turned {topic} into: {option}."],
                "unmoved": ["{party} did not listen, or was not asked.",
                            "Everything stays, says {party}.", "{party} has not moved an inch."],
                "spoken": ["Loudly {way} {option}, on {topic}: {party}.",
                           "{party} could not keep quiet and was {way} {option}, on {topic}.",
                           "Nobody asked {party}, which is {way} {option}, on {topic}."],
                "event": ["The world goes on: {title}.", "They might look outside: {title}.",
                          "Not on their list: {title}."],
                "declared": ["They promise: {pledge}. We shall see.", "Easily said: {pledge}.",
                             "Note the date: {pledge}."],
                "broken": ["As we feared: {pledge}.", "Not worth the paper: {pledge}."],
                "protest": ["{party} has had enough."],
                "counter_call": ["{party} would rather meet elsewhere."],
                "away": ["{count} have better things to do, {party} for one.",
                         "{party} and others keep away: {count} in all."],
                "coming": ["{count} will be there, for lack of a better idea.",
                           "{count} come, and want to be seen."],
            },
        },
    ]
}  # fmt: skip


@cache
def plain_voices() -> Voices:
    """A voice for everybody."""
    return Voices.model_validate(_VOICES)


@cache
def plain_press() -> Press:
    """Two newspapers for anywhere."""
    return Press.model_validate(_PRESS)
