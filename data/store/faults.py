"""What the database says when it cannot go on, as one sentence for whoever runs it."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from data.errors import StoreError
from data.messages import mark

BUSY = mark("The database {where} is in use by another program. Try again, or close the other one.")
NOT_PREPARED = mark("The database {where} has no tables yet. Run `article3 db prepare` first.")
UNREACHABLE = mark(
    "The database {where} cannot be reached ({problem}). Check that its server runs, and the "
    "address in DATABASE_URL."
)
LOST = mark(
    "The connection to the database {where} was lost. Check that its server runs, and try again."
)
TOO_SLOW = mark(
    "The database {where} did not answer in time. Try again, or look at what keeps its server busy."
)
DISK_FULL = mark("The disk of the database {where} is full. Free some room and try again.")
NO_ENTRY = mark(
    "The database {where} does not let you in. Check the user and the password in DATABASE_URL."
)
NOT_ALLOWED = mark(
    "The user in DATABASE_URL may not do this in the database {where}. Make that user its owner."
)
NO_DATABASE = mark(
    "There is no database {where}. Create it on its server, or name another one in DATABASE_URL."
)
READ_ONLY = mark(
    "The database {where} can only be read. Name one that can be written to in DATABASE_URL."
)
NOT_READY = mark(
    "The server of the database {where} takes no connection now: it is starting, stopping or "
    "has too many. Try again in a moment."
)
OTHERWISE = mark("The database {where} refused: {problem}")

_SENTENCES = {
    "is locked": BUSY,
    "readonly database": mark(
        "The database {where} cannot be written to. Check who owns it, its folder, and what stands "
        "beside it under the same name with -wal and -shm."
    ),
    "disk is full": DISK_FULL,
    "disk I/O error": mark(
        "The disk of the database {where} reported an error. Check the disk and its free room."
    ),
    "unable to open database file": mark(
        "The database {where} cannot be opened. Check that it is a file you may read, in a folder "
        "that is there and writable."
    ),
    "file is not a database": mark(
        "{where} is not a database. Name another file in DATABASE_URL, or move this one away."
    ),
    "malformed": mark(
        "The database {where} is damaged. Put back a copy, or move it away: a new one is made then."
    ),
    "no such table": NOT_PREPARED,
}

_STATES = {
    "08": LOST,
    "25006": READ_ONLY,
    "25P03": LOST,
    "28": NO_ENTRY,
    "3D000": NO_DATABASE,
    "40001": BUSY,
    "40P01": BUSY,
    "42501": NOT_ALLOWED,
    "42P01": NOT_PREPARED,
    "53100": DISK_FULL,
    "53300": NOT_READY,
    "55P03": BUSY,
    "57014": TOO_SLOW,
    "57P01": LOST,
    "57P02": LOST,
    "57P03": NOT_READY,
}
"""What PostgreSQL's codes, or their classes, mean: its sentences come in the server's language.
https://www.postgresql.org/docs/current/errcodes-appendix.html"""


@contextmanager
def told_plainly(where: str) -> Generator[None, None, None]:
    """Turns what a driver raises into a StoreError; the driver's own error stays its cause."""
    try:
        yield
    except PoolTimeoutError as error:
        raise StoreError(BUSY.format(where=where)) from error
    except DBAPIError as error:
        problem = str(error.orig).partition("\n")[0]
        raise StoreError(_sentence(error).format(where=where, problem=problem)) from error
    except TimeoutError as error:
        raise StoreError(TOO_SLOW.format(where=where)) from error
    except OSError as error:
        # A server's driver lets through what the network says.
        raise StoreError(UNREACHABLE.format(where=where, problem=error)) from error


def is_of_other_tables(error: DBAPIError) -> bool:
    """Whether a statement was prepared for tables that are others now: once, as what a driver keeps
    of statements is thrown away then."""
    return type(error.orig).__name__ == "InvalidCachedStatementError"


def _sentence(error: DBAPIError) -> str:
    state: str | None = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return _STATES.get(state) or _STATES.get(state[:2], OTHERWISE)
    if error.connection_invalidated:
        return LOST
    problem = str(error.orig)
    return next((_SENTENCES[said] for said in _SENTENCES if said in problem), OTHERWISE)
