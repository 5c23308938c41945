// A Turkish word has many endings, before which its last letters change: "hak, hakkı", "şehir, şehri", "çocuk, çocuğu".
const TURKISH_ENDINGS =
  /^(..+?)(?:l[ae]r)?(?:[iu][mn][iu]z|s?[iu]|[iu][mn])?(?:n?[dt][ae]n?|[ny][iu]n|[ny]?[aeiu]|yl[ae])?(?:[dt][iu]r)?$/;
FORMS.tr = {
  joined: /'[\p{L}\p{M}]+$/u,
  stems(word, stem) {
    const hard = (letter) => ({ b: "p", d: "t", g: "k" })[letter];
    const root = word.replace(TURKISH_ENDINGS, "$1").replace(/(.)\1$/, "$1").replace(/[bdg]$/, hard);
    const short = root.replace(/([^aeiou])[iu]([^aeiou])$/, "$1$2");
    return [word, stem(word), word.replace(/[yn]?[aeıiuü]$/, ""), root, short];
  },
};
