"""Cross-references, which are resolved once all chapters are read: links, backlinks, notes and the bibliography."""
