"""Diagnostics: source locations, lint rules, problems, reports, and the chairs' manual of the rules."""
