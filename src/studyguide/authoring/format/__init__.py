"""What `make fix` does: the files in order, without a byte of meaning lost."""
