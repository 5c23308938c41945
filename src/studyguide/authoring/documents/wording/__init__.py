"""The fixed words of documents, in each language: names of chapters, labels, small words."""
