"""What the passage adds to a claim, and whether it is news or background."""
