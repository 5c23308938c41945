/* On the page of countries: 'I represent …', and where to begin. What is kept of the choice is read from the page itself.
   Without this script it is a page of all countries. Only for pages with .guide-all-countries. */
(function () {
  "use strict";

  const { gettext } = window.guideLabels;
  const { choose, chosen, idOf, panel } = window.guideCountry;
  const { root } = window.guideSite;
  const { make } = window.guideElements;
  const select = document.querySelector(".guide-all-countries");
  if (!select) return;

  function within({ href }) {
    return href.startsWith(root.href) ? href.slice(root.href.length) : "";
  }

  // What the page says of the country: the places that name it, those first that are about it, then texts before sources.
  function choiceOf({ value, text, dataset }) {
    const page = within({ href: location.href.split(/[?#]/)[0] });
    const links = [...document.querySelectorAll(`#${idOf(value)} li:not(.guide-ties) a[href]`)];
    const places = links.filter((link) => within(link) && link.pathname !== location.pathname);
    const isAbout = (link) => text.startsWith(link.textContent.trim()) || link.textContent.includes(text);
    const isLate = (link) => /^(index\.html)?(#|$)|#ref-/.test(within(link)); // on the home page, or a source
    const rank = (link) => (isLate(link) ? 2 : isAbout(link) ? 0 : 1);
    places.sort((one, other) => rank(one) - rank(other));
    return { code: value, name: text, group: groupOf(dataset.group, page), page, places: places.map(placeOf) };
  }

  function placeOf(link) {
    const chapter = link.closest("li").firstChild;
    const words = chapter.contains(link) ? "" : chapter.textContent.trim();
    return [within(link), `${words} ${link.textContent.trim()}`.trim()];
  }

  function groupOf(name, page) {
    const heading = document.getElementById(`group-${name}`);
    return heading && [`${page}#${heading.id}`, heading.firstChild.textContent.trim()];
  }

  function show(isKept) {
    const country = chosen();
    select.value = country ? country.code : "";
    shown.replaceChildren(...(country ? [panel(country)] : []));
    if (!isKept) shown.append(gettext("This browser keeps nothing: other pages will not know it."));
  }

  // For the screen alone: what is read out or noted of the page is the page alone.
  const label = make("label", { className: "screen-only", htmlFor: "guide-country", textContent: gettext("I represent") });
  const shown = make("div", { className: "screen-only", role: "status" });
  select.id = label.htmlFor;
  select.removeAttribute("aria-label");
  select.prepend(new Option(gettext("Choose a country"), ""));
  select.before(label);
  select.after(shown);
  select.hidden = false;
  select.addEventListener("change", () => show(choose(select.value ? choiceOf(select.selectedOptions[0]) : null)));
  shown.addEventListener("click", function (event) {
    if (!event.target.closest("button")) return;
    show(true);
    select.focus();
  });

  // The guide may have changed since the choice.
  const option = [...select.options].find(({ value }) => value && value === chosen()?.code);
  show(option ? choose(choiceOf(option)) : true);
})();
