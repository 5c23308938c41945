"""What the guide's data files say, as typed values: terms, events, sources, and what mkdocs.yml says of the guide."""
