#!/usr/bin/env bash
# pylatexenc 2.11 and unicodeit 0.7.5 change what an equation says when they write its TeX in a line of text.
#
# Guess beforehand: what stands above or below a line, or under a root, is put into brackets where a line needs them to
# mean the same (Unicode Technical Note 28, UnicodeMath, 2.1: "a/(b+c)"), as in the TeX that pandoc 3.9 makes of Word's.
# Seen: pylatexenc drops the brackets of fractions and of sums, so that a share of a whole becomes another number;
# unicodeit leaves the fraction as TeX, and the braces of the root.
#
#   \frac{a}{b + c} -> pylatexenc: a/b + c
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pylatexenc==2.11 unicodeit==0.7.5

cat > write.py <<'PY'
import unicodeit
from pylatexenc.latex2text import LatexNodes2Text

pylatexenc = LatexNodes2Text(math_mode="text")
for equation in (r"S = \frac{a}{b + c}", r"\frac{a + b}{2}", r"\sum_{i=1}^{n} x_i", r"\sqrt{a + b}"):
    print(f"{equation} -> {pylatexenc.latex_to_text(f'${equation}$')} / {unicodeit.replace(equation)}")
PY
env/bin/python write.py | tee seen
diff - seen <<'EXPECTED'
S = \frac{a}{b + c} -> S = a/b + c / S = \frac{a}{b + c}
\frac{a + b}{2} -> a + b/2 / \frac{a + b}{2}
\sum_{i=1}^{n} x_i -> ∑_i=1^n x_i / ∑ᵢ₌₁ⁿ xᵢ
\sqrt{a + b} -> √(a + b) / √{a + b}
EXPECTED
