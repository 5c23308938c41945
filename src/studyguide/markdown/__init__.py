"""Parse chapters during conversion by Python-Markdown: sections, notes, citations, links, mentions of terms."""
