"""The core of the study guide: it loads, checks, resolves and renders, and knows nothing of MkDocs."""
