"""Aftermath: who says what happened, from reports of armed conflict."""
