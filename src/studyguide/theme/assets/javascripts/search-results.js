// Material heads each group of results with a link to its page. Where a section fits better than the page as a whole,
// that link leads to the section too, so that a reader who takes the first link arrives at what was found.
(function () {
  "use strict";

  function score(link) {
    return Number(link.firstElementChild.dataset.mdScore);
  }

  function lead(group) {
    const [page, section] = group.querySelectorAll(".md-search-result__link");
    if (section && score(section) > score(page)) page.href = section.href;
  }

  const list = document.querySelector(".md-search-result__list");
  if (list) {
    new MutationObserver(function (changes) {
      for (const change of changes) change.addedNodes.forEach(lead);
    }).observe(list, { childList: true });
  }

  // Material searches when a key comes up. What is pasted, spoken or chosen from an input method's list comes without one.
  const field = document.querySelector(".md-search__input");
  if (field) field.addEventListener("input", () => field.dispatchEvent(new Event("keyup")));
})();
