"""Parse the guide's data files and its settings in mkdocs.yml into typed values: terms, events, sources."""
