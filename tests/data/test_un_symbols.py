"""Tests of the symbols of UN documents, against the Dag Hammarskjöld Library's description of them."""

import pytest

from studyguide.data.un_symbols import as_roman_session, parse_symbol, parse_symbols, stated_symbols, symbols_in_address

GA, SC = "United Nations General Assembly", "United Nations Security Council"
HRC, ECOSOC = "United Nations Human Rights Council", "United Nations Economic and Social Council"


@pytest.mark.parametrize(
    ("symbol", "body", "kind", "session", "year"),
    [
        ("A/RES/64/292", GA, "Resolution", 64, None),
        ("A/RES/217(III)", GA, "Resolution", 3, None),
        ("A/RES/217(III)[A]", GA, "Resolution", 3, None),
        ("A/RES/2200(XXI)", GA, "Resolution", 21, None),
        ("A/RES/3201(S-VI)", GA, "Resolution", None, None),
        ("A/RES/ES-11/1", GA, "Resolution", None, None),
        ("A/DEC/74/544", GA, "Decision", 74, None),
        ("A/77/PV.4", GA, "Verbatim record", 77, None),
        ("A/C.3/75/L.1/Rev.1", GA, "Draft", 75, None),
        ("A/64/350/Add.1", GA, "", 64, None),
        ("A/CONF.157/23", "United Nations", "", None, None),
        ("A/CONF.151/26/Rev.1 (Vol. I)", "United Nations", "", None, None),
        ("A/CN.9/1011", "United Nations Commission on International Trade Law", "", None, None),
        ("A/CN.4/L.682", "International Law Commission", "Draft", None, None),
        ("A/HRC/RES/32/13", HRC, "Resolution", 32, None),
        ("A/HRC/32/12", HRC, "", 32, None),
        ("A/HRC/RES/S-21/1", HRC, "Resolution", None, None),
        ("A/HRC/WG.6/36/SDN/1", HRC, "", None, None),
        ("S/RES/1325 (2000)", SC, "Resolution", None, 2000),
        ("S/RES/1325", SC, "Resolution", None, None),
        ("S/2000/1158", SC, "", None, 2000),
        ("S/PRST/2001/3", SC, "Presidential statement", None, 2001),
        ("S/PV.4213", SC, "Verbatim record", None, None),
        ("E/RES/2011/33", ECOSOC, "Resolution", None, 2011),
        ("E/2020/30", ECOSOC, "", None, 2020),
        (
            "E/CN.15/2011/6",
            "United Nations Commission on Crime Prevention and Criminal Justice",
            "",
            None,
            2011,
        ),
        (
            "E/CN.4/Sub.2/2003/12/Rev.2",
            "United Nations Sub-Commission on the Promotion and Protection of Human Rights",
            "",
            None,
            2003,
        ),
        ("CRC/C/GC/25", "United Nations Committee on the Rights of the Child", "General comment", None, None),
        (
            "CEDAW/C/GC/31",
            "United Nations Committee on the Elimination of Discrimination against Women",
            "General recommendation",
            None,
            None,
        ),
        ("CCPR/C/21/Rev.1/Add.13", "United Nations Human Rights Committee", "General comment", None, None),
        (
            "CRC/C/DEU/CO/5-6",
            "United Nations Committee on the Rights of the Child",
            "Concluding observations",
            None,
            None,
        ),
        ("ST/ESA/STAT/SER.M/4", "United Nations Department of Economic and Social Affairs", "", None, None),
        ("ST/SGB/2003/13", "United Nations Secretariat", "", None, 2003),
        ("UNEP/EA.5/Res.14", "United Nations Environment Assembly", "Resolution", None, None),
        ("TD/B/C.I/50", "United Nations Conference on Trade and Development", "", None, None),
        ("ECE/MP.WAT/37", "United Nations Economic Commission for Europe", "", None, None),
        ("ECE/TRANS/WP.29/2016/2", "United Nations Economic Commission for Europe", "", None, 2016),
        ("UNODC/CCPCJ/EG.4/2017/2", "United Nations Office on Drugs and Crime", "", None, 2017),
        ("CD/2182", "Conference on Disarmament", "", None, None),
        ("CD/PV.1567", "Conference on Disarmament", "Verbatim record", None, None),
        ("BWC/CONF.VIII/4", "Biological Weapons Convention", "", None, None),
        ("CCW/GGE.1/2019/3", "Convention on Certain Conventional Weapons", "", None, 2019),
        ("APLC/MSP.6/2005/5", "Anti-Personnel Mine Ban Convention", "", None, 2005),
        ("HSP/HA.1/Res.1", "United Nations Human Settlements Programme", "Resolution", None, None),
        ("T/PV.1700", "United Nations Trusteeship Council", "Verbatim record", None, None),
        ("S/PV.6160 (Resumption 1)", SC, "Verbatim record", None, None),
        ("A/CN.4/SER.A/2001/Add.1 (Part 2)", "International Law Commission", "", None, None),
        ("E/RES/663(XXIV)[C]", ECOSOC, "Resolution", None, None),
        ("CCPR/C/111/D/2005/2010", "United Nations Human Rights Committee", "", None, None),
        ("FCCC/CP/2015/10/Add.1", "United Nations Framework Convention on Climate Change", "", None, 2015),
    ],
)
def test_what_a_symbol_tells(symbol: str, body: str, kind: str, session: int | None, year: int | None) -> None:
    found = parse_symbol(symbol)
    assert found
    assert (found.text, found.body, found.kind, found.session, found.year) == (symbol, body, kind, session, year)


@pytest.mark.parametrize(
    ("symbol", "spellings"),
    [
        (
            "A/RES/64/292",
            ["a/res/64/292", "A / RES / 64 / 292", "UN Doc. A/RES/64/292", "{A/RES/64/292}", "A/Res. 64/292",
             "G.A. Res. 64/292", "UNGAR 64/292", "A/RES/64/292 (2010)", "document A/RES/64/292", "UNGA Res 64/292",
             "General Assembly resolution 64/292", "A/RES/64/292."],
        ),
        ("S/RES/1325 (2000)", ["S/RES/1325(2000)", "UNSCR 1325 (2000)", "S.C. Res. 1325 (2000)",
                               "UNSC Res 1325 (2000)", "Security Council resolution 1325 (2000)"]),
        ("S/PV.6160 (Resumption 1)", ["S/PV.6160(Resumption1)", "S/PV.6160 (resumption 1)"]),
        ("E/RES/663(XXIV)[C]", ["E/RES/663 C (XXIV)", "ECOSOC Resolution 663 C (XXIV)", "E/RES/663(XXIV) C"]),
        ("A/RES/217(III)[A]", ["A/RES/217 A (III)", "A/RES/217A(III)", "A/RES/217(III) A", "A/RES/217 (III) A"]),
        ("A/C.3/75/L.1/Rev.1", ["A/C.3/75/L.1/REV.1", "A/C. 3/75/L. 1/Rev. 1"]),
        ("A/CONF.151/26 (Vol. I)", ["A/CONF.151/26(Vol.I)", "A/CONF.151/26 (Vol I)", "A/Conf.151/26 (vol. I)"]),
        ("UNEP/EA.5/Res.14", ["UNEP/EA.5/RES.14"]),
    ],
)  # fmt: skip
def test_all_spellings_lead_to_one(symbol: str, spellings: list[str]) -> None:
    assert {found.text if (found := parse_symbol(written)) else written for written in spellings} == {symbol}


@pytest.mark.parametrize("symbol", ["A/6316", "A/810", "A/4", "S/4387", "E/5112/Add.1", "T/1987"])
def test_an_early_symbol_counts_where_it_is_said_to_be_one(symbol: str) -> None:
    assert parse_symbols(symbol) == ()
    (stated,), (named,), (linked,) = (
        parse_symbols(f"U.N. Doc. {symbol}"),
        stated_symbols(symbol),
        symbols_in_address(f"https://undocs.org/{symbol}"),
    )
    assert stated == named == linked
    assert (stated.text, stated.session, stated.year, stated.months) == (symbol, None, None, None)


def test_a_resolution_of_the_security_council_is_the_same_without_its_year() -> None:
    one, other = parse_symbol("S/RES/1325 (2000)"), parse_symbol("S/RES/1325")
    assert one
    assert other
    assert one.identity == other.identity


@pytest.mark.parametrize("dash", ["-", "–", "; ", " and "])
def test_a_joint_document_has_several_symbols(dash: str) -> None:
    found = parse_symbols(f"E/2020/30{dash}E/CN.15/2020/6")
    assert [symbol.text for symbol in found] == ["E/2020/30", "E/CN.15/2020/6"]


@pytest.mark.parametrize(
    "text",
    ["A/4", "S/N 12345", "E/F", "AND/OR", "A/B/1", "GB/T 1234", "CRC/12", "2011/93/EU", "COM(2016) 871", "IP/12/680",
     "A/RES/64/292 of 28 July 2010", "CETS No. 201", "A/RES", "", "S/Z 12/3", "T/5", "E/2"],
)  # fmt: skip
def test_what_only_looks_like_a_symbol_is_none(text: str) -> None:
    assert parse_symbols(text) == ()


@pytest.mark.parametrize(
    ("url", "symbol"),
    [
        ("https://docs.un.org/en/A/RES/64/292", "A/RES/64/292"),
        ("https://docs.un.org/A/RES/64/292", "A/RES/64/292"),
        ("https://undocs.org/A/RES/64/292", "A/RES/64/292"),
        ("https://www.undocs.org/fr/A/RES/64/292", "A/RES/64/292"),
        ("https://undocs.org/S/RES/1325%20(2000)", "S/RES/1325 (2000)"),
        ("https://undocs.org/Home/Mobile?FinalSymbol=S%2FRES%2F1325(2000)&Language=E", "S/RES/1325 (2000)"),
        ("https://www.un.org/en/ga/search/view_doc.asp?symbol=A/RES/64/292", "A/RES/64/292"),
        ("https://www.un.org/ga/search/viewm_doc.asp?symbol=A/RES/64/292", "A/RES/64/292"),
        ("https://daccess-ods.un.org/access.nsf/Get?Open&DS=A/RES/64/292&Lang=E", "A/RES/64/292"),
        ("https://documents.un.org/api/symbol/access?s=A/RES/64/292&l=en", "A/RES/64/292"),
        ("https://digitallibrary.un.org/record/687002", ""),
        ("https://www.example.org/A/RES/64/292", ""),
        ("https://[x", ""),
    ],
)
def test_an_address_of_the_united_nations_names_its_document(url: str, symbol: str) -> None:
    assert "".join(found.text for found in symbols_in_address(url)) == symbol


@pytest.mark.parametrize(
    ("symbol", "address"),
    [
        ("A/RES/64/292", "https://docs.un.org/en/A/RES/64/292"),
        ("S/RES/1325 (2000)", "https://docs.un.org/en/S/RES/1325(2000)"),
        ("A/RES/217(III)[A]", "https://docs.un.org/en/A/RES/217(III)"),
        ("CBD/COP/DEC/15/4", ""),
        ("UNEP/CBD/COP/10/27", ""),
        ("UNEP/POPS/COP.1/31", ""),
        ("UNEP/EA.5/Res.1", "https://docs.un.org/en/UNEP/EA.5/Res.1"),
        ("S/PV.6160 (Resumption 1)", "https://docs.un.org/en/S/PV.6160(Resumption1)"),
    ],
)
def test_the_address_of_a_document(symbol: str, address: str) -> None:
    found = parse_symbol(symbol)
    assert found
    assert found.address == address


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("A/RES/25/2625", "A/RES/2625(XXV)"),
        ("A/RES/3/217", "A/RES/217(III)"),
        ("A/RES/29/3281", "A/RES/3281(XXIX)"),
        ("A/RES/31/1", ""),
    ],
)
def test_an_early_resolution_has_a_roman_session(written: str, meant: str) -> None:
    found = parse_symbol(written)
    assert found
    assert as_roman_session(found) == meant


@pytest.mark.parametrize(
    ("symbol", "first", "last"),
    [
        ("A/RES/54/263", (1999, 9), (2000, 12)),
        ("A/RES/1(I)", (1946, 1), (1947, 12)),
        ("A/C.3/65/L.1", (2010, 6), (2011, 12)),
        ("A/64/49 (Vol. III)", (2009, 1), (2012, 12)),
        ("A/64/350", (2009, 1), (2010, 12)),
        ("A/HRC/RES/7/1", (2008, 1), (2009, 3)),
        ("A/HRC/RES/3/1", (2006, 1), (2007, 3)),
        ("A/HRC/RES/45/8", (2020, 1), (2021, 3)),
        ("S/RES/1325 (2000)", (2000, 1), (2000, 12)),
    ],
)
def test_a_session_and_a_year_have_their_months(symbol: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    found = parse_symbol(symbol)
    assert found
    assert found.months == (first, last)
