"""Chinese, Japanese and Thai, which write words without spaces and hardly inflect them: each letter counts as a word.

So a name is found anywhere in a run of letters. Words in Latin letters, and in Katakana, are found whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from studyguide.markdown.inflection.model import SIGN, Inflection

_HAN_OR_HIRAGANA = (
    r"[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
)
_KATAKANA = r"[\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]+"
_THAI = r"[\u0e01-\u0e30\u0e32\u0e33\u0e3f-\u0e46\u0e4f-\u0e5b][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*"
_OWN = rf"(?:{_HAN_OR_HIRAGANA}|{_KATAKANA}|{_THAI})"


def _forms_of(word: str) -> Iterable[str]:
    return (word,)


INFLECTION = Inflection(forms_of=_forms_of, word=re.compile(rf"{_OWN}|(?:(?!{_OWN})\w)+|{SIGN}"))
