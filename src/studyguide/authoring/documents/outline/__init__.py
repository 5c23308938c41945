"""The headings of a document and their levels, by styles or by looks."""
