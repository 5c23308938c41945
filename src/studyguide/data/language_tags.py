"""The BCP 47 tag of a language by the name that LaTeX, BibLaTeX or an export has for it: `pt-BR` for `brazilian`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_TAGS = dict(
    pair.split("=")
    for pair in """
    abkhazian=ab acadian=fr-CA afar=aa afrikaans=af akan=ak albanian=sq american=en-US amharic=am ancientgreek=grc
    arabic=ar aragonese=an armenian=hy assamese=as asturian=ast australian=en-AU austrian=de-AT avaric=av
    avestan=ae aymara=ay azerbaijani=az azeri=az bahasa=id bahasai=id bahasam=ms bambara=bm bangla=bn bashkir=ba
    basque=eu belarusian=be bengali=bn bislama=bi bokmal=nb bosnian=bs brazil=pt-BR brazilian=pt-BR breton=br
    british=en-GB bulgarian=bg burmese=my byelorussian=be canadian=en-CA canadien=fr-CA cantonese=yue castilian=es
    catalan=ca centralkurdish=ckb chamorro=ch chechen=ce cherokee=chr chinese=zh churchslavic=cu chuvash=cv
    classicgreek=grc classiclatin=la coptic=cop cornish=kw corsican=co cree=cr croatian=hr czech=cs danish=da
    dari=fa-AF divehi=dv dutch=nl dzongkha=dz ecclesiasticallatin=la english=en esperanto=eo estonian=et ethiopic=am
    ewe=ee faroese=fo farsi=fa fijian=fj filipino=fil finnish=fi flemish=nl-BE francais=fr french=fr frenchb=fr
    frenchle=fr friulan=fur friulian=fur fula=ff gaelic=gd galician=gl ganda=lg georgian=ka german=de germanb=de
    greek=el guarani=gn gujarati=gu haitiancreole=ht hausa=ha hawaiian=haw hebrew=he herero=hz hindi=hi
    hirimotu=ho hungarian=hu icelandic=is ido=io igbo=ig indon=id indonesian=id interlingua=ia interlingue=ie
    inuktitut=iu inupiaq=ik irish=ga italian=it japanese=ja javanese=jv kalaallisut=kl kannada=kn kanuri=kr
    kashmiri=ks kazakh=kk khmer=km kikuyu=ki kinyarwanda=rw komi=kv kongo=kg korean=ko kuanyama=kj kurdish=ku
    kurmanji=ku kyrgyz=ky lao=lo laotian=lo latin=la latvian=lv limburgish=li lingala=ln lithuanian=lt
    lowersorbian=dsb lubakatanga=lu luxembourgish=lb macedonian=mk magyar=hu malagasy=mg malay=ms malayalam=ml
    maldivian=dv maltese=mt mandarin=zh manx=gv maori=mi marathi=mr marshallese=mh medievallatin=la melayu=ms
    mexican=es-MX moldavian=ro mongolian=mn nauru=na naustrian=de-AT navajo=nv ndonga=ng nepali=ne
    newzealand=en-NZ ngerman=de norsk=nb northernsami=se northndebele=nd norwegian=no norwegianbokmal=nb
    norwegiannynorsk=nn nswissgerman=de-CH nyanja=ny nynorsk=nn occitan=oc odia=or ojibwa=oj oriya=or oromo=om
    ossetic=os pali=pi panjabi=pa pashto=ps persian=fa piedmontese=pms polish=pl polutonikogreek=el
    polytonicgreek=el portuges=pt portuguese=pt punjabi=pa quechua=qu romanian=ro romansh=rm rundi=rn russian=ru
    sami=se samin=se samoan=sm sango=sg sanskrit=sa sardinian=sc scots=sco scottish=gd scottishgaelic=gd
    serbian=sr serbianc=sr-Cyrl serbocroatian=sh shona=sn sichuanyi=ii sindhi=sd sinhala=si slovak=sk slovene=sl
    slovenian=sl somali=so sorani=ckb southernsotho=st southndebele=nr spanish=es sundanese=su swahili=sw swati=ss
    swedish=sv swissfrench=fr-CH swissgerman=de-CH syriac=syr tagalog=tl tahitian=ty tajik=tg tamil=ta tatar=tt
    telugu=te tetum=tet thai=th tibetan=bo tigrinya=ti tongan=to tsonga=ts tswana=tn turkish=tr turkmen=tk twi=tw
    uighur=ug ukenglish=en-GB ukrainian=uk uppersorbian=hsb urdu=ur usenglish=en-US uyghur=ug uzbek=uz venda=ve
    vietnamese=vi volapuk=vo walloon=wa welsh=cy westernfrisian=fy wolof=wo xhosa=xh yiddish=yi yoruba=yo
    zhuang=za zulu=zu
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
"""The languages of ISO 639-1 by their names in CLDR, and the names of BibLaTeX (manual, table 2) and of babel."""
_TAGS |= dict(
    pair.split("=")
    for pair in """
    alb=sq ara=ar arm=hy bahasaindonesia=id baq=eu ben=bn bul=bg bur=my cat=ca ces=cs cestina=cs chi=zh cze=cs dan=da
    dansk=da deu=de deutsch=de dut=nl ell=el eng=en espanol=es est=et eus=eu fas=fa fin=fi fra=fr fre=fr geo=ka ger=de
    gle=ga gre=el heb=he hin=hi hrv=hr hun=hu hye=hy ice=is ind=id isl=is ita=it italiano=it jpn=ja kat=ka khm=km
    kor=ko lat=la lav=lv lit=lt mac=mk may=ms mkd=mk mlt=mt msa=ms mya=my nederlands=nl nld=nl nno=nn nob=nb nor=no
    per=fa pol=pl polski=pl por=pt portugues=pt ron=ro rum=ro rus=ru slk=sk slo=sk slv=sl spa=es sqi=sq srp=sr suomi=fi
    svenska=sv swa=sw swe=sv tha=th tur=tr turkce=tr ukr=uk urd=ur vie=vi zho=zh
    """.split()  # noqa: SIM905
)
"""Codes of ISO 639-2, for which BCP 47 has shorter ones, and names of languages in themselves."""
_VARIANTS = {"hans": "Hans", "simplified": "Hans", "hant": "Hant", "traditional": "Hant"}
_VARIANTS |= {"latin": "Latn", "latn": "Latn", "cyrillic": "Cyrl", "cyrl": "Cyrl", "arab": "Arab"}
_SEVERAL = re.compile(r"[,;/&+]|\band\b")
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-[a-z0-9]{4,8})*")
_SCRIPT = re.compile(r"\b[a-z]{4}\b")
NAMES = frozenset(name for name in _TAGS if len(name) > 3)
"""The known names, for a chair who misspelt one."""


def tag_of_source(fields: Mapping[str, str]) -> str:
    """Return the tag of the language in which a source's title is: that of `langid`, or the only one of `language`.

    BibTeX has no `langid`; Zotero, Mendeley and libraries write `language = {fr}`.
    """
    langid, language = fields.get("langid", ""), fields.get("language", "").strip("{} ")
    return language_tag(langid) if langid or _SEVERAL.search(language) else language_tag(language)


def language_tag(name: str) -> str:
    """Return the BCP 47 tag for a name or a tag of a language; empty if it is unknown.

    Specification: https://www.rfc-editor.org/info/bcp47
    """
    plain = unicodedata.normalize("NFD", name.strip().lower()).replace("_", "-")
    words = re.findall(r"[a-z]+", re.sub("[\u0300-\u036f]", "", plain))
    if tag := _TAGS.get("".join(words)):
        return tag
    if _TAG.fullmatch(plain):
        language, *subtags = plain.split("-")
        return "-".join([_TAGS.get(language, language), *map(_cased, subtags)])
    tags = [_TAGS[word] for word in words if word in _TAGS]
    if not tags:
        return ""
    scripts = [_VARIANTS[word] for word in words if word in _VARIANTS]
    return "-".join([max(tags, key=len), *scripts[:1]])


def are_one_language(tag: str, other: str) -> bool:
    """Return whether two tags name one language in one script: `en-GB` and `en-US`, not `zh-Hans` and `zh-Hant`."""
    language, _, subtags = tag.lower().partition("-")
    other_language, _, other_subtags = other.lower().partition("-")
    scripts = set(_SCRIPT.findall(subtags)) ^ set(_SCRIPT.findall(other_subtags))
    return language == other_language and not scripts


def _cased(subtag: str) -> str:
    """Write a script as `Hans`, a region as `BR`."""
    return {2: subtag.upper(), 4: subtag.title()}.get(len(subtag), subtag)
