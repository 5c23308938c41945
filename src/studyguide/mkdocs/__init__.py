"""The adapters to MkDocs: its events, and the configuration in mkdocs.yml."""
