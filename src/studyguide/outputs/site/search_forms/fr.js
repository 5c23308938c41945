// "lois": the stemmer leaves an "s" behind most vowels.
FORMS.fr = {
  joined: /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'(?=\p{L})/u,
  stems: (word, stem) => [word, word.replace(/[sx]$/, "")].map(stem),
};
