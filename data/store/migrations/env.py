"""Migrations run on a connection that the store has opened."""

from alembic import context

# The module that adds its tables to all others, whoever has imported what.
from data.store.digest_tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
