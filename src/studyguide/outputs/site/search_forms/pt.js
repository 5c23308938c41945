// Plurals, which the stemmer keeps apart: "nações", "civis", "reféns".
FORMS.pt = {
  stems(word, stem) {
    const nasal = word.replace(/[oa]es$|aos$/, "ao").replace(/ns$/, "m");
    const singular = nasal.replace(/([aeou])is$/, "$1l").replace(/is$/, "il");
    return [stem(word), singular, word.replace(/s$/, ""), word.replace(/is$/, "il")];
  },
};
