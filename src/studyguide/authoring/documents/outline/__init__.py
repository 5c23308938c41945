"""The headings of a document and their levels, by styles or by looks, and the chapters that they begin."""
