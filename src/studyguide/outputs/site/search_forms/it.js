FORMS.it = {
  joined:
    /^(?:[cdlmnstv]|un|(?:a|da|de|ne|su|co)ll|(?:a|da|de|ne|su)?gl|quell|quest|bell|sant|tutt|anch|com)'(?=\p{L})/u,
};
