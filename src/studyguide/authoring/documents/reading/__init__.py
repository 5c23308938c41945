"""Have pandoc read a document, and take its JSON for blocks."""
