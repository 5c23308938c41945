"""What a document cites: its notes, its bibliography, and the sources that they become."""
