"""Assets: our styles and scripts are named by what they hold, and the pages name them so."""

from pathlib import Path

from mkdocs.config.base import load_config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from studyguide.mkdocs import fingerprints

STYLE, SCRIPT, DEFERRED = "assets/stylesheets/look.css", "assets/javascripts/tips.js", "assets/javascripts/late.js"


def a_config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir(exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: A guide\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"), theme={"name": "mkdocs"})
    deferred = ExtraScriptValue(DEFERRED)
    deferred.defer = True
    config.extra_css, config.extra_javascript = [STYLE], [SCRIPT, deferred, "https://un.org/a.js"]
    return config


def name_by_content(tmp_path: Path, style: str) -> tuple[MkDocsConfig, Files]:
    config = a_config(tmp_path)
    contents = {STYLE: style, SCRIPT: "tips();", DEFERRED: "late();"}
    for path, content in contents.items():
        file = tmp_path / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    files = Files([File(path, config.docs_dir, config.site_dir, use_directory_urls=True) for path in contents])
    fingerprints.rename(files, config)
    return config, files


def test_files_and_pages_have_the_same_names(tmp_path: Path) -> None:
    config, files = name_by_content(tmp_path, "a { color: red }")
    named = [*config.extra_css, *map(str, config.extra_javascript[:2])]
    assert [file.dest_uri for file in files] == [file.url for file in files] == named
    assert [Path(file.abs_dest_path) for file in files] == [Path(config.site_dir, name) for name in named]


def test_new_content_has_a_new_name_and_the_same_content_the_same(tmp_path: Path) -> None:
    red, green, again = (name_by_content(tmp_path, f"a {{ color: {colour} }}")[0] for colour in ("red", "green", "red"))
    assert red.extra_css == again.extra_css != green.extra_css
    assert red.extra_javascript[0] == green.extra_javascript[0]


def test_options_of_a_script_and_scripts_from_elsewhere_stay(tmp_path: Path) -> None:
    config, _ = name_by_content(tmp_path, "")
    late = config.extra_javascript[1]
    assert isinstance(late, ExtraScriptValue)
    assert late.defer
    assert config.extra_javascript[2] == "https://un.org/a.js"
