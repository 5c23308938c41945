"""What may be wrong with a guide: each module finds one kind of it, and gives problems with their places."""
