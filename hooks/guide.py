"""The guide's only hook: the engine's build of the site, event by event."""

from studyguide.mkdocs.pipeline import *  # noqa: F403  (MkDocs looks for the names that begin with on_)
