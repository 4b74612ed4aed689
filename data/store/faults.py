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
OTHERWISE = mark("The database {where} refused: {problem}")

_SENTENCES = {
    "is locked": BUSY,
    "readonly database": mark(
        "The database {where} cannot be written to. Check who owns it and its folder."
    ),
    "disk is full": mark("The disk of the database {where} is full. Free some room and try again."),
    "disk I/O error": mark(
        "The disk of the database {where} reported an error. Check the disk and its free room."
    ),
    "unable to open database file": mark(
        "The database {where} cannot be opened. Check that its folder is there and writable."
    ),
    "file is not a database": mark(
        "{where} is not a database. Name another file in DATABASE_URL, or move this one away."
    ),
    "malformed": mark(
        "The database {where} is damaged. Put back a copy, or move it away: a new one is made then."
    ),
    "no such table": NOT_PREPARED,
}

_UNDEFINED_TABLE = "42P01"
"""PostgreSQL's code for it: its sentences come in the language of the server."""


@contextmanager
def told_plainly(where: str) -> Generator[None, None, None]:
    """Turns what a driver raises into a StoreError; the driver's own error stays its cause."""
    try:
        yield
    except PoolTimeoutError as error:
        raise StoreError(BUSY.format(where=where)) from error
    except DBAPIError as error:
        problem = str(error.orig)
        if getattr(error.orig, "sqlstate", None) == _UNDEFINED_TABLE:
            raise StoreError(NOT_PREPARED.format(where=where)) from error
        for said, sentence in _SENTENCES.items():
            if said in problem:
                raise StoreError(sentence.format(where=where)) from error
        first = problem.partition("\n")[0]
        raise StoreError(OTHERWISE.format(where=where, problem=first)) from error
    except OSError as error:
        # A server's driver lets through what the network says.
        raise StoreError(UNREACHABLE.format(where=where, problem=error)) from error
