/* Filters the timeline by actor and by key term. List, picture and the page's contents show the same events, and the
   choice stands in the address (?actor=…&term=…), so that it can be sent. Without this script all events are shown.
   Only for pages with .guide-timeline-filter. */
(function () {
  "use strict";

  const { gettext, ngettext } = window.guideLabels;
  const { onEachPage } = window.guideSite;
  const { make, button } = window.guideElements;
  const KINDS = {
    actor: { label: gettext("Who"), everything: gettext("Anyone"), links: ".guide-actors a" },
    term: { label: gettext("Key term"), everything: gettext("Any term"), links: ".guide-terms a" },
  };
  const NAMES = Object.keys(KINDS);
  let timeline = null; // that of the page which is shown
  let lit = {}; // the events that the reader points at, in the list or in the picture

  function start() {
    const place = document.querySelector(".guide-timeline-filter");
    timeline = place && { events: readEvents(), ...makeControls(place) };
    lit = {};
    if (!timeline) return;
    for (const name of NAMES) fillChoices(name);
    follow();
  }

  // Each event with its mark in the picture, its links in the contents, and whom and what it names: names by id.
  function readEvents() {
    const marks = [...document.querySelectorAll(".guide-axis-event")];
    return [...document.querySelectorAll(".guide-timeline > li")].map(function (item) {
      const heading = item.querySelector("h3[id]");
      heading.tabIndex = -1; // so that a link to it takes the focus along
      const mark = marks.find((other) => other.getAttribute("href") === "#" + heading.id);
      const event = { item, heading, mark, contents: contentsLinks(heading) };
      for (const name of NAMES) event[name] = namesIn(item, KINDS[name].links);
      return event;
    });
  }

  function contentsLinks(heading) {
    return [...document.querySelectorAll(".md-nav__link[href$='#" + CSS.escape(heading.id) + "']")];
  }

  function namesIn(item, links) {
    const named = [...item.querySelectorAll(links)];
    return new Map(named.map((link) => [link.hash.replace(/^#(term-)?/, ""), link.textContent]));
  }

  function makeControls(place) {
    const choices = Object.fromEntries(NAMES.map((name) => [name, make("select", { id: "guide-filter-" + name })]));
    const status = make("p", { role: "status", "aria-live": "polite" });
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", gettext("Filter the events"));
    place.replaceChildren(...NAMES.map(field), status, button(gettext("Show all"), showAll, { className: "" }));
    return { choices, status };

    function field(name) {
      const { id } = choices[name];
      choices[name].addEventListener("change", choose);
      return make("div", {}, [make("label", { htmlFor: id, textContent: KINDS[name].label }), choices[name]]);
    }
  }

  function fillChoices(name) {
    const all = new Map(timeline.events.flatMap((event) => [...event[name]]));
    const sorted = [...all].sort((one, other) => one[1].localeCompare(other[1]));
    timeline.choices[name].replaceChildren();
    for (const [value, words] of [["", KINDS[name].everything], ...sorted]) {
      const option = timeline.choices[name].appendChild(document.createElement("option"));
      option.value = value;
      option.dataset.words = words;
    }
  }

  function choose() {
    setAddress(Object.fromEntries(NAMES.map((name) => [name, timeline.choices[name].value])), "", "pushState");
  }

  function showAll() {
    setAddress({}, "", "pushState");
  }

  // The address alone holds the choice; what is shown follows it.
  function setAddress(chosen, hash, change) {
    const address = new URL(location.href);
    for (const name of NAMES) {
      if (chosen[name]) address.searchParams.set(name, chosen[name]);
      else address.searchParams.delete(name);
    }
    address.hash = hash;
    if (address.href !== location.href) history[change](null, "", address);
    follow();
  }

  function follow() {
    if (!timeline) return;
    const asked = new URLSearchParams(location.search);
    const chosen = {};
    for (const name of NAMES) {
      const value = asked.get(name);
      chosen[name] = timeline.events.some((event) => event[name].has(value)) ? value : "";
    }
    show(chosen);
    for (const name of NAMES) showChoices(name, chosen);
    const target = document.getElementById(location.hash.slice(1));
    if (target) select(target);
  }

  function matches(event, chosen, names) {
    return names.every((name) => !chosen[name] || event[name].has(chosen[name]));
  }

  function show(chosen) {
    const { events, status } = timeline;
    const shown = events.filter((event) => matches(event, chosen, NAMES));
    for (const event of events) showEvent(event, shown.includes(event));
    for (const list of document.querySelectorAll(".guide-timeline")) showDecade(list);
    const values = { shown: shown.length };
    status.textContent = ngettext("{shown} of {number} event", "{shown} of {number} events", events.length, values);
  }

  // A decade without events goes with all that stands between its heading and its list.
  function showDecade(list) {
    const isEmpty = [...list.children].every((item) => item.hidden);
    let part = list;
    part.hidden = isEmpty;
    while (!part.matches("h2")) {
      part = part.previousElementSibling;
      part.hidden = isEmpty;
    }
    for (const link of contentsLinks(part)) link.parentElement.hidden = isEmpty;
  }

  function showEvent(event, isShown) {
    event.item.hidden = !isShown;
    if (event.mark && isShown) {
      event.mark.setAttribute("href", "#" + event.heading.id);
      event.mark.removeAttribute("aria-hidden");
    } else if (event.mark) {
      event.mark.removeAttribute("href"); // dimmed, and out of the keyboard's way
      event.mark.setAttribute("aria-hidden", "true");
    }
    for (const link of event.contents) {
      link.parentElement.hidden = !isShown;
      link.setAttribute("href", "#" + (isShown ? event.heading.id : "")); // Material tells by it where one reads
    }
  }

  // Each choice says how many events it would leave, with the other filter as it is.
  function showChoices(name, chosen) {
    const others = NAMES.filter((other) => other !== name);
    const left = timeline.events.filter((event) => matches(event, chosen, others));
    for (const option of timeline.choices[name].options) {
      const count = option.value ? left.filter((event) => event[name].has(option.value)).length : left.length;
      option.textContent = option.dataset.words + " (" + count + ")";
      option.selected = option.value === chosen[name];
      option.disabled = count === 0 && !option.selected;
    }
  }

  // Where the address leads: the event's mark says so, and if the filter hides the event, the filter ends.
  function select(target) {
    for (const { item, heading, mark } of timeline.events) {
      const isTarget = item.contains(target);
      if (mark && isTarget) mark.setAttribute("aria-current", "true");
      else if (mark) mark.removeAttribute("aria-current");
      if (isTarget && item.hidden) {
        setAddress({}, location.hash, "replaceState");
        target.scrollIntoView();
        heading.focus({ preventScroll: true });
      }
    }
  }

  // Two events may be lit: where the pointer rests, and where the keyboard is.
  function light(how, place) {
    if (!timeline) return;
    const event = timeline.events.find(({ item, mark }) => item.contains(place) || mark?.contains(place));
    if (event === lit[how]) return;
    lit[how] = event;
    for (const other of timeline.events) {
      const isLit = other === lit.pointer || other === lit.focus;
      for (const part of [other.item, other.mark]) part?.classList.toggle("guide-lit", isLit);
    }
  }

  document.addEventListener("pointerover", (event) => light("pointer", event.target));
  document.addEventListener("focusin", (event) => light("focus", event.target));
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);
  onEachPage(start);
})();
