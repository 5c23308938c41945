// Plurals in "-s", of "-in" and of "-ium", which the stemmer leaves, and "ae" of those who have no "ä".
FORMS.de = {
  stems(word, stem) {
    const singular = word.replace(/(.)s$|(in)nen$|(i)(?:en|um)$/, "$1$2$3");
    return [word, singular, word.replace(/([aou])e/g, "$1")].map(stem);
  },
};
