"""What the commands do for those who write a guide: format its files, import sources, start the next guide."""
