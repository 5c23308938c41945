"""Serves the built site as a Pages host does, and has Lighthouse measure it: `make lighthouse`."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser.chromium import NAMES
from tests.browser.server import serving

HERE = Path(__file__).parent
SITE = HERE.parents[1] / "site"


def main() -> int:
    """Give Lighthouse's exit code: 0 where every page reaches every bar."""
    browser = next(filter(None, map(shutil.which, NAMES)), None)
    node = shutil.which("node")
    if not browser or not node:
        sys.exit("Lighthouse needs Node and an installed Chromium or Chrome: install what is missing.")
    if not (SITE / "index.html").is_file():
        sys.exit("There is no site to measure: run make build.")
    with serving(Path(sys.argv[1]) if len(sys.argv) > 1 else SITE) as address:
        return subprocess.run([node, "run.mjs", address, browser], cwd=HERE, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
