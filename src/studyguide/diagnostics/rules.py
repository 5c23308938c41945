"""The table of lint rules, in the order of their entries in the chairs' manual.

A new rule needs a row in `rule_tables`, a check in `studyguide.lint` that reports it, and an entry in `manual/`.
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
"""All rules, by id."""
WARNINGS: tuple[str, ...] = tuple(sorted(rule.id for rule in RULES.values() if rule.severity is Severity.WARNING))
"""The ids of the rules that do not stop the build."""
