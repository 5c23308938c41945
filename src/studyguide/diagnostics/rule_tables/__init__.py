"""The table of lint rules, one module a page of the chairs' manual, each in the order of that page."""
