"""Citations that a reference manager or a word processor keeps as fields, with the records of their sources."""
