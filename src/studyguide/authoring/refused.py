"""What is said to somebody whose guide cannot be made."""


class RefusedError(Exception):
    """The guide cannot be made; the message says why."""
