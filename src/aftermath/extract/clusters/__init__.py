"""Which words of a sentence tell of one event, what it is called and by what it was done."""
