"""The kinds of what is recorded, by the names that files and tables give them."""

from data.facts.clocks import Record
from data.facts.knowledge import Fact
from data.facts.records import Attendance, Group, Meeting, Pledge, Request, Stance, Statement
from data.members import Member
from data.rules.commitments import Commitment, Fulfilment, Reservation
from data.rules.expenditure import Edition
from data.sources import Source

Value = Record
"""Whatever can be recorded, corrected and retracted on its own."""

FACTS: dict[str, type[Fact]] = {
    "commitment": Commitment,
    "fulfilment": Fulfilment,
    "reservation": Reservation,
    "meeting": Meeting,
    "attendance": Attendance,
    "stance": Stance,
    "pledge": Pledge,
    "request": Request,
    "statement": Statement,
    "group": Group,
}
"""Their ids live in one room: a fact can be named without saying of which kind it is."""

KINDS: dict[str, type[Value]] = {
    "source": Source,
    "member": Member,
    "edition": Edition,
    **FACTS,
}

NAMES: dict[type[Value], str] = {kind: name for name, kind in KINDS.items()}
