"""What `make import` does: a Word or LibreOffice document becomes a guide, with nothing lost on the way."""
