"""Change a copy of a document so that pandoc, which reads it once, loses nothing of what is printed."""
