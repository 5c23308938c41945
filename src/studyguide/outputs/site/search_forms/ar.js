// Arabic writes "and", "by", "to" and the article together with the word, and "its", "their" behind it. The endings are
// those of the light10 stemmer (Larkey, Ballesteros and Connell, 2007), several of which may stand in a row; lunr's
// stemmer adds broken plurals, the patterns below those that it lacks, and ARABIC_LISTED what follows no pattern.
const ARABIC_ENDINGS = [
  /(..)(?:هما|كما|ها|هم|هن|كم|كن|نا|ه)$/,
  /(..)(?:ات|ان|ون|ين|وا|و)$/,
  /(.)ايا$/,
  /(..)ت$/,
  /(..)ي$/,
];
// Wright, A Grammar of the Arabic Language, I, § 304 and 305; without hamza, and with ه for ة, as words are folded.
const ARABIC_PLURALS = [
  [/^(.)ا([^اوي])و(.)$/, "$1وا$2ي$3"], // قانون, قوانين
  [/^([^ات].)ي([^اوي])ه$/, "$1اي$2"], // رهينه, رهاين
  [/^([^ام][^اوي])ا([^اوي])$/, "ا$1$2ه"], // سلاح, اسلحه
  [/^(م[^اي])([^اوي][^اوي])ه$/, "$1ا$2"], // محكمه, محاكم
];
FORMS.ar = {
  stems(word, stem) {
    const singular = (noun) => ARABIC_ENDINGS.reduce((rest, ending) => rest.replace(ending, "$1"), noun);
    const plurals = (noun) => [
      ...[ARABIC_LISTED.get(noun)].filter(Boolean),
      ...ARABIC_PLURALS.flatMap(([one, more]) => (one.test(noun) ? [noun.replace(one, more)] : [])),
    ];
    return [word, word.replace(/^[وفبلكس](?=...)/, "")].flatMap((each) => {
      const noun = each.replace(/^(?:[وف]?[بك]?ال|لل)(?=..)/, "");
      return [stem(each), singular(each), ...[noun, ...plurals(noun)].flatMap((form) => [form, singular(form)])];
    });
  },
};
