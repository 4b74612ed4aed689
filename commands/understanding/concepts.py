"""What words of a question can point to, in whichever language they are."""

from enum import StrEnum, auto


class Concept(StrEnum):
    # Which kind of question.
    WHO = auto()
    WHAT = auto()
    WHEN = auto()
    WHERE = auto()
    HOW = auto()
    HOW_MUCH = auto()
    WHICH = auto()
    IF = auto()
    NOT = auto()
    # Meetings.
    SUMMIT = auto()
    MEETING = auto()
    MINISTERS = auto()
    ATTEND = auto()
    BE = auto()
    NEXT = auto()
    LAST = auto()
    IN = auto()
    """A word before a place."""
    # Shares.
    SPEND = auto()
    TARGET = auto()
    REACH = auto()
    """Meets it, or is how far from it."""
    STAND = auto()
    """Where it is now."""
    EQUIPMENT = auto()
    # Positions.
    SAY = auto()
    SUPPORT = auto()
    CONDITIONS = auto()
    OPPOSE = auto()
    FLEXIBLE = auto()
    EXEMPT = auto()
    UNDECLARED = auto()
    SILENT = auto()
    # Several members.
    COMPARE = auto()
    RANK = auto()
    PLACE = auto()
    """A place in an order."""
    MOST = auto()
    LEAST = auto()
    ALLIES = auto()
    # The way to a share.
    PATH = auto()
    YEARLY = auto()
    RAISE = auto()
    COST = auto()
    POINTS = auto()
    PERCENT = auto()
    GROW = auto()
    LATE = auto()
    WITHOUT = auto()
    BY = auto()
    # Commitments.
    AGREED = auto()
    PROPOSED = auto()
    DEMANDED = auto()
    DRAFT = auto()
    PLEDGE = auto()
    # What is known.
    CALENDAR = auto()
    HISTORY = auto()
    KNOWN = auto()
    CHANGED = auto()
    SINCE = auto()
    SOURCES = auto()
    MEANING = auto()
    GLOSSARY = auto()
    DIGEST = auto()
    # Days.
    AS_OF = auto()
    TODAY = auto()
    YESTERDAY = auto()
    WEEK = auto()
    """Of the week that is over, as `last week`; so are the next two."""
    MONTH = auto()
    YEAR = auto()
    THIS_WEEK = auto()
    THIS_MONTH = auto()
    THIS_YEAR = auto()
    # Whether it is ours to answer at all.
    FIELD = auto()
    OUTSIDE = auto()
    FILLER = auto()
    """Says nothing by itself."""


POSITIONS = {
    Concept.SUPPORT: "supports",
    Concept.CONDITIONS: "supports_with_conditions",
    Concept.OPPOSE: "opposes",
    Concept.FLEXIBLE: "seeks_flexibility",
    Concept.EXEMPT: "claims_exemption",
    Concept.UNDECLARED: "undeclared",
    Concept.SILENT: "silent",
}
"""The ids that the closed set of positions has."""
