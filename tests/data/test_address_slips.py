"""Tests of data.address_slips: an address that cannot work is told with the one that is meant, and no other is."""

import pytest

from studyguide.data.address_slips import address_slips


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https: //www.un.org/x", "https://www.un.org/x"),
        ("https : // www.un.org/x", "https://www.un.org/x"),
        ("https:// www.un.org/x", "https://www.un.org/x"),
        ("https ://un.org", "https://un.org"),
        ("https://www. un.org/x", "https://www.un.org/x"),
        ("http//www.un.org/x", "https://www.un.org/x"),
        ("http:/www.un.org/x", "https://www.un.org/x"),
        ("http:///www.un.org/x", "https://www.un.org/x"),
        (r"https:\\www.un.org", "https://www.un.org"),
        ("https;//www.un.org", "https://www.un.org"),
        ("htpps://www.un.org", "https://www.un.org"),
        ("hhttps://www.un.org", "https://www.un.org"),
        ("ttps://www.un.org", "https://www.un.org"),
        ("https://https://www.un.org/x", "https://www.un.org/x"),
        ("https://http//www.un.org/x", "https://www.un.org/x"),
        ("http://www.un,org/x", "www.un.org"),
        ("http://www,un.org/x", "www.un.org"),
        ("http://www..un.org/x", "www.un.org"),
        ("https:www.un.org/x", "https://www.un.org/x"),
        ("https:un.org", "https://un.org"),
        ("hhtps://www.un.org", "https://www.un.org"),
        ("hptts://www.un.org", "https://www.un.org"),
        ("google.com/url?q=https://www.un.org/x&sa=D", "https://www.un.org/x"),
        ("l.facebook.com/l.php?u=https%3A%2F%2Fwww.un.org%2Fx&h=AT0", "https://www.un.org/x"),
    ],
)
def test_a_slip_is_told_once_with_what_is_meant(written: str, meant: str) -> None:
    for text, start in ((written, 0), (f"See [it]({written}) and go.", 9), (f"See <{written}>.", 5)):
        ((offset, slip),) = address_slips(text)
        assert offset == start
        assert meant in slip.fix


@pytest.mark.parametrize("written", ["https://wwwun/x", "https://www.un.o/x", "https://host", "http://intranet/a?b=c"])
def test_what_may_stand_for_another_address_stops_no_build(written: str) -> None:
    ((offset, slip),) = address_slips(f"See <{written}>.")
    assert (offset, slip.rule) == (5, "doubtful-address")


@pytest.mark.parametrize(
    "text",
    [
        "https://www.un.org/a,b/c, which is https://un.org.",
        "https://un.org,http://who.int and https://un.org,www.who.int",
        "http://localhost:8000/x and http://192.168.0.1/ and https://user@x.org:80/",
        "https://web.archive.org/web/2020/http:/un.org and https://web.archive.org/web/2020/https://un.org",
        "https://xn--80ak6aa92e.com and https://例え.jp/ and https://пример.рф/",
        "https://例え.テスト and https://bücher.example/x and https://b\u00fc\u0308cher.example",
        "https://उदाहरण.परीक्षा/x and https://ตัวอย่าง.ไทย and https://例え。テスト and https://مثال.إختبار",
        "https://xn--r8jz45g.xn--zckzah/x and “https://www.un.org” and https://www.un.org,which is open",
        "An address begins with https:// or http://, and https://... goes on.",
        "HTTP/1.1 and/or http: it is a protocol // of the Web",
        "https: www.un.org, ssh://un.org, example.org/share?url=https://www.un.org, http:, https:.",
        "mailto:a.b and ftp://un.org and //un.org",
        "",
    ],
)
def test_nothing_else_is_told(text: str) -> None:
    assert list(address_slips(text)) == []
