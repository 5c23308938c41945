"""A hook of the guide's own."""
