#!/usr/bin/env bash
# pandoc 3.9 (in pypandoc_binary 1.17) does not know the kinds of locator that CSL 1.0.2 added.
#
# Guess beforehand: `[@key, {appendix 2}]` reaches the style as a locator of the kind "appendix", as the CSL 1.0.2
# specification lists it (Appendix II: Terms, Locators), at least where the style's own locale defines the term.
# Seen: `figure` and `chapter`, which CSL 1.0.1 had, are read. appendix, rule and table are words of a locator that has no
# kind, not even page, so that no <if locator="..."> holds; article-locator, canon, elocation, equation, scene, supplement,
# timestamp and title-locator, tried beside these, are not read either.
#
#   figure 2   -> figure: 2
#   chapter 4  -> chapter: 4
#   appendix 2 -> of no kind: appendix 2
#   rule 5     -> of no kind: rule 5
#   table 3    -> of no kind: table 3
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
pandoc=$(env/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')

cat > sources.bib <<'BIB'
@book{treaty, title = {Law of the Rivers}, author = {Example, Anna}, publisher = {Example Press}, date = {2020}}
BIB
cat > kinds.csl <<'CSL'
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info><title>Kinds of locator</title><id>kinds</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <locale xml:lang="en">
    <terms>
      <term name="appendix"><single>appendix</single><multiple>appendices</multiple></term>
      <term name="rule"><single>rule</single><multiple>rules</multiple></term>
      <term name="table"><single>table</single><multiple>tables</multiple></term>
    </terms>
  </locale>
  <citation>
    <layout prefix="[" suffix="]">
      <choose>
        <if locator="appendix"><text value="appendix: "/><text variable="locator"/></if>
        <else-if locator="chapter"><text value="chapter: "/><text variable="locator"/></else-if>
        <else-if locator="figure"><text value="figure: "/><text variable="locator"/></else-if>
        <else-if locator="page"><text value="page: "/><text variable="locator"/></else-if>
        <else-if locator="rule"><text value="rule: "/><text variable="locator"/></else-if>
        <else-if locator="table"><text value="table: "/><text variable="locator"/></else-if>
        <else><text value="of no kind: "/><text variable="locator"/></else>
      </choose>
    </layout>
  </citation>
</style>
CSL
for locator in "figure 2" "chapter 4" "appendix 2" "rule 5" "table 3"; do
  printf '[@treaty, {%s}]\n' "$locator" |
    "$pandoc" --citeproc --bibliography sources.bib --csl kinds.csl -f markdown -t plain
done | tee seen
diff - seen <<'EXPECTED'
[figure: 2]
[chapter: 4]
[of no kind: appendix 2]
[of no kind: rule 5]
[of no kind: table 3]
EXPECTED
