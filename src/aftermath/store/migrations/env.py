"""Alembic's way in: runs the steps on the connection that `migrate` gives, in its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], version_table="aftermath_version")
with context.begin_transaction():
    context.run_migrations()
