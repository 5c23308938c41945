// "jóvenes", "voces", "armas"
FORMS.es = {
  stems: (word, stem) => [word, word.replace(/e?s$/, ""), word.replace(/ces$/, "z"), word.replace(/s$/, "")].map(stem),
};
