"""What `make source` reads: records of sources as other programs export them."""
