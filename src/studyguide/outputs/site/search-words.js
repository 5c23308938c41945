/* The words of other languages for Material's search worker, which loads this text as the pack of a language of lunr.
   Before it stand const LANGUAGES, lunr's packs of those that have a stemmer, and const FORMS, the rules of search_forms/:
   joined, a pattern of what an apostrophe joins to a word, and stems, which finds more stems than lunr's stemmer does.

   Material looks for the beginnings of words, but stems the index alone, so that the very word on the page is not found.
   Here what is typed gets the same keys as the index: a word without accents, vowel signs and articles that are written
   together with it; its stems, behind a sign that begins no word; and in scripts without spaces each letter with those
   behind it, also behind a sign: without one, Material would cut a query at the longest keys. */
(function (lunr) {
  "use strict";

  const NAME = "guide", STEM = "=", REQUIRED = lunr.Query.presence.REQUIRED;
  const GRAM = 4; // letters: longer runs are looked up by several keys
  const UNSPACED = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}ー";
  const LETTER = new RegExp(`[${UNSPACED}]`, "u");
  const LETTERS = new RegExp(`[${UNSPACED}]|[^${UNSPACED}\\p{L}\\p{N}]+|[^${UNSPACED}]+`, "gu");
  const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
  const SURROUNDING = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;
  // Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of Arabic, and signs that show nothing.
  const MARKS =
    /[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f]/g;
  const PLAIN = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ", ى: "ي", ی: "ي", ک: "ك", ة: "ه",
  };
  const LIGATURES = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");
  const packs = LANGUAGES.map((language) => (language === "en" ? lunr : lunr[language] || {}));
  const forms = LANGUAGES.map((language) => FORMS[language] || {});
  const stemmers = packs.flatMap(({ stemmer }, place) => {
    const stem = (word) => `${stemmer(new lunr.Token(word, {}))}`;
    const { stems = (word) => [stem(word)] } = forms[place];
    return stemmer ? [(word) => stems(word, stem)] : [];
  });

  function fold(word) {
    const plain = word.normalize("NFKD").replace(MARKS, "");
    return plain.replace(LIGATURES, (letter) => PLAIN[letter]).normalize("NFC");
  }

  /** A word without the signs around it, and without what an apostrophe joins to it. */
  function bare(text) {
    const word = text.replace(/[’ʼ]/g, "'").replace(SURROUNDING, "");
    return forms.reduce((rest, { joined }) => (joined ? rest.replace(joined, "") : rest), word);
  }

  function stems(word) {
    return stemmers.flatMap((stem) => [...stem(word), ...stem(fold(word))]).map((found) => STEM + fold(found));
  }

  function isStopWord(word) {
    const isIn = ({ stopWordFilter }) => stopWordFilter && [word, fold(word)].some((each) => !stopWordFilter(each));
    return packs.some(isIn);
  }

  /** The letter at a place in a text without spaces, with those behind it. */
  function gram(tokens, start) {
    let end = start + 1;
    while (
      end < Math.min(start + GRAM, tokens.length) &&
      LETTER.test(tokens[end]) &&
      tokens[end].metadata.position === tokens[start].metadata.position + end - start
    )
      end++;
    return STEM + fold(tokens.slice(start, end).join(""));
  }

  const known = new Map();

  /** The keys of a word of the index; the word as written is what Material suggests. */
  function keysOf(text) {
    if (!known.has(text)) {
      const word = bare(text);
      known.set(text, word ? [...new Set([word, fold(word), ...stems(word)])] : []);
    }
    return known.get(text);
  }

  function keys(token, place, tokens) {
    if (LETTER.test(token)) return token.clone(() => gram(tokens, place));
    return keysOf(`${token}`).map((key) => token.clone(() => key));
  }

  /** What is looked up for a part of a query: each of the groups must be there, by any of its keys. */
  function groups(typed) {
    return (typed.match(RUNS) || []).flatMap((run) => {
      if (LETTER.test(run)) return grams([...fold(run)]);
      const word = bare(run);
      return word ? [{ keys: [fold(word), `${fold(word)}*`, ...stems(word)], letters: 1 }] : [];
    });
  }

  function grams(letters) {
    const starts = [...letters.keys()].slice(0, Math.max(1, letters.length - GRAM + 1));
    return starts.map((start) => {
      const run = letters.slice(start, start + GRAM);
      return { keys: [`${STEM + run.join("")}*`], letters: run.length };
    });
  }

  function isKey(key, term) {
    return key.endsWith("*") ? term.startsWith(key.slice(0, -1)) : term === key;
  }

  /** Where lunr found each part of a query, in the shape of its metadata, with each place once. */
  function places(parts, metadata) {
    const seen = new Set(), found = {};
    for (const { typed, groups } of parts) {
      const hitsOf = ({ keys }) => Object.keys(metadata).filter((term) => keys.some((key) => isKey(key, term)));
      const hits = groups.map(hitsOf);
      if (!hits.every((terms) => terms.length)) continue;
      const fields = (found[typed] = {});
      groups.forEach(({ letters }, number) => {
        for (const term of hits[number])
          for (const [field, { position }] of Object.entries(metadata[term]))
            for (const start of position)
              for (let place = start; place < start + letters; place++)
                if (!seen.has(field + place) && seen.add(field + place))
                  (fields[field] ??= { position: [] }).position.push(place);
      });
    }
    return found;
  }

  function search(written) {
    const query = new lunr.Query(this.fields);
    new lunr.QueryParser(written, query).parse();
    const all = query.clauses.map(({ term, fields, boost, presence }) => {
      const typed = term.replace(/\*$/, "");
      return { typed, groups: groups(typed), clause: { fields, boost, presence, usePipeline: false } };
    });
    const words = all.filter(({ typed }) => !isStopWord(typed));
    const parts = (words.length ? words : all).filter(({ groups }) => groups.length);
    const isNegated = parts.every(({ clause }) => clause.presence === lunr.Query.presence.PROHIBITED);
    if (!parts.length) return [];
    const results = this.query((asked) => {
      for (const { clause, groups } of parts)
        for (const { keys } of groups)
          for (const term of clause.presence === REQUIRED ? keys.slice(-1) : keys)
            asked.clause({ ...clause, term });
    });
    for (const { matchData } of results) matchData.metadata = places(parts, matchData.metadata);
    return isNegated ? results : results.filter(({ matchData }) => Object.keys(matchData.metadata).length);
  }

  /** Show a result: the letters of a run as one, no word such as "the" as missing, and to be marked as its page has it. */
  function show(item) {
    for (const field of ["title", "text"]) item[field] = item[field].replaceAll("</mark><mark>", "");
    const marks = `${item.title} ${item.text}`.matchAll(/<mark>(.*?)<\/mark>/g);
    const marked = [...marks].map(([, word]) => bare(word.toLowerCase()));
    if (!marked.length) return;
    const missing = Object.keys(item.terms).filter((word) => !item.terms[word] && !isStopWord(word));
    item.terms = Object.fromEntries([...marked.map((word) => [word, true]), ...missing.map((word) => [word, false])]);
  }

  const send = self.postMessage.bind(self);
  self.postMessage = function (message) {
    if (message.data?.items) message.data.items.flat().forEach(show);
    send(message);
  };

  lunr.Index.prototype.search = search;
  lunr.Pipeline.registerFunction(keys, NAME);
  lunr.TinySegmenter = class { // Material cuts by it what is written without spaces, as its Japanese pack does
    ctype_(text) {
      return LETTER.test(text) ? "M" : "O";
    }
    segment(text) {
      return text.match(LETTERS);
    }
  };
  lunr[NAME] = function () {
    this.pipeline.reset();
    this.pipeline.add(keys);
    this.searchPipeline.reset();
  };
})(self.lunr);
