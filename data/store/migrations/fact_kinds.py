"""The kinds of facts that the database takes, changed without losing a row."""

from collections.abc import Generator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

from data.store.migrations import log_tables

FOURTH = log_tables.KINDS
FIFTH = (*FOURTH[:-1], "group", FOURTH[-1])

_FORGETTING = (
    "delete from reference where row in (select row from revision where kind = :kind)",
    "delete from reference where fact in (select key from fact where kind = :kind)",
    "delete from revision where kind = :kind",
    "delete from fact where kind = :kind",
)


def allow(kinds: tuple[str, ...], *, before: tuple[str, ...]) -> None:
    check, old = (log_tables.one_of("kind", each) for each in (kinds, before))
    if op.get_bind().dialect.name == "sqlite":
        _rewrite(old, check)
        return
    op.drop_constraint(op.f("ck_fact_kind"), "fact", type_="check")
    op.create_check_constraint(op.f("ck_fact_kind"), "fact", check)


def forget(kind: str) -> None:
    """Takes away all of a kind that an older release does not know."""
    with _changeable():
        for statement in _FORGETTING:
            op.get_bind().execute(sa.text(statement), {"kind": kind})


def _rewrite(old: str, new: str) -> None:
    """SQLite changes no check, and a table made anew would have to find everything that refers to
    it. Its own way to change what constrains no stored row: https://sqlite.org/lang_altertable.html
    """
    connection = op.get_bind()
    version = connection.execute(sa.text("pragma schema_version")).scalar_one()
    op.execute("pragma writable_schema = on")
    connection.execute(
        sa.text(
            "update sqlite_master set sql = replace(sql, :old, :new)"
            " where type = 'table' and name = 'fact'"
        ),
        {"old": old, "new": new},
    )
    op.execute(f"pragma schema_version = {version + 1}")
    op.execute("pragma writable_schema = off")


@contextmanager
def _changeable() -> Generator[None]:
    """The only place where the log lets rows go."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table in log_tables.LOGS:
        if not sqlite:
            op.execute(f"alter table {table} disable trigger user")
            continue
        for verb in ("update", "delete"):
            op.execute(f"drop trigger {table}_refuses_{verb}")
    yield
    for table in log_tables.LOGS:
        if sqlite:
            log_tables.refuse(table)
        else:
            op.execute(f"alter table {table} enable trigger user")
