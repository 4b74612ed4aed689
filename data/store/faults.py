"""What the database says when it cannot go on, as one sentence for whoever runs it."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from data.errors import StoreError
from data.messages import mark

_SENTENCES = {
    "database is locked": mark(
        "The database {where} is in use by another program. Try again, or close the other one."
    ),
    "readonly database": mark("The database {where} cannot be written to. Check who owns it."),
    "disk is full": mark("The disk of the database {where} is full. Free some room and try again."),
    "disk I/O error": mark("The disk of the database {where} reported an error."),
    "unable to open database file": mark(
        "The database {where} cannot be opened. Check that its folder is there and writable."
    ),
    "file is not a database": mark(
        "{where} is not a database. Name another file in DATABASE_URL, or move this one away."
    ),
    "malformed": mark("The database {where} is damaged. Move it away: a new one is made at once."),
}
_OTHERWISE = mark("The database {where} refused: {problem}")


@contextmanager
def told_plainly(where: str) -> Generator[None, None, None]:
    """Turns what a driver raises into a StoreError; the driver's own error stays its cause."""
    try:
        yield
    except DBAPIError as error:
        problem = str(error.orig)
        for said, sentence in _SENTENCES.items():
            if said in problem:
                raise StoreError(sentence.format(where=where)) from error
        raise StoreError(_OTHERWISE.format(where=where, problem=problem)) from error
