"""Where and when it happened, by the words of its own sentence."""
