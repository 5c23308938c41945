"""Check that the title, the number and the address of a source are of the same act of the European Union.

The title has the act's number (Directive 2011/92/EU, Regulation (EC) No 139/2004), and so have its CELEX number
(32011L0092: sector, year, kind, number) and its address (/eli/dir/2011/92, or uri=CELEX:32011L0092).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from studyguide.data.bibtex_fields import plain_value
from studyguide.diagnostics.diagnostic import Location, Problem, problem

_TITLE = re.compile(
    r"(?:(?:Commission|Council|Delegated|European|Framework|Implementing|Parliament|and|of|the) )*"
    r"(?:Decision|Directive|Regulation) (?:\(E[A-Za-z, ]+\) )?(?:No\.? ?)?"
    r"(?P<act>(?P<a>[0-9]{1,4})/(?P<b>[0-9]{1,4})(?:/[A-Z]{2,7})?)(?![\w/])"
)
_CELEX = r"(?P<celex>[03](?P<a>[0-9]{4})[A-Z]{1,2}(?P<b>[0-9]{4}))"
_NUMBER = re.compile(rf"(?:CELEX\W*)?{_CELEX}.*", re.IGNORECASE)
_ADDRESS = re.compile(
    rf".*europa\.eu/.*?(?:eli/(?P<act>[a-z_]+/(?P<c>[0-9]{{4}})/(?P<d>[0-9]+))(?:[/?#]|$)|celex(?::|%3A){_CELEX})",
    re.IGNORECASE,
)
_READ = {"title": _TITLE, "number": _NUMBER, "url": _ADDRESS}


def eu_act_problems(fields: Mapping[str, str], locate: Callable[[str], Location]) -> Iterator[Problem]:
    """Tell the first of number and address that is of another act; `locate` returns the location of a field."""
    if "/" not in fields.get("title", "") and "europa.eu" not in fields.get("url", ""):
        return
    found = [(name, act) for name, form in _READ.items() if (act := form.match(plain_value(fields.get(name, ""))))]
    for (name, act), (other_name, other) in pairwise(found):
        if _parts(act).isdisjoint(_parts(other)):
            where, of, differs = locate(other_name), _written(act), _written(other)
            yield problem(where, "other-act", "other", first=name, act=of, second=other_name, other=differs)
            return


def _written(act: re.Match[str]) -> str:
    parts = act.groupdict()
    return parts.get("act") or parts["celex"]


def _parts(act: re.Match[str]) -> set[tuple[int, int]]:
    """Return what year and number can be, in either order; until 1998 a title has the year without its century."""
    named = act.groupdict()
    first, second = (int(named.get(one) or named.get(other) or 0) for one, other in (("a", "c"), ("b", "d")))
    pairs = {(first, second), (second, first)}
    return pairs | {(1900 + year, number) for year, number in pairs if year < 100}
