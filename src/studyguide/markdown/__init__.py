"""What a chapter holds, found while Python-Markdown converts it: sections, notes, citations, mentions of terms."""
