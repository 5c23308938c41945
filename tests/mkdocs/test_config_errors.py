"""Tests of config_errors: what MkDocs has against a mkdocs.yml is told with its line, and nothing of it is logged."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from studyguide.mkdocs.config_errors import load_config_or_faults


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "site_name: A\nplugins: [zebra]\n",
            'mkdocs.yml:2:11: No plugin is called "zebra". Check its name, or take it out. [wrong-setting]',
        ),
        (
            "site_name: A\nsite_descripton: B\n",
            'mkdocs.yml:2:1: MkDocs cannot use the setting "site_descripton": '
            'Unrecognised configuration name: site_descripton. Did you mean "site_description"? [wrong-setting]',
        ),
        (
            "site_nmae: A\n",
            'mkdocs.yml:1:1: MkDocs cannot use the setting "site_nmae": '
            'Unrecognised configuration name: site_nmae. Did you mean "site_name"? [wrong-setting]',
        ),
        (
            "docs_dir: docs\n",
            'mkdocs.yml:1:1: MkDocs cannot use the setting "site_name": Required configuration not provided. '
            "[wrong-setting]",
        ),
        (
            "site_name: A\nnav: [a.md\n",
            "mkdocs.yml:2:6: This is not valid YAML. "
            "Close the quotation mark or bracket that is opened here. [yaml-syntax]",
        ),
        (
            "",
            'mkdocs.yml:1:1: MkDocs cannot use the setting "site_name": Required configuration not provided. '
            "[wrong-setting]",
        ),
        ("site_name: 2026\n", 'mkdocs.yml:1:1: "site_name" must be text. Put it in quotation marks. [wrong-setting]'),
        (
            "site_name: !Great news\n",
            'mkdocs.yml:1:12: "!Great" has no meaning here. '
            "Put text that begins with ! in quotation marks. [wrong-setting]",
        ),
        (
            "site_name: !ENVV [NAME, A]\n",
            'mkdocs.yml:1:12: "!ENVV" has no meaning here. Did you mean "!ENV"? [wrong-setting]',
        ),
        (
            "site_name: A\nplugins:\n  - serch\n",
            'mkdocs.yml:3:5: No plugin is called "serch". Did you mean "search"? [wrong-setting]',
        ),
        (
            "site_name: A\nplugins:\n  - search: {lan: en}\ntheme: material\n",
            'mkdocs.yml:3:14: The plugin "search" has no option "lan". Check its name, or take it out. [wrong-setting]',
        ),
        (
            "site_name: A\nplugins: search\n",
            'mkdocs.yml:2:1: "plugins" must be a list. '
            'Write each of its items in a line of its own behind "- ". [wrong-setting]',
        ),
        (
            "site_name: A\nhooks:\n  - hooks/gone.py\n",
            'mkdocs.yml:3:5: There is nothing at "hooks/gone.py", which "hooks" names. '
            "Check the path, or take it out. [wrong-setting]",
        ),
        (
            "site_name: A\ndocs_dir: doc\n",
            'mkdocs.yml:2:11: There is nothing at "doc", which "docs_dir" names. '
            "Check the path, or take it out. [wrong-setting]",
        ),
        (
            "site_name: A\ntheme:\n  name: material\n  custom_dir: overides\n",
            'mkdocs.yml:4:3: There is nothing at "overides", which "theme" names. '
            "Check the path, or take it out. [wrong-setting]",
        ),
        (
            "site_name: A\ntheme: {name: materiall}\n",
            'mkdocs.yml:2:15: The guide\'s pages are made for the theme "material", not for "materiall". '
            'Write "name: material" under theme in mkdocs.yml. [wrong-setting]',
        ),
        (
            "site_name: A\nmarkdown_extensions: [tabels]\n",
            'mkdocs.yml:2:23: No extension of Markdown is called "tabels". '
            "Check its name, or take it out. [wrong-setting]",
        ),
        (
            "site_name: A\nstrict: maybe\n",
            'mkdocs.yml:2:1: "strict" must be true or false. '
            "Write one of them, without quotation marks. [wrong-setting]",
        ),
        (
            "site_name: A\nextra:\n  guide:\n    conference: !PSMUN\n",
            'mkdocs.yml:4:17: A text cannot begin with "!". Put it in quotation marks. [unquoted-sign]',
        ),
        (
            "site_name: A\n<<<<<<< HEAD\nsite_author: B\n=======\nsite_author: C\n>>>>>>> other\n",
            "mkdocs.yml:2:1: A merge conflict is left here. Keep one of the two versions and delete the lines "
            "that begin with <<<<<<<, ======= and >>>>>>>. [merge-conflict]",
        ),
        (
            "site_name: A\x07\n",
            "mkdocs.yml:1:13: A character here cannot stand in YAML. Delete it and type it again. "
            "[forbidden-character]",
        ),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, told: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    faults = load_config_or_faults(tmp_path)
    assert isinstance(faults, list)
    assert [str(fault) for fault in faults] == [told]
    assert caplog.records == []


def test_several_faults_are_told_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    text = "site_name: A\nthemes: B\ntheme: {name: gone}\nextra_cs: C\nplugin: D\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    faults = load_config_or_faults(tmp_path)
    assert isinstance(faults, list)
    assert [fault.where.line for fault in faults] == [2, 3, 4, 5]


def test_the_guide_s_own_faults_are_told_with_them(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    text = "site_name: A\nextra: {guide: {conferense: B}}\nsite_descripton: C\nsite_name: D\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    faults = load_config_or_faults(tmp_path)
    assert isinstance(faults, list)
    kinds = ["unknown-field", "wrong-setting", "repeated-field"]
    assert [(fault.where.line, fault.rule) for fault in faults] == list(zip([2, 3, 4], kinds, strict=True))


def test_a_list_is_no_settings(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("- a\n", encoding="utf-8")
    faults = load_config_or_faults(tmp_path)
    assert isinstance(faults, list)
    assert [(str(fault.where), fault.rule) for fault in faults] == [("mkdocs.yml:1:1", "wrong-setting")]


def test_a_folder_without_settings(tmp_path: Path) -> None:
    faults = load_config_or_faults(tmp_path)
    assert isinstance(faults, list)
    assert [str(fault) for fault in faults] == [
        "mkdocs.yml:1: This file is missing. Put it back, or make it anew. [unreadable-file]"
    ]


def test_good_settings_are_loaded(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    config = load_config_or_faults(tmp_path)
    assert isinstance(config, MkDocsConfig)
    assert config.site_name == "A"
