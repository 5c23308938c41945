"""Upgrade a guide from before version 2, which holds a copy of the engine: tell the engine's files from the chairs'.

`legacy.sha256` lists the SHA-256 of each file that `make new` last copied. In such a guide, this command generated it:

    git ls-files -z .ci .editorconfig .github .gitignore .vscode LONGEVITY.md Makefile benchmarks docs/chairs hooks \
      overrides pyproject.toml 'requirements*.lock' schemas styles template tests | xargs -0 sha256sum
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from studyguide.authoring.file_merge import Fingerprint, Merge, Outcome
from studyguide.authoring.legacy_settings import HOOK, Remains, SettingsError, edit_settings
from studyguide.authoring.upgrade_plan import (
    Engine,
    Plan,
    UpgradeError,
    changes_of,
    describe,
    engine_files,
    merge_guide,
)
from studyguide.data.paths import SETTINGS

_STILL_USED = ("overrides/", "styles/", "docs/chairs/")
"""Folders in which a guide's file still overrides the engine's file of the same name."""
_MANIFEST = Path(__file__).with_name("legacy.sha256")
_CODE = ("hooks", "tests", "benchmarks")
_UNUSED = {
    "hooks/": "the engine's old hooks are not run any more",
    "template/": "the blank guide comes with the engine now",
    "tests/": "the old engine's tests, and what they shared, are gone: `make test` may fail here",
    "benchmarks/": "the old engine is gone",
}
"""Why a file in these folders has no effect any more."""
_WORDS = "tests/words.yaml"
"""Belongs to the chairs, but every guide has it since version 2."""
_BLANK_GUIDE = Path("authoring", "template", "guide")
_DOCUMENTS = ("README.md", "CONTRIBUTING.md")
_GONE_NAMES = (b"docs/chairs/", b"hooks/", b".venv", b"tests/guide/")


def read_manifest(file: Path = _MANIFEST) -> dict[str, Fingerprint]:
    """Return the fingerprints of the engine's files that `make new` copied into a guide, by path in the guide."""
    lines = (line.split(maxsplit=1) for line in file.read_text(encoding="utf-8").splitlines())
    return {path: frozenset({digest}) for digest, path in lines}


def is_legacy(guide: Path) -> bool:
    """Return whether a guide holds a copy of the engine."""
    return (guide / "hooks" / "studyguide" / "__init__.py").is_file()


def plan_legacy_upgrade(guide: Path, engine: Engine, manifest: Mapping[str, Fingerprint]) -> Plan:
    """Plan the upgrade of a guide that holds a copy of the engine; `manifest` lists the files of that copy.

    Raises `UpgradeError` if mkdocs.yml cannot be edited.
    """
    merges = merge_guide(guide, manifest, engine_files(engine))
    changes = changes_of(guide, merges)
    changes |= dict.fromkeys(_find_bytecode(guide))
    removed = {path for path, content in changes.items() if content is None}
    told = [f"The guide has engine {engine.version} now, in place of the copy of one that it held."]
    told += _removed_by_folder(merges)
    kept = [merge for merge in merges if merge.new is not None or merge.outcome is not Outcome.TAKEN]
    told += [_describe(merge, engine) for merge in kept if not _is_open(merge)]
    conflicts = [_describe(merge, engine) for merge in kept if _is_open(merge)]
    conflicts += [
        f"{path}: kept, it is yours; but {_why_unused(path)}."
        for path in _own_files_without_effect(guide, manifest, removed)
    ]
    if not (guide / _WORDS).exists():
        changes[_WORDS] = (engine.package / _BLANK_GUIDE / _WORDS).read_bytes()
        told.append(f"{_WORDS}: new. Words that the guide must keep, and must not use, can stand there.")
    settings = _edit_settings(guide, manifest, removed)
    changes |= settings.changes
    told += settings.told
    told += [f"{name}: kept; but it names files that are gone." for name in _outdated_documents(guide)]
    return Plan(changes, tuple(told), (*conflicts, *settings.conflicts))


def _edit_settings(guide: Path, manifest: Mapping[str, Fingerprint], removed: set[str]) -> Plan:
    """Plan the change of mkdocs.yml."""
    try:
        text = (guide / SETTINGS).read_bytes().decode()
        settings = edit_settings(text, manifest, _remains(guide, removed))
    except UnicodeDecodeError as error:
        raise UpgradeError(f"{SETTINGS}: This file is not saved as UTF-8 text. Save it so first.") from error
    except SettingsError as error:
        raise UpgradeError(str(error)) from error
    told = [
        f"{hook}: kept, and run behind the engine; but modules of the old one are gone." for hook in settings.own_hooks
    ]
    if settings.changed:
        told.insert(
            0, f"{SETTINGS}: changed only where the copied engine needed it otherwise: {', '.join(settings.changed)}."
        )
    lacking = [f'{SETTINGS}: write "hooks: [{HOOK}]" into it, with your own hooks behind that.']
    changes = {SETTINGS: settings.text.encode()} if settings.text != text else {}
    return Plan(changes, tuple(told), tuple(lacking if settings.lacks_hook else ()))


def _remains(guide: Path, removed: Container[str]) -> Remains:
    home = guide / "docs" / "index.md"
    return Remains(
        has_overrides=bool(_files_left(guide, "overrides", removed)),
        has_manual=bool(_files_left(guide, "docs/chairs", removed)),
        has_help=home.is_file() and b"{#get-help}" in home.read_bytes(),
    )


def _is_open(merge: Merge) -> bool:
    """Return whether a chair must look at a file: it has no effect any more, or the engine's lies beside it."""
    is_used = merge.new is None and merge.path.startswith(_STILL_USED)
    return merge.outcome is Outcome.CONFLICT and not is_used


def _describe(merge: Merge, engine: Engine) -> str:
    if merge.outcome is not Outcome.CONFLICT or merge.new is not None:
        return describe(merge, engine)
    if _is_open(merge):
        return f"{merge.path}: kept, you changed it; but {_why_unused(merge.path)}."
    return f"{merge.path}: kept, you changed it; it stands in for the engine's, as before."


def _removed_by_folder(merges: Iterable[Merge]) -> Iterator[str]:
    """Yield one sentence per folder with removed files, since hundreds of files are removed."""
    removed = [merge.path for merge in merges if merge.outcome is Outcome.TAKEN and merge.new is None]
    for name, number in sorted(Counter(path.partition("/")[0] for path in removed).items()):
        if name in removed:
            yield f"{name}: removed, the engine brings its own."
        else:
            yield f"{name}/: {number} file{'s' if number > 1 else ''} of the copied engine removed."


def _find_bytecode(guide: Path) -> Iterator[str]:
    """Yield the paths of the copied engine's bytecode, which would keep its folders from being removed."""
    for folder in _CODE:
        for path in sorted((guide / folder).rglob("__pycache__/*.pyc")):
            yield path.relative_to(guide).as_posix()


def _files_left(guide: Path, folder: str, removed: Container[str]) -> list[str]:
    """Return the paths of the files in a folder of the guide that are not removed."""
    paths = (path.relative_to(guide).as_posix() for path in sorted((guide / folder).rglob("*")) if path.is_file())
    return [path for path in paths if path not in removed and "/node_modules/" not in path]


def _why_unused(path: str) -> str:
    """Return why a file that the guide keeps has no effect any more."""
    return next((why for folder, why in _UNUSED.items() if path.startswith(folder)), "nothing reads it any more")


def _own_files_without_effect(guide: Path, manifest: Container[str], removed: Container[str]) -> Iterator[str]:
    """Yield the paths of the files that chairs added to the engine's folders and that only the copied engine used."""
    for folder in ("benchmarks", "template", "tests"):
        yield from (path for path in _files_left(guide, folder, removed) if path not in manifest)


def _outdated_documents(guide: Path) -> Iterable[str]:
    """Return the names of the guide's own documents that mention removed files."""
    there = {name: (guide / name).read_bytes() for name in _DOCUMENTS if (guide / name).is_file()}
    return [name for name, content in there.items() if any(gone in content for gone in _GONE_NAMES)]
