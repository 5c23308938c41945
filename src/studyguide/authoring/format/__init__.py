"""The formatter behind `make fix`: it sorts and cleans files without changing what they mean."""
