"""Who says so, and how surely."""
