"""Privacy: the policy of a page names each script of the theme by its hash, and links to other sites tell nothing."""

import hashlib
from base64 import b64encode

import pytest

from studyguide.outputs.site.csp import with_policy, with_private_links


def hash_of(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def policy_of(html: str) -> str:
    start = html.index('http-equiv="Content-Security-Policy" content="')
    return html[start:].split('"')[3]


def test_policy_stands_first_in_the_head() -> None:
    page = with_policy('<html><head><meta charset="utf-8"></head><body></body></html>')
    assert page.startswith('<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'self\'; ')


def test_script_in_the_page_is_named_by_its_hash_once() -> None:
    script = 'var a = "é";\n'
    page = with_policy(f"<head></head><script>{script}</script><SCRIPT defer>{script}</SCRIPT >")
    assert policy_of(page).count(hash_of(script)) == 1


@pytest.mark.parametrize(
    "script",
    [
        '<script src="a.js"></script>',
        "<script async SRC=a.js></script>",
        '<script id="x" type="application/json">{}</script>',
        "<script type='application/ld+json'>{}</script>",
    ],
)
def test_file_and_data_need_no_hash(script: str) -> None:
    assert "sha256" not in with_policy(f"<head></head>{script}")


def test_script_that_the_content_brought_may_not_run() -> None:
    content = "<p>Text</p><script>alert(1)</script>"
    policy = policy_of(with_policy(f"<head><script>theme()</script></head><main>{content}</main>", content))
    assert hash_of("theme()") in policy
    assert hash_of("alert(1)") not in policy


def test_nothing_is_evaluated() -> None:
    policy = policy_of(with_policy("<head></head>"))
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]


def test_only_the_site_s_own_worker_and_manifest_are_allowed() -> None:
    directives = policy_of(with_policy("<head></head>")).split("; ")
    assert {"worker-src 'self'", "manifest-src 'self'"} <= set(directives)


@pytest.mark.parametrize(
    ("link", "private"),
    [
        ('<a href="https://un.org/">', '<a href="https://un.org/" rel="noopener noreferrer">'),
        ("<a class=x href='http://un.org/'>", "<a class=x href='http://un.org/' rel=\"noopener noreferrer\">"),
        ('<a href="//un.org/">', '<a href="//un.org/" rel="noopener noreferrer">'),
        ('<a rel="license" href="https://cc.org/">', '<a href="https://cc.org/" rel="license noopener noreferrer">'),
        (
            '<a href="https://un.org/" rel="noopener" data-x="a > b">',
            '<a href="https://un.org/" data-x="a > b" rel="noopener noreferrer">',
        ),
    ],
)
def test_link_to_another_site_tells_nothing(link: str, private: str) -> None:
    assert with_private_links(f"<p>{link}UN</a></p>") == f"<p>{private}UN</a></p>"


@pytest.mark.parametrize(
    "link", ['<a href="../x/">', '<a href="#y">', '<a href="mailto:a@b.example">', "<abbr href='//x'>"]
)
def test_link_within_the_site_stays(link: str) -> None:
    assert with_private_links(link) == link
