"""Names that titles of study guides' sources hold: of states, peoples and bodies, which have capitals in any style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_STATES = """
    Afghanistan, Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia, Australia, Austria,
    Azerbaijan, Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia and
    Herzegovina, Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, Burma, Burundi, Cabo Verde, Cambodia, Cameroon,
    Canada, Cape Verde, Central African Republic, Chad, Chile, China, Colombia, Comoros, Congo, Costa Rica, Croatia,
    Cuba, Cyprus, Czech Republic, Czechia, Côte d'Ivoire, Côte d’Ivoire, Denmark, Djibouti, Dominica, Dominican
    Republic, Ecuador, Egypt, El Salvador, England, Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Fiji,
    Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Great Britain, Greece, Grenada, Guatemala, Guinea,
    Guinea-Bissau, Guyana, Haiti, Holy See, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq,
    Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Korea, Kosovo, Kuwait,
    Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Macao,
    Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Marshall Islands, Mauritania, Mauritius, Mexico,
    Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal,
    Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Northern Ireland, Norway, Oman,
    Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Qatar,
    Romania, Russia, Russian Federation, Rwanda, Samoa, San Marino, Saudi Arabia, Scotland, Senegal, Serbia,
    Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia, South Africa, South Korea,
    South Sudan, Soviet Union, Spain, Sri Lanka, Sudan, Suriname, Swaziland, Sweden, Switzerland, Syria, Syrian Arab
    Republic, Taiwan, Tajikistan, Tanzania, Thailand, Tibet, Timor-Leste, Togo, Tonga, Trinidad and Tobago, Tunisia,
    Turkey, Turkmenistan, Tuvalu, Türkiye, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States,
    United States of America, Uruguay, Uzbekistan, Vanuatu, Venezuela, Viet Nam, Vietnam, Wales, Western Sahara,
    Yemen, Yugoslavia, Zambia, Zimbabwe
"""
_REGIONS = """
    Africa, Amazon, America, Americas, Antarctica, Arctic, Asia, Asia-Pacific, Atlantic, Balkans, Baltic, Caribbean,
    Caucasus, Central America, Central Asia, East Africa, East Asia, Eastern Europe, Europe, Far East, Gaza, Geneva,
    Hague, Horn of Africa, Indian Ocean, Kashmir, Latin America, London, Mediterranean, Mekong, Middle East, New
    York, Nile, North Africa, North America, Oceania, Pacific, Paris, Sahara, Sahel, South America, South Asia,
    South China Sea, Southeast Asia, Sub-Saharan Africa, Vienna, Washington, West Africa, West Bank, Western Europe
"""
_PEOPLES = """
    Afghan, African, Albanian, Algerian, Amazonian, American, Anatolian, Andean, Arab, Arabic, Argentine, Armenian,
    Asian, Australian, Austrian, Balkan, Bangladeshi, Basque, Belgian, Berber, Bosnian, Brazilian, British,
    Buddhist, Bulgarian, Byzantine, Cambodian, Canadian, Catalan, Catholic, Celtic, Chilean, Chinese, Christian,
    Colombian, Congolese, Croatian, Cuban, Czech, Danish, Dutch, Egyptian, English, Ethiopian, European, Finnish,
    French, German, Germanic, Ghanaian, Greek, Haitian, Hellenic, Hindu, Hungarian, Indian, Indonesian, Iranian,
    Iraqi, Irish, Islamic, Israeli, Italian, Japanese, Jewish, Kenyan, Korean, Kurdish, Lebanese, Levantine,
    Liberian, Libyan, Malaysian, Maori, Melanesian, Mexican, Micronesian, Moroccan, Muslim, Nepalese, Nigerian,
    Nordic, Norwegian, Ottoman, Pakistani, Palestinian, Persian, Peruvian, Philippine, Polish, Polynesian,
    Portuguese, Roma, Roman, Romanian, Russian, Rwandan, Saharan, Saudi, Scandinavian, Scottish, Serbian, Siberian,
    Slavic, Slovak, Somali, Soviet, Spanish, Sudanese, Swedish, Swiss, Syrian, Thai, Tibetan, Tunisian, Turkish,
    Ukrainian, Venezuelan, Vietnamese, Welsh, Yemeni
"""
_BODIES = """
    African Union, Amnesty International, Arab League, Council of Europe, Economic and Social Council, European
    Commission, European Court of Human Rights, European Parliament, European Union, General Assembly, Human Rights
    Council, Human Rights Watch, International Court of Justice, International Criminal Court, Interpol, League of
    Nations, Red Crescent, Red Cross, Secretary-General, Security Council, United Nations, World Bank, World Health
    Organization, World Trade Organization
"""
_DAYS = """
    April, August, Cold War, December, February, First World War, Friday, January, July, June, Monday, November,
    October, Saturday, Second World War, September, Sunday, Thursday, Tuesday, Wednesday, World War
"""
_WORD = re.compile(r"[^\W\d_]+")


def _first_word(name: str) -> str:
    return str(_WORD.findall(name)[0])


_NAMES = [" ".join(name.split()) for name in ",".join((_STATES, _REGIONS, _PEOPLES, _BODIES, _DAYS)).split(",")]
_BY_FIRST_WORD = {
    word: sorted(names, key=len, reverse=True) for word, names in groupby(sorted(_NAMES, key=_first_word), _first_word)
}


def proper_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name begins and ends in a text, the longest at each place: `South Sudan`, not `South`."""
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        names = _BY_FIRST_WORD.get(word[0], ()) if start >= end else ()
        name = next((name for name in names if text.startswith(name, start) and _ends(text, start + len(name))), "")
        if name:
            end = start + len(name)
            yield start, end


def is_common_word(word: str) -> bool:
    """Tell whether a word in lower case is one of English, in any form, and no name that was put in lower case.

    `wars` is, `andes` and `johannesburg` are not.
    """
    import simplemma  # slow to load, and for some styles alone

    word = re.sub("['’]s$", "", word)
    lemma = simplemma.lemmatize(word, lang="en")
    return simplemma.is_known(word, lang="en") and lemma == lemma.lower()


def _ends(text: str, place: int) -> bool:
    return not text[place : place + 1].isalnum()
