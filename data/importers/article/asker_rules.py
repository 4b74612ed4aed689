"""How sentences tell that something is asked of all members, proposed to them or agreed."""

from data.importers.article.vocabulary.commitments import (
    AGREED_BY,
    AGREES,
    BINDS,
    BY,
    DEAL,
    DECLARATION,
    DEMANDS,
    EVERYBODY,
    FORMALLY,
    MEANWHILE,
    MUST,
    PROPOSAL,
    PROPOSES,
    PROVIDES,
    PUT_TO_ALL,
    SIGNED,
    SPEND,
    TABLED,
    THERE,
    WANTS,
    WAS_AGREED,
    WAS_PROPOSED,
    WHAT_IS,
)
from data.rules.commitments import Status

_WHO = "(?:<who:person|party>|(?P<pro>he|she))"
_ANY = r"(?: (?!;)\S+){0,12}?"
_FEW = r"(?: (?!;)\S+){0,6}?"
_THREE = r"(?: (?!;)\S+){0,3}?"
RULES = (
    (rf"{PROPOSAL} (?:that|which) {_WHO}(?: (?:has|had|have))? {TABLED}", Status.PROPOSED),
    (rf"{WHAT_IS} {_WHO} {WANTS}{_ANY} <all:all>", Status.DEMANDED),
    (
        rf"(?:was|were|been) (?:\w+ )?{WAS_AGREED}(?: {THERE})* by <all:all|gathering>",
        Status.AGREED,
    ),
    (rf"{WHAT_IS} {_WHO} {PUT_TO_ALL}", Status.PROPOSED),
    (
        (
            rf"<who:person>(?: (?!;|‹person)\S+){{0,16}}? demanding that "
            rf"(?:{EVERYBODY}|‹all#\d+›){_ANY} <sum:share>"
        ),
        Status.DEMANDED,
    ),
    (rf"{_WHO}(?: ,)?{_FEW} {DEMANDS}{_ANY} (?:<all:all>|the alliance)", Status.DEMANDED),
    (
        rf"{_WHO}(?: ,)?{_FEW} told <all:all> (?:‹day#\d+› )?(?:to|that they|they)",
        Status.DEMANDED,
    ),
    (rf"{_WHO}(?: ,)?{_FEW} {DEMANDS} that {EVERYBODY}{_ANY} <sum:share>", Status.DEMANDED),
    (rf"{_WHO} 's demands? (?:that|for|of){_ANY} <sum:share>", Status.DEMANDED),
    (rf"(?:demands?|call|calls) (?:by|from|of) {_WHO}{_ANY} <sum:share>", Status.DEMANDED),
    (rf"{_WHO}(?: ,)?{_FEW}{_THREE} {PROPOSES}", Status.PROPOSED),
    (rf"{_WHO}(?: ,)?{_FEW} invit(?:es|ed) <all:all>", Status.PROPOSED),
    (
        rf"(?:under|in|as part of) (?:a|an|the|his|her) {PROPOSAL} (?:{BY}|made by) {_WHO}",
        Status.PROPOSED,
    ),
    (rf"(?:under|in) {_WHO} 's{_FEW} {PROPOSAL}", Status.PROPOSED),
    (rf"{_WHO} 's{_FEW} {PROPOSAL}{_FEW} {PROVIDES}", Status.PROPOSED),
    (rf"{PROPOSAL} {BY} {_WHO}", Status.PROPOSED),
    (rf"(?:was|were|been) (?:first )?{WAS_PROPOSED} by {_WHO}", Status.PROPOSED),
    (
        rf"(?:<all:all|gathering>|members|ministers|they|it)(?: {MEANWHILE}){{0,6}} {AGREES}",
        Status.AGREED,
    ),
    (
        rf"{DEAL}(?: (?!;)\S+){{0,8}}? (?:leaders|<all:all>|allies|they)(?: \S+){{0,3}}? {SIGNED}",
        Status.AGREED,
    ),
    (rf"{AGREED_BY} (?:by|at|in) <all:all|gathering|party|place>", Status.AGREED),
    (
        rf"{DECLARATION}{_FEW}{_THREE} {BINDS} (?:<all:all>|(?:up to |at least )?‹share#\d+›)",
        Status.AGREED,
    ),
    (
        rf"<all:party>(?: 's leaders)?(?: {FORMALLY}){{0,6}} {AGREES} (?:to|that|on|a|its)",
        Status.AGREED,
    ),
    (rf"<all:all> , {_WHO}{_FEW} {PROPOSES} , {MUST}{_ANY} <sum:share>", Status.PROPOSED),
    (rf"(?<!which )<all:all> {MUST} {SPEND}{_ANY} <sum:share>", Status.DEMANDED),
)
