"""Tests of data.question_marks: where a question ends, by the mark of its script."""

import pytest

from studyguide.data.question_marks import question_end


@pytest.mark.parametrize(
    ("language", "question", "more"),
    [
        ("en", "Who pays?", " See the law."),
        ("en", "Who pays?", " who gains?"),
        ("en", "Who said “I pay?”", " Nobody."),
        ("en", "Who pays (and when?) for it?", " See the law."),
        ("en", "Who pays (and who gains?)", " See the law."),
        ("en", "Is that so?!", " It is."),
        ("es", "Si nadie quiere, ¿quién paga?", " Véase la ley."),
        ("fr", "Qui paie ?", " Voir la loi."),
        ("fr", "Qui a dit « je paie ? »", " Personne."),
        ("de", "Wer sagt „ich zahle?“", " Niemand."),
        ("zh", "谁付钱？", "见法律。"),
        ("zh", "谁说过“我付钱？”", "没有人。"),
        ("zh-Hant", "誰說過「我付錢？」", "沒有人。"),
        ("ar", "من يدفع؟", " انظر القانون."),
        ("fa", "چه کسی می‌پردازد؟", ""),
        ("el", "Ποιος πληρώνει;", " Βλ. τον νόμο."),
        ("el", "Ποιος πληρώνει\u037e", " Βλ. τον νόμο."),
        ("el-GR", "Ποιος είπε «πληρώνω;»", " Κανείς."),
        ("en", "Ποιος πληρώνει\u037e", " It is Greek."),
        ("hy", "Ո՞վ է վճարում։", " Տես օրենքը։"),
        ("hy", "Ո՞վ է վճարում", ""),
        ("am", "ማን ይከፍላል፧", ""),
        ("vai", "ꕉꕜꕮ꘏", ""),
    ],
)
def test_a_question_ends_with_its_mark(language: str, question: str, more: str) -> None:
    assert (question + more)[: question_end(question + more, language)] == question


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The states pay; the others gain."),
        ("es", "¿Quién paga"),
        ("ar", "الدولة تدفع؛ انظر."),
        ("zh", "国家付钱。"),
    ],
)
def test_another_text_is_no_question(language: str, text: str) -> None:
    assert question_end(text, language) == 0
