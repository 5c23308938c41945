"""The outputs that a build renders beside the site, in their order."""

from __future__ import annotations

from studyguide.outputs.book import Output
from studyguide.outputs.pdf.handout import Handout
from studyguide.outputs.pdf.quick_reference import QuickReferenceSheet

OUTPUTS: tuple[type[Output], ...] = (Handout, QuickReferenceSheet)
