"""A mkdocs.yml that named the copied engine names the new one, and is the same letter for letter otherwise."""

import pytest

from studyguide.authoring.legacy_settings import Remains, SettingsError, edit_settings

FILES = {
    "hooks/build.py",
    "hooks/print.py",
    "overrides/assets/stylesheets/guide.css",
    "overrides/assets/stylesheets/page.css",
    "overrides/assets/javascripts/tips.js",
}
NOTHING_LEFT = Remains(has_overrides=False, has_manual=False, has_help=False)
ALL_LEFT = Remains(has_overrides=True, has_manual=True, has_help=False)
WITH_HELP = Remains(has_overrides=False, has_manual=False, has_help=True)
LINK = 'header_link: "[**Get help** or report](index.md#get-help)"'

WHOLE = """\
# The site.
site_name: Ours   # a remark
site_url: !ENV [SITE_URL, ""]
extra:
  guide:
    topic: >-
      Long
    contact: ""
not_in_nav: /chairs/
hooks: [hooks/build.py, hooks/print.py]

theme:
  name: material
  custom_dir: overrides
  font: false
extra_css: [assets/stylesheets/guide.css, assets/stylesheets/page.css]
extra_javascript: [assets/javascripts/tips.js]
# The end.
plugins: [search]
"""
WHOLE_AFTER = f"""\
# The site.
site_name: Ours   # a remark
site_url: !ENV [SITE_URL, ""]
extra:
  guide:
    topic: >-
      Long
    contact: ""
    {LINK}
hooks: [hooks/guide.py]

theme:
  name: material
  font: false
# The end.
plugins: [search]
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_whole_settings(line_end: str, mark: str) -> None:
    settings = edit_settings(mark + WHOLE.replace("\n", line_end), FILES, WITH_HELP)
    assert settings.text == mark + WHOLE_AFTER.replace("\n", line_end)
    assert set(settings.changed) == {
        "header_link",
        "hooks",
        "extra_css",
        "extra_javascript",
        "custom_dir",
        "not_in_nav",
    }
    assert settings.own_hooks == ()
    assert not settings.lacks_hook


def test_what_is_edited_already_stays() -> None:
    settings = edit_settings(WHOLE_AFTER, FILES, WITH_HELP)
    assert (settings.text, settings.changed, settings.lacks_hook) == (WHOLE_AFTER, (), False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # In brackets.
        ("hooks: [hooks/build.py]\n", "hooks: [hooks/guide.py]\n"),
        ("hooks: [hooks/mine.py, hooks/build.py]\n", "hooks: [hooks/mine.py, hooks/guide.py]\n"),
        (
            'hooks: ["hooks/build.py", a.py, hooks/print.py, b.py] # all\n',
            "hooks: [hooks/guide.py, a.py, b.py] # all\n",
        ),
        ("hooks: [\n  hooks/build.py,\n  hooks/print.py,\n]\n", "hooks: [\n  hooks/guide.py,\n]\n"),
        ("hooks: [hooks/build.py, hooks/guide.py, a.py]\n", "hooks: [hooks/guide.py, a.py]\n"),
        # An item a line.
        (
            "hooks:\n  - a.py\n  - hooks/build.py  # first\n  # Behind.\n  - hooks/print.py\n\n# Next.\nx: 1\n",
            "hooks:\n  - a.py\n  - hooks/guide.py  # first\n  # Behind.\n\n# Next.\nx: 1\n",
        ),
        ("hooks:\n- hooks/build.py\n- hooks/print.py", "hooks:\n- hooks/guide.py\n"),
        # Stylesheets and scripts of the guide's own.
        (
            "hooks: [hooks/guide.py]\nextra_css: [assets/stylesheets/guide.css, a.css, assets/stylesheets/page.css]\n",
            "hooks: [hooks/guide.py]\nextra_css: [a.css]\n",
        ),
        (
            "hooks: [hooks/guide.py]\nextra_css: [assets/stylesheets/guide.css, assets/stylesheets/page.css, a, b]\n",
            "hooks: [hooks/guide.py]\nextra_css: [a, b]\n",
        ),
        (
            "hooks: [hooks/guide.py]\nextra_css:\n  - assets/stylesheets/guide.css\n\n  # Mine.\n  - a.css\nx: 1\n",
            "hooks: [hooks/guide.py]\nextra_css:\n\n  # Mine.\n  - a.css\nx: 1\n",
        ),
        (
            "hooks: [hooks/guide.py]\nextra_css:\n  - assets/stylesheets/guide.css\n\n# Next.\nx: 1\n",
            "hooks: [hooks/guide.py]\n\n# Next.\nx: 1\n",
        ),
        (
            "hooks: [hooks/guide.py]\nextra_javascript:\n  - path: a.js\n    defer: true\n"
            "  - assets/javascripts/tips.js\n",
            "hooks: [hooks/guide.py]\nextra_javascript:\n  - path: a.js\n    defer: true\n",
        ),
        ("hooks: [hooks/guide.py]\nextra_css: []\n", "hooks: [hooks/guide.py]\nextra_css: []\n"),
        # The theme's folder.
        (
            "hooks: [hooks/guide.py]\ntheme: {name: material, custom_dir: overrides/, font: false}\n",
            "hooks: [hooks/guide.py]\ntheme: {name: material, font: false}\n",
        ),
        (
            "hooks: [hooks/guide.py]\ntheme: {custom_dir: overrides, name: material}\n",
            "hooks: [hooks/guide.py]\ntheme: {name: material}\n",
        ),
        (
            "hooks: [hooks/guide.py]\ntheme:\n  name: material\n  custom_dir: mine\n",
            "hooks: [hooks/guide.py]\ntheme:\n  name: material\n  custom_dir: mine\n",
        ),
        # What is hidden from the navigation.
        ("hooks: [hooks/guide.py]\nnot_in_nav: |\n  /chairs/\n\nx: 1\n", "hooks: [hooks/guide.py]\n\nx: 1\n"),
        (
            "hooks: [hooks/guide.py]\nnot_in_nav: |\n  /chairs/\n  /drafts/\n",
            "hooks: [hooks/guide.py]\nnot_in_nav: |\n  /chairs/\n  /drafts/\n",
        ),
    ],
)
def test_other_ways_to_write_them(before: str, after: str) -> None:
    assert edit_settings(before, FILES, NOTHING_LEFT).text == after


def test_what_still_has_a_use_stays() -> None:
    before = "hooks: [hooks/guide.py]\nnot_in_nav: /chairs/\ntheme:\n  name: material\n  custom_dir: overrides\n"
    settings = edit_settings(before, FILES, ALL_LEFT)
    assert (settings.text, settings.changed) == (before, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("extra:\n  guide: {topic: T}\n", f"extra:\n  guide: {{topic: T, {LINK}}}\n"),
        ("extra:\n    guide:\n        topic: T", f"extra:\n    guide:\n        topic: T\n        {LINK}\n"),
        ("extra:\n  guide:\n    topic: T\n\n  a: 1\n", f"extra:\n  guide:\n    topic: T\n    {LINK}\n\n  a: 1\n"),
        ('extra:\n  guide:\n    header_link: "[A](b.md)"\n', 'extra:\n  guide:\n    header_link: "[A](b.md)"\n'),
        ("extra:\n  a: 1\n", "extra:\n  a: 1\n"),
        ("site_name: A\n", "site_name: A\n"),
    ],
)
def test_the_link_in_the_header_is_named(before: str, after: str) -> None:
    assert edit_settings(before, FILES, WITH_HELP).text == after


def test_hooks_of_the_guide_s_own_are_known() -> None:
    settings = edit_settings("hooks: [a.py, hooks/build.py, hooks/mine.py]\n", FILES, NOTHING_LEFT)
    assert settings.own_hooks == ("a.py", "hooks/mine.py")


@pytest.mark.parametrize("text", ["site_name: A\n", "hooks: [a.py]\n", "hooks: a.py\n", "hooks:\n"])
def test_where_no_hook_of_the_engine_is_named_that_is_known(text: str) -> None:
    settings = edit_settings(text, FILES, NOTHING_LEFT)
    assert settings.lacks_hook
    assert settings.text == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: b\nhooks: [a\nb: c\n", "mkdocs.yml:3:2: This is not valid YAML. Mend it, then upgrade."),
        ("a: \x07\n", "mkdocs.yml: This is not valid YAML. Mend it, then upgrade."),
        ("- a\n", 'mkdocs.yml:1:1: Write each setting as a line "name: value", then upgrade.'),
        ("{a: b}\n", 'mkdocs.yml:1:1: Write each setting as a line "name: value", then upgrade.'),
        ("", 'mkdocs.yml:1:1: Write each setting as a line "name: value", then upgrade.'),
    ],
)
def test_what_cannot_be_edited_is_refused(text: str, words: str) -> None:
    with pytest.raises(SettingsError) as told:
        edit_settings(text, FILES, NOTHING_LEFT)
    assert str(told.value) == words
