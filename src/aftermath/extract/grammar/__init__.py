"""What a sentence's words are to each other: phrases, subjects, arguments, voice and mood."""
