"""The adapters to MkDocs: its events, and the configuration read from mkdocs.yml."""
