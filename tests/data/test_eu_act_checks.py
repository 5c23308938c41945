"""Tests of data.eu_act_checks: the title, the number and the address of one act."""

import pytest

from studyguide.data.eu_act_checks import eu_act_problems
from studyguide.diagnostics.diagnostic import Location

PLACES = {"title": 2, "number": 3, "url": 4}
ELI, CELEX = "https://eur-lex.europa.eu/eli/", "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"
ONE_ACT = [
    ("Directive 2011/92/EU on Projects", "32011L0092", f"{ELI}dir/2011/92/oj"),
    ("Council Regulation (EC) No 139/2004", "32004R0139", f"{ELI}reg/2004/139/oj"),
    ("Regulation (EU) 2016/679", "CELEX:32016R0679", f"{CELEX}32016R0679"),
    ("Commission Implementing Regulation (EU) 2015/2447", "", f"{ELI}reg_impl/2015/2447/oj"),
    ("Council Directive 79/409/EEC", "31979L0409", f"{CELEX}31979L0409"),
    ("Council Regulation (EEC) No 1408/71", "31971R1408", ""),
    ("Council Framework Decision 2002/584/JHA", "32002F0584", ""),
    ("Directive 2000/60/EC", "02000L0060-20141120", f"{CELEX}02000L0060-20141120"),
    ("Directive 2014/52/EU amending Directive 2011/92/EU", "", f"{ELI}dir/2014/52/oj/eng"),
    ("Regulation (EU, Euratom) 2018/1046", "32018R1046", ""),
]
OF_TWO = [
    (("Directive 2011/92/EU on Projects", "32011L0093", ""), 3, "2011/92/EU", "32011L0093"),
    (("Directive 2011/92/EU on Projects", "", f"{ELI}dir/2011/93/oj"), 4, "2011/92/EU", "dir/2011/93"),
    (("Directive 2011/92/EU", "32011L0092", f"{CELEX}32014L0052"), 4, "32011L0092", "32014L0052"),
    (("{Regulation (EC) No 139/2004}", "32005R0139", ""), 3, "139/2004", "32005R0139"),
    (("Water", "32011L0093", f"{ELI}dir/2011/92/oj"), 4, "32011L0093", "dir/2011/92"),
]
NO_ACTS = [
    ("A Guide to Directive 2011/92/EU", "12", f"{ELI}dir/2014/52/oj"),
    ("Proposal for a Directive", "COM(2011) 93", f"{CELEX}52011PC0093"),
    ("Directive 2011/92/EU", "2011/93", "https://example.org/eli/dir/2011/93"),
    ("Decision No 1/2020 of the Association Council", "22020D0001", ""),
    ("Directive on Water", "", f"{ELI}dir/2000/60/oj"),
]
Written = tuple[str, str, str]


def told(written: Written) -> list[tuple[int, str]]:
    fields = dict(zip(PLACES, written, strict=True))
    problems = eu_act_problems(fields, lambda name: Location("bibliography.bib", PLACES[name]))
    return [(each.where.line, each.message) for each in problems]


@pytest.mark.parametrize("written", [*ONE_ACT, *NO_ACTS])
def test_numbers_of_one_act_or_none(written: Written) -> None:
    assert told(written) == []


@pytest.mark.parametrize(("written", "line", "act", "other"), OF_TWO)
def test_numbers_of_two_acts(written: Written, line: int, act: str, other: str) -> None:
    ((place, message),) = told(written)
    assert place == line
    assert f" is of {act}, and the " in message
    assert message.endswith(f" of {other}.")
