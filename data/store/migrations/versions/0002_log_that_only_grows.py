"""A log that only grows takes the place of rows that were updated when they ended.

Sources, members and editions become records of the log like all others; every revision that was
known on a day before is known on that day still.
"""

from data.store.migrations import first_tables, log_tables
from data.store.migrations.carry_back import carry_back
from data.store.migrations.carry_over import carry_over
from data.store.migrations.rows import read

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    held = {name: read(name) for name in (*first_tables.TABLES, "catalogue_load")}
    first_tables.drop()
    log_tables.create()
    carry_over(held)
    log_tables.forbid_changes()


def downgrade() -> None:
    held = {name: read(name) for name in log_tables.LOGS}
    log_tables.drop()
    first_tables.create()
    carry_back(held)
