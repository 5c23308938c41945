/* Shows a term's short definition beside the word: on hover, on focus, and on the first tap.
   Without this script the word is a plain link to its entry. */
(function () {
  "use strict";

  var tip = document.createElement("div");
  var word = null; // the link that the tip is shown for
  var closing = 0;

  tip.className = "guide-tip";
  tip.id = "guide-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;

  function show(link) {
    clearTimeout(closing);
    if (word === link) return;
    hide();
    word = link;
    tip.textContent = link.dataset.definition + " ";
    var more = tip.appendChild(document.createElement("a"));
    more.href = link.href;
    more.textContent = "More";
    more.tabIndex = -1; // the word itself leads there
    link.setAttribute("aria-describedby", tip.id);
    document.body.appendChild(tip).hidden = false;
    place(link.getClientRects()[0]);
  }

  function place(box) {
    var margin = 12;
    var widest = document.documentElement.clientWidth - tip.offsetWidth - margin;
    var above = box.top - tip.offsetHeight - 6;
    var top = above > 60 ? above : box.bottom + 6; // below the header, or under the word
    tip.style.left = Math.max(margin, Math.min(box.left, widest)) + window.scrollX + "px";
    tip.style.top = top + window.scrollY + "px";
  }

  function hide() {
    clearTimeout(closing);
    tip.hidden = true;
    if (word) word.removeAttribute("aria-describedby");
    word = null;
  }

  function hideSoon() {
    clearTimeout(closing);
    closing = setTimeout(hide, 200); // time to reach the tip with the mouse
  }

  function termOf(event) {
    return event.target instanceof Element ? event.target.closest("a.guide-term[data-definition]") : null;
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var link = termOf(event);
    if (link) show(link);
    else if (tip.contains(event.target)) clearTimeout(closing);
    else if (word && word !== document.activeElement) hideSoon();
  });

  document.addEventListener("focusin", function (event) {
    var link = termOf(event);
    if (link && link.matches(":focus-visible")) show(link);
    else if (!tip.contains(event.target)) hide();
  });

  document.addEventListener("focusout", hideSoon);

  document.addEventListener("click", function (event) {
    var link = termOf(event);
    if (link && event.pointerType === "touch" && word !== link) {
      event.preventDefault();
      show(link);
    } else if (!tip.contains(event.target)) {
      hide();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
  });
})();
