"""The table of lint rules. Each has its entry in the chairs' manual, on its page and at its place in the table.

A new rule is a row in `rule_tables`, a check in `studyguide.lint` that names it, and an entry in `manual/`.
"""

from __future__ import annotations

from collections.abc import Mapping

from studyguide.diagnostics.rule import Rule, Severity
from studyguide.diagnostics.rule_tables import chapters, entries, files, sources, warnings

RULES: Mapping[str, Rule] = {
    rule.id: rule
    for page in (chapters.RULES, entries.RULES, sources.RULES, files.RULES, warnings.RULES)
    for rule in page
}
"""Every rule, by its id."""
WARNINGS: tuple[str, ...] = tuple(sorted(rule.id for rule in RULES.values() if rule.severity is Severity.WARNING))
"""The ids of those that do not keep the guide from being built."""
