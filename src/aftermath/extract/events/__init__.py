"""Which words tell of an event or of harm."""
