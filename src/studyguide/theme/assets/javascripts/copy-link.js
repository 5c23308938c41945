/* The sign behind a heading copies the section's address, and says so. Without this script, and where a browser lets
   no page write to its clipboard, it is a plain link. */
(function () {
  "use strict";

  const { gettext } = window.guideLabels;
  const said = window.guideElements.make("div", { className: "guide-said", role: "status" });
  let silence = 0;

  document.body.append(said);

  function say(words) {
    clearTimeout(silence);
    said.textContent = words;
    silence = setTimeout(function () {
      said.textContent = "";
    }, 3000);
  }

  document.addEventListener("click", function (event) {
    const link = event.target instanceof Element ? event.target.closest("a.headerlink") : null;
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    navigator.clipboard.writeText(link.href).then(
      function () {
        say(gettext("Link copied"));
      },
      function () {
        say(gettext("The address bar shows the link")); // the reader has forbidden the clipboard
      }
    );
  });
})();
