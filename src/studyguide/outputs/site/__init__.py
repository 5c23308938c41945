"""The site beyond its chapters: search, offline and portable files, bundles, page metadata and security."""
