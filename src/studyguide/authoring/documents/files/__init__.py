"""The file of a document: its package, its XML, and the list of what it holds."""
