// Arabic writes "and", "by", "to" and the article together with the word, and "its", "their" behind it. The endings are
// those of the light10 stemmer (Larkey, Ballesteros and Connell, 2007), several of which may stand in a row; lunr's
// stemmer adds broken plurals.
const ARABIC_ENDINGS = [
  /(..)(?:هما|كما|ها|هم|هن|كم|كن|نا|ه)$/,
  /(..)(?:ات|ان|ون|ين|وا|و)$/,
  /(.)ايا$/,
  /(..)ت$/,
  /(..)ي$/,
];
FORMS.ar = {
  stems(word, stem) {
    const singular = (noun) => ARABIC_ENDINGS.reduce((rest, ending) => rest.replace(ending, "$1"), noun);
    return [word, word.replace(/^[وفبلكس](?=...)/, "")].flatMap((each) => {
      const noun = each.replace(/^(?:[وف]?[بك]?ال|لل)(?=..)/, "");
      return [stem(each), noun, singular(each), singular(noun)];
    });
  },
};
