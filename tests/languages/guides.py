"""The small guides in other languages, to be built as `make build` builds one."""

import shutil
from pathlib import Path

from tests.example_guide import lay_out_engine

GUIDES = Path(__file__).parent / "guides"


def lay_out_guide(folder: Path, language: str) -> Path:
    """Write the guide in a language into a new folder of `folder`."""
    guide = folder / language
    shutil.copytree(GUIDES / language, guide)
    shutil.copy(GUIDES / "common.yml", folder)
    lay_out_engine(guide)
    return guide
