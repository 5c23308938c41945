"""Notes and bibliography entries in a CSL style, rendered by pandoc's citeproc."""
