"""The guide as a Word file, a copy for marking up."""
