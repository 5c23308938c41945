"""Say how large a file is, as a reader wants it."""

from __future__ import annotations


def size_in_words(size: int) -> str:
    """Give a number of bytes in words: '2.1 MB', '580 KB'; a million and a thousand of them, as shops have it."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{round(size / 1000)} KB"
