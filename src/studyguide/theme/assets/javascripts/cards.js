/* Cards to learn the key terms: one at a time, those first that the reader did not know (after Leitner: each card that was
   known moves to the next box, one that was not goes back to the first, and the lower boxes come first). What was known is
   kept in this browser alone. Without this script all cards stand in a list, to open one by one.
   Only for pages with .guide-cards. */
(function () {
  "use strict";

  const { gettext } = window.guideLabels;
  const { onEachPage, kept, keep } = window.guideSite;
  const { make, button } = window.guideElements;
  const LAST_BOX = 4;
  const BETWEEN = 3; // other cards, before one that was not known comes again
  let deck = null; // that of the page which is shown

  function start() {
    const place = document.querySelector(".guide-cards");
    if (!place) return;
    const places = kept("cards") ?? {};
    const cards = [...place.querySelectorAll(".guide-card")].map((item) => cardOf(item, places[item.dataset.term]));
    deck = { place, cards, current: null, ...makeControls(place) };
    for (const card of cards) addAnswers(card);
    learn();
  }

  // What is kept: for each term its box, and in which turn it was shown last. Others may have written there.
  function cardOf(item, place) {
    const [box, turn] = isPlace(place) ? place : [0, 0];
    return { item, term: item.dataset.term, chapters: item.dataset.chapters.split(" "), box, turn };
  }

  function isPlace(value) {
    return Array.isArray(value) && value.every(Number.isSafeInteger) && value[0] >= 0 && value[0] <= LAST_BOX;
  }

  // Where the browser keeps nothing, it is known until the page is left.
  function keepPlaces() {
    const shown = deck.cards.filter(({ turn }) => turn).map(({ term, box, turn }) => [term, [box, turn]]);
    keep("cards", shown.length ? Object.fromEntries(shown) : null);
  }

  // The controls

  function makeControls(place) {
    const choice = place.querySelector(".guide-cards-choice");
    const select = choice.querySelector("select");
    const status = make("p", { role: "status" });
    const list = button(gettext("Show all as a list"), toggleList, { "aria-pressed": "false" });
    const forget = button(gettext("Forget what I knew"), forgetAll);
    choice.hidden = false;
    choice.after(status);
    place.append(make("p", { className: "guide-cards-tools" }, [list, forget]));
    select.addEventListener("change", () => learn());
    return { select, list, forget, status };
  }

  function addAnswers(card) {
    const known = button(gettext("I knew it"), () => answer(card, Math.min(card.box + 1, LAST_BOX)));
    const unknown = button(gettext("Not yet"), () => answer(card, 0));
    card.item.querySelector("summary + p").after(make("p", { className: "guide-cards-answers" }, [known, unknown]));
  }

  // Learning

  function chosen() {
    const chapter = deck.select.value;
    return deck.cards.filter((card) => !chapter || card.chapters.includes(chapter));
  }

  function learn(withFocus = false) {
    const cards = chosen();
    const others = cards.filter((card) => card !== deck.current);
    const last = lastTurn();
    const rank = ({ box, turn }) => (!box && turn && last - turn >= BETWEEN ? -1 : box);
    const [next] = [...(others.length ? others : cards)].sort((a, b) => rank(a) - rank(b) || a.turn - b.turn);
    deck.current = next || null;
    show(cards);
    if (next && withFocus) next.item.querySelector("summary").focus();
  }

  function lastTurn() {
    return Math.max(...deck.cards.map((card) => card.turn));
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
    card.turn = lastTurn() + 1;
    keepPlaces();
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
    keepPlaces();
    learn(true);
  }

  onEachPage(start);
})();
