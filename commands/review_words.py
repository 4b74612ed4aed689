"""How proposals are called, and in full sentences why one deserves its confidence."""

from data.importers.proposals import Ground, Level, Sort
from data.messages import mark

SORTS: dict[Sort, str] = {
    Sort.COMMITMENT: mark("a commitment"),
    Sort.MEETING: mark("a meeting"),
    Sort.ATTENDANCE: mark("who comes to a meeting"),
    Sort.STANCE: mark("where a member stands"),
    Sort.REQUEST: mark("a change asked for"),
    Sort.PLEDGE: mark("a pledge"),
    Sort.FIGURE: mark("a spending figure"),
    Sort.STATEMENT: mark("a statement"),
}

LEVELS: dict[Level, str] = {
    Level.HIGH: mark("High confidence"),
    Level.MEDIUM: mark("Medium confidence"),
    Level.LOW: mark("Low confidence"),
}

EVIDENCE: dict[Ground, str] = {
    Ground.STATED: mark("The text states it plainly, in its own words."),
    Ground.NAMED_SPEAKER: mark("The text names who said it."),
    Ground.OFFICIAL: mark("The text comes from an official body."),
    Ground.DAY_WRITTEN: mark("The text writes out the day."),
    Ground.DAY_RESOLVED: mark("The day was reckoned from the day the text was published."),
    Ground.DAY_OF_ARTICLE: mark("The text names no day, so that of its publication was taken."),
    Ground.KNOWN_SUBJECT: mark("What it is about is known already."),
    Ground.NEW_SUBJECT: mark("What it is about was not known before."),
    Ground.SUBJECT_BEFORE: mark("Whom it is about stands in a sentence before."),
    Ground.COMMITMENT_GUESSED: mark(
        "The text does not name the commitment; the one that fits was taken."
    ),
    Ground.EXPECTATION: mark("The text tells of what is expected, not of what has happened."),
    Ground.REPORTED: mark("The text reports what somebody else said."),
    Ground.HEARSAY: mark("The text rests on hearsay, such as “reportedly”."),
    Ground.CONDITIONAL: mark("The text says it on a condition."),
    Ground.NOBODY_NAMED: mark("The text names nobody who said it."),
    Ground.OF_A_MODEL: mark("A language model proposed it; its words stand in the text."),
}
