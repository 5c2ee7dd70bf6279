"""Which drafts are claims, and which repeat another."""
