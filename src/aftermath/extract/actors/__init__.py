"""Who did it and to whom: the words that name a party, and whom they mean."""
