"""URLs to edit lines of the guide's files on the Git host."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from studyguide.diagnostics.diagnostic import Location

# The editors of GitHub, Forgejo and Gitea cannot open at a line, so the link leads to the source view with the line
# highlighted, one click from the editor. GitLab's editor opens at the line.
_HOSTS = (
    (re.compile(r"^(https?://[^/]+/.+?)/-/edit/"), r"\1/-/edit/", ""),
    (re.compile(r"^(https?://[^/]+/.+?)/_edit/"), r"\1/src/branch/", ""),
    (re.compile(r"^(https?://[^/]+/.+?)/edit/"), r"\1/blob/", "?plain=1"),
)


@dataclass(frozen=True)
class EditLinks:
    """The edit URLs of a guide's files on its Git host."""

    folder: str
    """The edit URL of the guide's folder, with a slash at its end."""

    def to(self, where: Location) -> str:
        """Return the URL of a line."""
        for editor, viewer, query in _HOSTS:
            folder, found = editor.subn(viewer, self.folder)
            if found:
                return f"{folder}{quote(where.path)}{query}#L{where.line}"
        return f"{self.folder}{quote(where.path)}#L{where.line}"


def edit_links(edit_uri: str | None) -> EditLinks | None:
    """Derive the edit URLs from `edit_uri`, the edit URL of `docs/`.

    Return None without a URL, and for one that does not end with `/docs/`.
    """
    if not edit_uri or not edit_uri.endswith("/docs/"):
        return None
    return EditLinks(edit_uri.removesuffix("docs/"))
