/* What the other scripts say to a reader, in the language of the guide. English stands in them; for another language the
   build puts before this text a `guideCatalogue`, of {messages, formOf}: see outputs/site/script_labels.py. */
window.guideLabels = (function () {
  "use strict";

  const { messages, formOf } = window.guideCatalogue || { messages: {}, formOf: (n) => Number(n !== 1) };

  function fill(message, values) {
    return message.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  return {
    add(more) {
      Object.assign(messages, more); // those of a script that is loaded later
    },
    gettext(message, values = {}) {
      return fill(messages[message] || message, values);
    },
    ngettext(one, many, number, values = {}) {
      const forms = messages[one] || [one, many];
      return fill(forms[formOf(number)], { number, ...values });
    },
  };
})();
