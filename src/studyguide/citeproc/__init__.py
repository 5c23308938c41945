"""Render citations and bibliography entries in a CSL style, with pandoc's citeproc."""
