"""The sources of a guide for reference managers: BibLaTeX, RIS and CSL-JSON, and what they find in pages."""
