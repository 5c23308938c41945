"""Errors in the hooks of a guide's own are told at their line, and no traceback is shown."""

from pathlib import Path

import pytest

from studyguide.mkdocs.config_errors import load_config_or_faults
from tests.mkdocs.test_build import change, lay_out, run
from tests.paths import ROOT

AT_LOAD = [
    ("import nothing_there\n", "1: {} ModuleNotFoundError: No module named 'nothing_there'. {}"),
    ("\ndef on_files(files)\n    pass\n", "2:20: {} SyntaxError: expected ':'. {}"),
    (
        "\n\ndef on_page_markdwn(**all):\n    pass\n",
        '3: MkDocs has no event "on_page_markdwn". Did you mean "on_page_markdown"? [wrong-hook]',
    ),
]
IN_THE_BUILD = [
    ("def on_startup(command, dirty):\n    raise ValueError\n", "2: {} ValueError. {}"),
    ("def on_config(config):\n    return config['nope']\n", "2: {} KeyError: 'nope'. {}"),
    (
        "import json\n\ndef on_page_markdown(markdown, **others):\n    return json.loads('?')\n",
        "4: {} JSONDecodeError: Expecting value: line 1 column 1 (char 0). {}",
    ),
    (
        "\ndef on_files(files):\n    pass\n",
        "2: {} TypeError: on_files() got an unexpected keyword argument 'config'. {}",
    ),
    ("def on_config(config):\n    return 'x'\n", "1: {} it returns str in place of MkDocsConfig. {}"),
    ("\ndef on_page_markdown(markdown, **others):\n    return 5\n", "2: {} it returns int in place of str. {}"),
    ("def on_files(files, config):\n    return [*files]\n", "1: {} it returns list in place of Files. {}"),
    ("def on_nav(nav, **others):\n    return []\n", "1: {} it returns list in place of Navigation. {}"),
    ("def on_env(env, **others):\n    return True\n", "1: {} it returns bool in place of Environment. {}"),
    ("def on_post_page(output, **others):\n    return output.encode()\n", "1: {} it returns bytes in place of str. {}"),
    ("def on_page_context(context, **others):\n    return 'x'\n", "1: {} it returns str in place of dict. {}"),
    (
        "def on_post_build(config):\n    open('nowhere/file')\n",
        "2: {} FileNotFoundError: [Errno 2] No such file or directory: 'nowhere/file'. {}",
    ),
]


def spelt_out(told: str) -> str:
    mend = "Mend it, or take its file out of hooks in mkdocs.yml. [wrong-hook]"
    return f"hooks/own.py:{told.format('This hook stops the build:', mend)}"


def with_hook(folder: Path, hook: str) -> Path:
    """A good guide with a hook of its own behind the engine's."""
    guide = lay_out(folder)
    (guide / "hooks").mkdir()
    (guide / "hooks" / "own.py").write_text(hook, encoding="utf-8")
    engine = f"{ROOT.as_posix()}/hooks/guide.py"
    change(guide / "mkdocs.yml", f"hooks: [{engine}]", f"hooks: [{engine}, hooks/own.py]")
    return guide


@pytest.mark.parametrize(("hook", "told"), AT_LOAD)
def test_the_check_tells_what_cannot_be_loaded(hook: str, told: str, tmp_path: Path) -> None:
    faults = load_config_or_faults(with_hook(tmp_path, hook))
    assert isinstance(faults, list)
    assert [str(fault) for fault in faults] == [spelt_out(told)]


@pytest.mark.parametrize(("hook", "told"), [*AT_LOAD, *IN_THE_BUILD])
def test_the_build_tells_it_in_one_line_and_keeps_the_last_site(hook: str, told: str, tmp_path: Path) -> None:
    guide = with_hook(tmp_path, hook)
    (guide / "site").mkdir()
    (guide / "site" / "index.html").write_text("The last good site.")
    done = run(guide, "-m", "mkdocs", "build", "--strict", "-q")
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if "hooks/own.py" in line] == [f"ERROR   -  {spelt_out(told)}"]
    assert "Traceback" not in done.stdout
    assert [file.name for file in (guide / "site").iterdir()] == ["index.html"]


def test_what_a_hook_says_itself_stays_as_it_is(tmp_path: Path) -> None:
    hook = (
        "from mkdocs.exceptions import PluginError\n\ndef on_nav(nav, **others):\n    raise PluginError('Ask Anna.')\n"
    )
    done = run(with_hook(tmp_path, hook), "-m", "mkdocs", "build", "--strict", "-q")
    assert done.stdout.splitlines()[0] == "ERROR   -  Ask Anna."
    assert "wrong-hook" not in done.stdout


def test_a_hook_may_return_nothing_or_what_it_was_given(tmp_path: Path) -> None:
    hook = (
        "def on_page_markdown(markdown, **others):\n    return markdown.replace('A small', 'A tiny')\n\n"
        "def on_page_context(context, **others):\n    return {**context}\n\n"
        "def on_files(files, config):\n    return None\n"
    )
    guide = with_hook(tmp_path, hook)
    done = run(guide, "-m", "mkdocs", "build", "--strict", "-q")
    assert done.stdout == ""
    assert (guide / "site" / "index.html").is_file()
