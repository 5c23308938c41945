"""What editors are given: schemas that explain each line and are those of the build, and settings that name them."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from mkdocs.utils.yaml import yaml_load

from studyguide.data import guide
from tests.paths import ROOT, SCHEMAS

SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
EXTENSIONS = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
DATA = ["glossary.yaml", "timeline.yaml"]
PROGRAMMERS_WORDS = re.compile(r"\b(?:array|boolean|enum|integer|JSON|null|object|regex|string)\b", re.IGNORECASE)


def schema_of(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((SCHEMAS / name.replace(".yaml", ".schema.json")).read_text("utf-8"))
    return schema


def described(schema: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """A schema and those in it that an editor explains, each with its path."""
    yield path, schema
    if "items" in schema and "properties" in schema["items"]:
        yield from described(schema["items"], f"{path}/items")
    for name, inner in schema.get("properties", {}).items():
        yield from described(inner, f"{path}/{name}")


@pytest.mark.parametrize("name", DATA)
def test_the_editor_and_the_build_use_the_same_schema(name: str) -> None:
    modeline = MODELINE.match((ROOT / name).read_text(encoding="utf-8"))
    assert modeline
    assert SETTINGS["yaml.schemas"][f"./{modeline[1]}"] == name
    assert guide.schema_of(name) == json.loads((ROOT / modeline[1]).read_text(encoding="utf-8"))


def test_the_settings_have_a_schema_too() -> None:
    """MkDocs' own schema comes with the editor's extension, so that mkdocs.yml names none."""
    assert SETTINGS["yaml.schemas"]["./schemas/mkdocs.schema.json"] == "mkdocs.yml"
    schema = guide.schema_of("mkdocs.yml")
    assert list(Draft202012Validator(schema).iter_errors(yaml_load((ROOT / "mkdocs.yml").read_text("utf-8")))) == []


def test_the_extensions_that_read_these_files_are_recommended() -> None:
    assert EXTENSIONS["recommendations"] == ["redhat.vscode-yaml", "editorconfig.editorconfig"]
    assert (ROOT / ".editorconfig").is_file()


@pytest.mark.parametrize("name", DATA)
def test_the_guide_s_own_file_is_valid_as_an_editor_reads_it(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert list(Draft202012Validator(schema_of(name)).iter_errors(yaml.safe_load(text))) == []


@pytest.mark.parametrize("name", [*DATA, "mkdocs.yml"])
def test_everything_is_explained_in_plain_words(name: str) -> None:
    for path, schema in described(guide.schema_of(name)):
        words = schema["description"]
        assert words.endswith("."), path
        assert not PROGRAMMERS_WORDS.search(words), path


@pytest.mark.parametrize("name", DATA)
@pytest.mark.parametrize("field", ["id", "former_ids", "sources"])
def test_what_has_a_form_says_which(name: str, field: str) -> None:
    rule = schema_of(name)["items"]["properties"][field]
    assert rule.get("items", rule)["errorMessage"].endswith(".")
