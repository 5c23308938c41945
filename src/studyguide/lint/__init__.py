"""The linter: each module has the checks of one subject, and yields problems with their locations."""
