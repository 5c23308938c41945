"""The guide as one PDF, for print and for screen readers."""
