/* Material takes single letters and signs as commands: who speaks to their device, or slips, would leave the page
   (WCAG 2.2, 2.1.4). This script keeps those keys from it. */
(function () {
  "use strict";

  document.addEventListener(
    "keydown",
    function (event) {
      const isTyping = event.target instanceof Element && event.target.matches("input, textarea, select");
      if (!isTyping && !event.ctrlKey && !event.metaKey && "fs/pn,.".includes(event.key)) event.stopPropagation();
    },
    true
  );
})();
