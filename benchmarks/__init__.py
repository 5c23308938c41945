"""How fast the guide is built, against what a user would pick in its place: `make bench`."""
