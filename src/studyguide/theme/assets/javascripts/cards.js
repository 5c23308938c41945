/* Cards to learn the key terms: one at a time, those first that the reader did not know (after Leitner: each card that was
   known moves to the next box, one that was not goes back to the first, and the lower boxes come first). What was known is
   kept in this browser alone. Without this script all cards stand in a list, to open one by one.
   Only for pages with .guide-cards. */
(function () {
  "use strict";

  const { gettext } = window.guideLabels;
  const LAST_BOX = 4;
  const KEY = "studyguide:" + new URL("../../", document.currentScript.src).pathname + ":cards";
  let deck = null; // that of the page which is shown

  function start() {
    const place = document.querySelector(".guide-cards");
    if (!place) return;
    const cards = [...place.querySelectorAll(".guide-card")].map(cardOf);
    deck = { place, cards, current: null, ...makeControls(place) };
    for (const card of cards) addAnswers(card);
    learn();
  }

  function cardOf(item) {
    const [box, turn] = kept()[item.dataset.term] || [0, 0];
    return { item, term: item.dataset.term, chapters: item.dataset.chapters.split(" "), box, turn };
  }

  // What is kept: for each term its box, and in which turn it was shown last.

  function kept() {
    try {
      const read = JSON.parse(localStorage.getItem(KEY)) || {};
      return Object.fromEntries(Object.entries(read).filter(([, value]) => isPlace(value)));
    } catch {
      return {}; // a browser that keeps nothing, or something that this script has not written
    }
  }

  function isPlace(value) {
    return Array.isArray(value) && value.every(Number.isSafeInteger) && value[0] >= 0 && value[0] <= LAST_BOX;
  }

  function keep() {
    const shown = deck.cards.filter((card) => card.turn);
    try {
      if (shown.length) localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(shown.map(placeOf))));
      else localStorage.removeItem(KEY);
    } catch {
      /* Then it is known until the page is left. */
    }
  }

  function placeOf(card) {
    return [card.term, [card.box, card.turn]];
  }

  // The controls

  function makeControls(place) {
    const choice = place.querySelector(".guide-cards-choice");
    const select = choice.querySelector("select");
    const status = place.insertBefore(document.createElement("p"), choice.nextSibling);
    const tools = place.appendChild(document.createElement("p"));
    const list = makeButton(tools, gettext("Show all as a list"), toggleList);
    const forget = makeButton(tools, gettext("Forget what I knew"), forgetAll);
    choice.hidden = false;
    select.addEventListener("change", () => learn());
    tools.className = "guide-cards-tools";
    list.setAttribute("aria-pressed", "false");
    status.setAttribute("role", "status");
    return { select, list, forget, status };
  }

  function makeButton(place, words, act) {
    const button = place.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "md-button";
    button.textContent = words;
    button.addEventListener("click", act);
    return button;
  }

  function addAnswers(card) {
    const answers = document.createElement("p");
    answers.className = "guide-cards-answers";
    makeButton(answers, gettext("I knew it"), () => answer(card, Math.min(card.box + 1, LAST_BOX)));
    makeButton(answers, gettext("Not yet"), () => answer(card, 0));
    card.item.querySelector("summary + p").after(answers);
  }

  // Learning

  function chosen() {
    const chapter = deck.select.value;
    return deck.cards.filter((card) => !chapter || card.chapters.includes(chapter));
  }

  function learn(withFocus = false) {
    const cards = chosen();
    const others = cards.filter((card) => card !== deck.current);
    const [next] = [...(others.length ? others : cards)].sort((a, b) => a.box - b.box || a.turn - b.turn);
    deck.current = next || null;
    show(cards);
    if (next && withFocus) next.item.querySelector("summary").focus();
  }

  function show(cards) {
    const isList = deck.list.getAttribute("aria-pressed") === "true";
    deck.place.classList.toggle("guide-cards-list", isList);
    for (const card of deck.cards) {
      card.item.open = false;
      card.item.hidden = !(isList ? cards.includes(card) : card === deck.current);
    }
    const known = cards.filter((card) => card.box).length;
    const all = gettext("You knew all of these. They come again, first those that you knew least often.");
    const counted = gettext("Known: {known} of {total}", { known, total: cards.length });
    deck.status.textContent = known && known === cards.length ? counted + ". " + all : counted;
    deck.forget.hidden = !deck.cards.some((card) => card.turn);
  }

  function answer(card, box) {
    card.box = box;
    card.turn = Math.max(...deck.cards.map((other) => other.turn)) + 1;
    keep();
    learn(true);
  }

  function toggleList() {
    const isList = deck.list.getAttribute("aria-pressed") === "true";
    deck.list.setAttribute("aria-pressed", String(!isList));
    show(chosen());
  }

  function forgetAll() {
    for (const card of deck.cards) Object.assign(card, { box: 0, turn: 0 });
    deck.current = null;
    keep();
    learn(true);
  }

  if (typeof document$ === "undefined") start();
  else document$.subscribe(start);
})();
