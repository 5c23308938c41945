"""The outputs of a build: the site and the PDFs."""
