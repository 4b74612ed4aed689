"""Brings the tables up to date. Alembic is imported only where there is something to migrate."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from data.errors import StoreError
from data.messages import mark

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0008"
"""The newest revision; a test holds it to what the migrations say."""

MIGRATIONS = Path(__file__).parent / "migrations"


def prepare(connection: Connection) -> None:
    """Migrates to `HEAD`; raises StoreError for tables made by a newer release."""
    current = revision(connection)
    if current == HEAD:
        # Another process was faster.
        return
    from alembic import command
    from alembic.script import ScriptDirectory

    config = configuration(connection)
    known = {each.revision for each in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise StoreError(
            mark(
                "The database was made by a newer release of Article 3. Install that release, or "
                "name another database in DATABASE_URL."
            )
        )
    command.upgrade(config, "head")


def revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("select version_num from alembic_version")).scalar()


def configuration(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
