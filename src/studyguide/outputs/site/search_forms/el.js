// "περιβάλλον, περιβάλλοντος"
FORMS.el = { stems: (word, stem) => [stem(word.replace(/(ον)τ(?:οσ|α|ων)$/, "$1"))] };
