"""The pages that a document becomes, in place of those of the blank guide."""
