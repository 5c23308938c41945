/* 'Leave this page': clears the page and has another site take its place, so that 'Back' does not return to it, and
   that site is not told where the reader was. Without this script it is a plain link. Only for pages with .leave-page. */
(function () {
  "use strict";

  function leave(link) {
    const referrer = document.createElement("meta");
    referrer.name = "referrer";
    referrer.content = "no-referrer";
    document.head.append(referrer);
    document.title = "…";
    document.body.replaceChildren();
    location.replace(link.href);
  }

  document.addEventListener("click", function (event) {
    const link = event.target instanceof Element ? event.target.closest("a.leave-page") : null;
    if (!link) return;
    event.preventDefault();
    leave(link);
  });
})();
