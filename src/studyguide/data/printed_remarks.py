"""The remark that keeps, above an entry of bibliography.bib, the words of a reference that rules have read."""

AS_PRINTED = "% As printed: "
"""How its line begins. It stays until a chair has compared the entry with it."""
