"""The PDFs: the handout and the quick reference, for print and for screen readers."""
