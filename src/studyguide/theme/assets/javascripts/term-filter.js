/* Filters the key terms by what the reader types: by name, other name or abbreviation. Without this script all terms
   are shown, and the links from A to Z lead to them.
   Only for pages with .guide-term-filter. */
(function () {
  "use strict";

  const { gettext, ngettext } = window.guideLabels;
  const { onEachPage } = window.guideSite;
  const { make, button } = window.guideElements;
  let glossary = null; // that of the page which is shown

  function start() {
    const place = document.querySelector(".guide-term-filter");
    glossary = place && { terms: readTerms(place), ...makeControls(place) };
    if (!glossary) return;
    glossary.groups = readGroups(place);
    glossary.letters = readLetters();
    filter();
    reveal(targetOf(location.hash));
  }

  function readTerms(place) {
    const forms = JSON.parse(place.dataset.forms);
    return [...document.querySelectorAll(".guide-key-term")].map(function (item) {
      const id = item.querySelector("h3[id]").id;
      return { item, id, forms: (forms[id] || []).map(plain) };
    });
  }

  // The terms under each heading that stands behind the filter.
  function readGroups(place) {
    const groups = new Map();
    let heading = null;
    for (const element of place.parentElement.children) {
      const term = glossary.terms.find((other) => other.item === element);
      if (element === place) heading = null;
      else if (element.matches("h2")) heading = element;
      else if (term && heading) groups.set(heading, [...(groups.get(heading) || []), term]);
    }
    return groups;
  }

  // The letters from A to Z, each with its terms: from the one that it leads to, to where the next one leads.
  function readLetters() {
    const links = [...document.querySelectorAll(".guide-letters a")];
    const letters = [];
    for (const term of glossary.terms) {
      const link = links.find((other) => other.hash === "#" + term.id);
      if (link) letters.push({ link, terms: [] });
      letters.at(-1)?.terms.push(term);
    }
    return letters;
  }

  function makeControls(place) {
    const label = make("label", { htmlFor: "guide-filter-box", textContent: gettext("Find a term") });
    const box = make("input", { id: label.htmlFor, type: "search", autocomplete: "off", spellcheck: false });
    const status = make("p", { role: "status", "aria-live": "polite" });
    place.setAttribute("role", "search");
    place.setAttribute("aria-label", gettext("Key terms"));
    place.replaceChildren(make("div", {}, [label, box]), status, button(gettext("Show all"), showAll, { className: "" }));
    box.addEventListener("input", filter);
    box.addEventListener("keydown", (event) => event.key === "Escape" && showAll());
    return { box, status };
  }

  // Text without what readers leave out when they type: capitals, accents, hyphens and other signs.
  function plain(text) {
    const letters = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return letters.replace(/['’]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  function filter() {
    const { box, status, terms, groups, letters } = glossary;
    const words = plain(box.value).split(" ");
    const isShown = ({ item }) => !item.hidden;
    for (const { item, forms } of terms) {
      item.hidden = !forms.some((form) => words.every((word) => form.includes(word)));
    }
    for (const [heading, listed] of groups) {
      for (let part = heading; part !== listed[0].item; part = part.nextElementSibling) {
        part.hidden = !listed.some(isShown);
      }
    }
    for (const letter of letters) {
      const first = letter.terms.find(isShown);
      letter.link.hidden = !first;
      if (first) letter.link.setAttribute("href", "#" + first.id);
    }
    for (const row of document.querySelectorAll(".guide-letters p")) {
      row.hidden = [...row.querySelectorAll("a")].every((link) => link.hidden);
    }
    const shown = terms.filter(isShown).length;
    status.textContent = ngettext("{shown} of {number} term", "{shown} of {number} terms", terms.length, { shown });
  }

  function showAll() {
    glossary.box.value = "";
    filter();
  }

  function targetOf(hash) {
    return glossary && document.getElementById(hash.slice(1));
  }

  // A link to a term that the filter hides ends the filter.
  function reveal(target) {
    if (!target || !target.closest("[hidden]")) return false;
    showAll();
    return true;
  }

  document.addEventListener("click", function (event) {
    const link = event.target.closest?.("a[href]");
    if (link && link.hash && link.pathname === location.pathname) reveal(targetOf(link.hash));
  });
  window.addEventListener("hashchange", function () {
    const target = targetOf(location.hash);
    if (reveal(target)) target.scrollIntoView();
  });
  onEachPage(start);
})();
