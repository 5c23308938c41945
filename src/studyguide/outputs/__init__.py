"""What a build writes: the site and the PDFs."""
