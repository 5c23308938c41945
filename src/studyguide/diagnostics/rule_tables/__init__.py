"""The table of lint rules, one module per page of the chairs' manual, each in the order of that page."""
