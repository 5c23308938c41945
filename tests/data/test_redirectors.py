"""Tests of data.redirectors: the page behind a redirector, and links that hide theirs."""

import pytest

from studyguide.data.redirectors import is_short_link, page_behind

PAGE = "https://www.un.org/en/"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.google.com/url?q=https%3A%2F%2Fwww.un.org%2Fen%2F&sa=D&ust=1",
        "http://google.co.uk/url?sa=t&rct=j&url=https://www.un.org/en/&usg=1",
        "https://www.google.com/url?sa=t&amp;url=https%3A%2F%2Fwww.un.org%2Fen%2F",
        r"https://www.google.com/url?sa=t\&url=https%3A%2F%2Fwww.un.org%2Fen%2F",
        "https://www.google.com/amp/s/www.un.org/en/",
        "https://www.google.com/imgres?imgurl=x&imgrefurl=https%3A%2F%2Fwww.un.org%2Fen%2F",
        "https://scholar.google.com/scholar_url?url=https%3A%2F%2Fwww.un.org%2Fen%2F&hl=en",
        "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.un.org%2Fen%2F&data=05%7C01",
        "https://eur03.safelinks.protection.outlook.com/ap/w-59584e83/?url=https%3A%2F%2Fwww.un.org%2Fen%2F&data=05",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.un.org%2Fen%2F&h=AT0",
        "https://lm.facebook.com/l.php?u=https%3A%2F%2Fwww.un.org%2Fen%2F&h=AT0",
        "https://l.instagram.com/?u=https%3A%2F%2Fwww.un.org%2Fen%2F&e=AT0",
        "https://www.youtube.com/redirect?event=video&q=https%3A%2F%2Fwww.un.org%2Fen%2F",
        "https://out.reddit.com/t3_1?url=https%3A%2F%2Fwww.un.org%2Fen%2F&token=1",
        "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fwww.un.org%2Fen%2F",
        "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fwww.un.org%2Fen%2F&urlhash=1",
        "https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly93d3cudW4ub3JnL2VuLw&ntb=1",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.un.org_en_&d=DwI",
        "https://urldefense.com/v3/__https://www.un.org/en/__;!!abc",
        "https://urldefense.us/v2/url?u=https-3A__www.un.org_en_&d=DwI",
        "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fwww.un.org%2fen%2f&c=E,1",
        "https://clicktime.symantec.com/3AB?u=https%3A%2F%2Fwww.un.org%2Fen%2F",
        "https://secure-web.cisco.com/1ab/https%3A%2F%2Fwww.un.org%2Fen%2F",
        "https://www-un-org.translate.goog/en/",
        "https://www.un.org.ezproxy.example.edu/en/",
        "https://www.un.org.example.idm.oclc.org/en/",
        "https://login.example.idm.oclc.org/login?url=https%3A%2F%2Fwww.un.org%2Fen%2F",
        "https://www-un-org.cdn.ampproject.org/c/s/www.un.org/en/",
        "https://docs.google.com/viewer?url=https%3A%2F%2Fwww.un.org%2Fen%2F",
        "https://view.officeapps.live.com/op/view.aspx?src=https%3A%2F%2Fwww.un.org%2Fen%2F&wdOrigin=1",
        "https://r.search.yahoo.com/_ylt=1/RU=https%3a%2f%2fwww.un.org%2fen%2f/RK=2/RS=1",
        "https://nam10.safelinks.protection.outlook.com/?url="
        "https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fwww.un.org%252Fen%252F&data=1",
    ],
)
def test_the_page_is_taken_from_the_address(url: str) -> None:
    assert page_behind(url) == PAGE


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        "https://www.google.com/search?q=https%3A%2F%2Fwww.un.org",
        "https://www.google.com/url?q=nothing",
        "https://www.google.com/maps",
        "https://www.facebook.com/unitednations",
        "https://www.bing.com/ck/a?u=a1%%%",
        "https://web.archive.org/web/2020/https://www.un.org/en/",
        "https://example.org/share?url=https%3A%2F%2Fwww.un.org",
        "https://www.proxy.org/x",
        "https://docs.google.com/document/d/1?url=https%3A%2F%2Fwww.un.org",
        "https://[x",
        "words",
    ],
)
def test_other_addresses_lead_where_they_say(url: str) -> None:
    assert page_behind(url) == ""


def test_a_hyphen_of_a_translated_site_is_doubled() -> None:
    assert page_behind("https://eur--lex-europa-eu.translate.goog/a?b=c") == "https://eur-lex.europa.eu/a?b=c"


def test_the_page_can_stand_in_a_link_and_in_a_source() -> None:
    url = "https://www.google.com/url?q=https%3A%2F%2Fx.org%2Fa%20(b)%7B%7D%3Fc%3D%25C3%25A9%26d"
    assert page_behind(url) == "https://x.org/a%20%28b%29%7B%7D?c=%C3%A9&d"


@pytest.mark.parametrize(
    "url",
    [
        "https://t.co/a",
        "http://bit.ly/2",
        "https://maps.app.goo.gl/x",
        "https://lnkd.in/e",
        "https://protect-eu.mimecast.com/s/A?domain=x.org",
    ],
)
def test_a_short_link_hides_where_it_leads(url: str) -> None:
    assert is_short_link(url)


@pytest.mark.parametrize(
    "url", ["https://bit.ly", "https://pubs.co/a", "https://un.org/t.co/a", "https://doi.org/10.1"]
)
def test_no_other_link_does(url: str) -> None:
    assert not is_short_link(url)
