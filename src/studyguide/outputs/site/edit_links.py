"""Where on the Git host a line of the guide's files can be changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from studyguide.diagnostics.diagnostic import Location

# GitHub's editor takes no line, so the link leads to the file as text with the line marked: from there the pencil opens
# the editor at once. Forgejo and Gitea are the same. GitLab's editor goes to the line itself.
_HOSTS = (
    (re.compile(r"^(https?://[^/]+/.+?)/-/edit/"), r"\1/-/edit/", ""),
    (re.compile(r"^(https?://[^/]+/.+?)/_edit/"), r"\1/src/branch/", ""),
    (re.compile(r"^(https?://[^/]+/.+?)/edit/"), r"\1/blob/", "?plain=1"),
)


@dataclass(frozen=True)
class EditLinks:
    """The addresses of a guide's files on its Git host."""

    folder: str
    """The address by which a file of the guide's folder is edited, up to the file's name."""

    def to(self, where: Location) -> str:
        """Give the address of a line."""
        for editor, viewer, query in _HOSTS:
            folder, found = editor.subn(viewer, self.folder)
            if found:
                return f"{folder}{quote(where.path)}{query}#L{where.line}"
        return f"{self.folder}{quote(where.path)}#L{where.line}"


def edit_links(edit_uri: str | None) -> EditLinks | None:
    """Derive them from `edit_uri`, the address by which a file of `docs/` is edited.

    None without an address, and for one that does not end with that folder's name.
    """
    if not edit_uri or not edit_uri.endswith("/docs/"):
        return None
    return EditLinks(edit_uri.removesuffix("docs/"))
