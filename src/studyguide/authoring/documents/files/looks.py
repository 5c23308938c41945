"""How a paragraph of a document looks, whatever the format of its file."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Look:
    """How a paragraph looks, and what it says."""

    text: str
    style: str = "normal"
    """The English name of its style, in small letters: `heading 1`."""
    outline_level: int = 0
    """1 to 9; 0 for text."""
    size: float = 0.0
    """That of most of its letters, in points; 0 if unknown."""
    bold: float = 0.0
    """The share of its letters, 0 to 1, that are bold; likewise the next two."""
    italic: float = 0.0
    underlined: float = 0.0
    is_capitals: bool = False
    """Whether it is set in capitals, or small capitals, by its format."""
    is_centred: bool = False
    is_alone_in_table: bool = False
    """Whether a table holds nothing else."""
    is_in_table: bool = False
    """Whether it stands in a table, with others."""
    is_list_item: bool = False

    @property
    def words(self) -> int:
        """The number of words; one for two Chinese characters, between which no blanks are."""
        return len(self.text.split()) + len(_HAN.findall(self.text)) // 2

    @property
    def is_in_capitals(self) -> bool:
        """Tell whether all of its letters are capitals, as typed or by format."""
        return self.text.isupper() or (self.is_capitals and self.text.strip() != "")
