"""How the report is laid out: its mentions by token, its dateline, its countries, what its words point back to."""
