// Vowels that come and go ("беженец, беженца", "пытка, пыток"), "гражданин", "время", "дети".
FORMS.ru = {
  stems(word, stem) {
    const found = stem(word.replace(/^дет(?:и|ей|ям|ях|ьми)$/, "ребенок")).replace(/([ая]н)ин$/, "$1");
    return [word, stem(word), found.replace(/(..)[еёо]([цклнр])$/, "$1$2"), found.replace(/(.м)[её]н$/, "$1")];
  },
};
