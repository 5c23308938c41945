"""The engine of Model UN study guides: it loads, checks, resolves and renders them, as sites and as PDFs."""

__version__ = "2.0.0"
