"""The words that a reader sees."""
