"""What questions take, by name. The same name is always of the same kind."""

from commands.command import Parameter
from data.messages import mark

MEMBER = Parameter(
    name="member",
    what=mark("a member of NATO, in any language or as a code or flag"),
    kind="member",
    required=True,
)
AT = Parameter(
    name="at",
    what=mark("a member: its place, with those above and below it"),
    kind="member",
)
MEMBERS = Parameter(
    name="members",
    what=mark("two to six members, with commas between them"),
    kind="members",
    required=True,
)
GROUP = Parameter(
    name="group",
    what=mark("some members only, such as Baltic, Nordic, EU or B9; all without it"),
    kind="group",
)
MEETING = Parameter(
    name="meeting",
    what=mark("a summit or meeting by name, city or year; the next summit without it"),
    kind="meeting",
)
ONE_COMMITMENT = Parameter(
    name="commitment",
    what=mark("one commitment by title, place or year, and nothing else is judged"),
    kind="commitment",
)
FLOOR_COMMITMENT = Parameter(
    name="commitment",
    what=mark("the commitment whose target is to be reached; the present one without it"),
    kind="commitment",
)
COMMITMENT = Parameter(
    name="commitment",
    what=mark("a commitment by title, place or year; the present one without it"),
    kind="commitment",
)
CLAUSE = Parameter(
    name="clause",
    what=mark("what is compared: the present target, an earlier one, or equipment"),
    kind="clause",
)
SUBJECT = Parameter(
    name="subject",
    what=mark("a member, a meeting by city or year, or a commitment"),
    kind="subject",
    required=True,
)
YEAR = Parameter(
    name="year",
    what=mark("the year whose figures are compared; the newest without it"),
    kind="year",
)
FIGURE_YEAR = Parameter(
    name="year",
    what=mark("a year: how its figure changed from edition to edition"),
    kind="year",
)
BY = Parameter(
    name="by",
    what=mark("the year by which the target is to be reached; the agreed one without it"),
    kind="year",
)
EDITION = Parameter(
    name="edition",
    what=mark("the edition of NATO's figures by its day; the newest without it"),
    kind="edition",
)
SINCE = Parameter(
    name="since",
    what=mark("an earlier day: tells what has changed from then on"),
    kind="day",
)
STEP = Parameter(
    name="step",
    what=mark("the same increase every year, in percentage points"),
    kind="points",
)
GROWTH = Parameter(
    name="growth",
    what=mark("how fast GDP grows, in percent a year; no growth without it"),
    kind="growth",
)
SHAPE = Parameter(
    name="shape",
    what=mark("how the increases are spread: even, or late for more in the last years"),
    kind="shape",
)
WITHOUT = Parameter(
    name="without",
    what=mark("a clause to leave out: increase, which asks for a rise every year"),
    kind="without",
)
POSITION = Parameter(
    name="position",
    what=mark("such as supports, opposes or silent: those alone; all without it"),
    kind="position",
)
TERM = Parameter(
    name="term",
    what=mark("a word that answers use; all of them without it"),
    kind="term",
)
