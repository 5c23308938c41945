/* For a guide that was opened from a disk. Material's search asks for its worker by the worker's file, which no browser
   gives such a page: this script gives it the same worker from memory. Before this text stands const SEARCH_WORKER. */
(function () {
  "use strict";

  const address = URL.createObjectURL(new Blob([SEARCH_WORKER], { type: "text/javascript" }));
  const Native = window.Worker;

  window.Worker = function () {
    return new Native(address);
  };
})();
