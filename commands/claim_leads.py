"""What came out of a claim, each outcome in one sentence; and of several claims, counted."""

from enum import StrEnum

from data.messages import mark


class Outcome(StrEnum):
    MATCHES = "matches"
    ROUNDED = "rounded"
    THEN = "then"
    """The newest edition had it when it was written, and today's newest says otherwise."""
    OLDER = "older"
    """An edition before the newest of that day had it."""
    LATER = "later"
    """No edition had it when it was written, and one published since then has."""
    ASKED = "asked"
    OWN = "own"
    BESIDE = "beside"
    """A claim such as `below 2 %`, which is set beside the figures."""
    NOTHING = "nothing"


LEADS: dict[Outcome, str] = {
    Outcome.MATCHES: mark(
        "“{words}” matches the share reported of {member}: {latest}, in NATO's edition of "
        "{edition}."
    ),
    Outcome.ROUNDED: mark(
        "“{words}” matches the share reported of {member} when that is rounded: {latest}, in "
        "NATO's edition of {edition}."
    ),
    Outcome.THEN: mark(
        "“{words}” was what the newest edition said of {member} then, that of {edition}; the "
        "newest today says {latest}."
    ),
    Outcome.OLDER: mark(
        "“{words}” is what NATO's edition of {edition} said of {member}; the newest says {latest}."
    ),
    Outcome.LATER: mark(
        "No edition said “{words}” of {member} yet when the message was written; NATO's edition of "
        "{edition} has it: {latest}."
    ),
    Outcome.ASKED: mark(
        "“{words}” is what is or was asked of the members: {title}; {member} stands at {latest}."
    ),
    Outcome.OWN: mark(
        "“{words}” matches what {member} says, set itself or is reported to; it stands at {latest}."
    ),
    Outcome.BESIDE: mark("“{words}” can be set beside the share reported of {member}: {latest}."),
    Outcome.NOTHING: mark(
        "No source here says “{words}” of {member}; the figure nearest to it in time is {latest}."
    ),
}
LEADS_WITHOUT: dict[Outcome, str] = {
    **LEADS,
    Outcome.ASKED: mark(
        "“{words}” matches a share that was asked of the members; no share of {member} is reported."
    ),
    Outcome.OWN: mark(
        "“{words}” matches what {member} says or set itself; no share of it is reported."
    ),
    Outcome.NOTHING: mark(
        "No source here says “{words}” of {member}, of which no share is reported."
    ),
}
"""Where no figure of the member is held; the outcomes that need one never come here."""

Counted = tuple[tuple[Outcome, ...], str, str]
"""Outcomes that are counted together, said of one claim and of several."""

COUNTED: tuple[Counted, ...] = (
    (
        (Outcome.MATCHES, Outcome.ROUNDED, Outcome.ASKED, Outcome.OWN),
        mark("{some} of {count} claims matches what a source here says."),
        mark("{some} of {count} claims match what a source here says."),
    ),
    (
        (Outcome.THEN, Outcome.OLDER),
        mark("{some} of {count} claims matches an earlier edition of NATO's figures."),
        mark("{some} of {count} claims match an earlier edition of NATO's figures."),
    ),
    (
        (Outcome.LATER,),
        mark("{some} of {count} claims matches an edition published after the message."),
        mark("{some} of {count} claims match an edition published after the message."),
    ),
    (
        (Outcome.BESIDE,),
        mark("{some} of {count} claims can be set beside the figures."),
        mark("{some} of {count} claims can be set beside the figures."),
    ),
    (
        (Outcome.NOTHING,),
        mark("{some} of {count} claims matches nothing here."),
        mark("{some} of {count} claims match nothing here."),
    ),
)
