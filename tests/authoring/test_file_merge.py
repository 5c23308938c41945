"""What becomes of a file that the guide, the old and the new engine may each have in a form of its own."""

import pytest

from studyguide.authoring.file_merge import Merge, Outcome, fingerprint, merge_files


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "outcome"),
    [
        (b"1", b"1", b"1", None),
        (b"1", b"1", b"2", Outcome.TAKEN),
        (b"1", b"1", None, Outcome.TAKEN),
        (None, None, b"2", Outcome.TAKEN),
        (b"1", b"mine", b"1", Outcome.KEPT),
        (b"1", None, b"1", Outcome.KEPT),
        (b"1", b"2", b"2", None),
        (b"1", None, None, None),
        (None, b"2", b"2", None),
        (b"1", b"mine", b"2", Outcome.CONFLICT),
        (b"1", None, b"2", Outcome.CONFLICT),
        (b"1", b"mine", None, Outcome.CONFLICT),
        (None, b"mine", b"2", Outcome.CONFLICT),
    ],
)
def test_each_side_s_change_is_seen(
    base: bytes | None, ours: bytes | None, theirs: bytes | None, outcome: Outcome | None
) -> None:
    told = merge_files(
        {"a": fingerprint(base)} if base else {}, {"a": ours} if ours else {}, {"a": theirs} if theirs else {}
    )
    assert told == ([Merge("a", outcome, ours is not None, theirs)] if outcome else [])


@pytest.mark.parametrize("base", [b"a\nb\n", b"a\r\nb\r\n"])
@pytest.mark.parametrize("ours", [b"a\nb\n", b"a\r\nb\r\n"])
def test_line_ends_are_no_change(base: bytes, ours: bytes) -> None:
    assert fingerprint(base) & fingerprint(ours)
    (merge,) = merge_files({"a": fingerprint(base)}, {"a": ours}, {"a": b"a\nc\n"})
    assert merge.outcome is Outcome.TAKEN


def test_what_no_engine_has_is_no_matter_of_an_upgrade() -> None:
    assert merge_files({}, {"docs/index.md": b"Ours"}, {}) == []
