"""Text of a document as runs and blocks, and how it is written as Markdown."""
