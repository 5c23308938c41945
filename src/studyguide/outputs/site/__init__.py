"""What a site has besides its chapters' text: search, files for offline, styles, what a page says of itself."""
