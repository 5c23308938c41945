"""Importers behind `make source`: they parse records of sources that other programs export."""
