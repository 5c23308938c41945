"""The adapters to MkDocs, and to ProperDocs, its successor, which takes its place where MkDocs is not installed."""

from importlib import import_module
from importlib.util import find_spec

if not find_spec("mkdocs") and find_spec("properdocs"):
    import_module("properdocs.replacement")  # leads `import mkdocs` to ProperDocs, as its own command does
