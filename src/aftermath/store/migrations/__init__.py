"""The steps from one version of the tables to the next; `env.py` is Alembic's way in."""
