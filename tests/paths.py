"""Where the tests find the engine's files and their own."""

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
ENGINE = ROOT / "src" / "studyguide"
GOLDEN, SITES, HOSTILE = TESTS / "golden", TESTS / "sites", TESTS / "hostile"
STYLES, SCHEMAS = ENGINE / "styles", ENGINE / "data" / "schemas"
MANUAL, THEME = ENGINE / "manual", ENGINE / "theme"
