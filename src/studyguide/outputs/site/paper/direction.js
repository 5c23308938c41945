/* The direction of a text and of the words in it, as outputs/docx/languages.py has it. */
const paperDirection = (function () {
  "use strict";

  const RIGHT = "\\u05d0-\\u065f\\u066e-\\u06ef\\u06fa-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc";
  const LEFT = "A-Za-z\\u00aa-\\u02b8\\u0370-\\u0589\\u0900-\\u1fff\\u2c00-\\ud7ff";
  const FIRST = new RegExp(`[${RIGHT}${LEFT}]`);

  function turns(against, along) {
    const inner = `[^${along}()]*`;
    return new RegExp(`([${against}](?:${inner}(?:\\(${inner}\\)|[${against}]|\\d))*)`);
  }

  const TURNS = { false: turns(RIGHT, LEFT), true: turns(LEFT, RIGHT) };

  return {
    // Whether a text runs from right to left: as its first letter does, or, without any, as the guide.
    isRight(text, fallback) {
      const first = FIRST.exec(text);
      return first ? new RegExp(`[${RIGHT}]`).test(first[0]) : fallback;
    },
    // Cuts a text where the direction changes: pieces, each with whether it runs from right to left.
    stretches(text, isRight) {
      return text
        .split(TURNS[isRight])
        .map((piece, place) => [piece, (place % 2 === 1) !== isRight])
        .filter(([piece]) => piece);
    },
  };
})();
