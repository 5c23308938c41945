/* 'My country': which one a delegate represents is kept in this browser alone, as it was chosen on the page of countries, with
   the places that name it. Each page marks its mentions, and the search its results; the home page says where to begin.
   Without this script these are plain pages. */
window.guideCountry = (function () {
  "use strict";

  const { gettext, ngettext } = window.guideLabels;
  const { root, keyOf, kept, keep } = window.guideSite;
  const { make, button } = window.guideElements;
  const MINE = "guide-mine";
  const LONGEST = 200; // letters of a name or a title
  const FIRST = 3; // places to begin with
  let chosen = read();

  // What is kept

  // Others may have changed what the browser keeps.
  function read() {
    try {
      return checked(kept("country"));
    } catch {
      return null;
    }
  }

  function checked({ code, name, group, page, places }) {
    if (!/^[A-Z]{2}$/.test(code)) return null;
    const own = link([page, name]);
    const named = places.map(link).filter(Boolean);
    return { code: String(code), name: own.words, page: own.url, group: group && link(group), places: named };
  }

  // A link within this guide, of an address below its root.
  function link([address, words]) {
    const url = new URL(address, root);
    return url.href.startsWith(root.href) ? { url, words: String(words).slice(0, LONGEST) } : null;
  }

  // Returns whether it will still be known on the next page.
  function choose(choice) {
    chosen = choice && checked(choice);
    show();
    return keep("country", choice);
  }

  // What is shown

  function anchor({ url, words }) {
    return make("a", { href: url, textContent: words });
  }

  function paragraph(...content) {
    return make("p", {}, content);
  }

  function idOf(code) {
    return `country-${code.toLowerCase()}`;
  }

  function all({ page, code }, words) {
    const url = new URL(page);
    url.hash = idOf(code);
    return anchor({ url, words });
  }

  // Where to begin, or what is known where the guide does not name it; and the button that removes the choice.
  function panel(country) {
    const { name, group, places } = country;
    const content = [];
    if (places.length) {
      const begin = make("ul", {}, places.slice(0, FIRST).map((place) => make("li", {}, [anchor(place)])));
      const words = ngettext(
        "{number} place names this country: {name}",
        "All {number} places that name this country: {name}",
        places.length,
        { name },
      );
      content.push(paragraph(gettext("Where to begin:")), begin, paragraph(all(country, words)));
    } else {
      const isGroup = group && group.url.hash !== "#group-none";
      const lines = [gettext("The guide does not name this country: {name}.", { name })];
      if (group) lines.push(" ", gettext("At the United Nations: {group}.", { group: group.words }));
      content.push(paragraph(...lines));
      if (isGroup) content.push(paragraph(anchor({ url: group.url, words: gettext("What the guide says of this group") })));
    }
    const privacy = paragraph(gettext("Your country is kept in this browser alone, and sent nowhere."));
    const forgetting = paragraph(button(gettext("Forget my country"), forget));
    return make("div", { className: "guide-mine-panel" }, [...content, privacy, forgetting]);
  }

  function forget() {
    choose(null);
    document.querySelector("a.my-country")?.focus();
  }

  // In the place of the home page's link to the countries.
  function showOnHome(link) {
    const words = gettext("My country: {name}", { name: chosen.name });
    const summary = make("summary", { className: "md-button", textContent: words });
    const other = paragraph(anchor({ url: chosen.page, words: gettext("Choose another country") }));
    const box = make("details", { className: "guide-mine-added guide-mine-home" }, [summary, panel(chosen)]);
    box.lastChild.lastChild.before(other);
    link.parentElement.hidden = true;
    link.parentElement.after(box);
  }

  // Among the facts below a chapter's title.
  function showNumber(facts, [first, ...others]) {
    if (!first) return;
    first.id ||= MINE;
    first.tabIndex = -1; // so that the link takes the focus along
    const values = { name: chosen.name };
    const words = ngettext("{name}: {number} mention", "{name}: {number} mentions", 1 + others.length, values);
    facts.append(" ", make("span", { className: "guide-mine-added" }, [anchor({ url: "#" + first.id, words })]));
  }

  function clear() {
    for (const element of document.querySelectorAll(".guide-mine-added")) element.remove();
    for (const element of document.querySelectorAll("." + MINE)) element.classList.remove(MINE);
    for (const link of document.querySelectorAll("a.my-country")) link.parentElement.hidden = false;
  }

  // The mark in the timeline's picture of an event that names the country.
  function drawn(event) {
    const heading = event.querySelector("h3[id]");
    return heading && document.querySelector(`.guide-axis-event[href="#${CSS.escape(heading.id)}"]`);
  }

  function show() {
    clear();
    if (!chosen) return;
    const { code } = chosen;
    const find = (selector) => [...document.querySelectorAll(`article ${selector}`)];
    const mentions = find(`span[data-country~="${code}"]`);
    const links = find(`a[href$="#${idOf(code)}"]`);
    const marks = find(`.guide-timeline > [data-countries~="${code}"]`).map(drawn);
    for (const element of [...mentions, ...links, ...marks]) element?.classList.add(MINE);
    const facts = document.querySelector(".guide-facts");
    const onHome = document.querySelectorAll("a.my-country");
    if (facts && !onHome.length) showNumber(facts, mentions);
    onHome.forEach(showOnHome);
    for (const result of document.querySelectorAll(".md-search-result__item")) markResults(result);
  }

  // A result that is a place which names the country, or the page of one, says so.
  function markResults(item) {
    if (!chosen || !item.querySelectorAll) return;
    for (const result of item.querySelectorAll(".md-search-result__link")) {
      const { pathname, hash } = new URL(result.href);
      const isPlace = ({ url }) => url.pathname === pathname && (!hash || url.hash === hash);
      const title = result.querySelector("h1, h2");
      const mark = { className: "guide-mine-added guide-mine", textContent: chosen.name };
      if (title && chosen.places.some(isPlace)) title.append(make("span", mark));
    }
  }

  const results = document.querySelector(".md-search-result__list");
  if (results) {
    new MutationObserver(function (changes) {
      for (const change of changes) change.addedNodes.forEach(markResults);
    }).observe(results, { childList: true });
  }

  show();
  addEventListener("storage", function (event) {
    if (event.key !== keyOf("country") && event.key !== null) return;
    chosen = read(); // chosen in another tab
    show();
  });

  return { choose, idOf, panel, chosen: () => chosen };
})();
