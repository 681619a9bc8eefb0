/* Ranking of the search: guides first, then pages, then objects of the reference. */
"use strict";

var Scorer = {
  objNameMatch: 11,
  objPartialMatch: 3,
  objPrio: { 0: 5, 1: 0, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
  score: ([docname, , anchor, , score, , kind]) => {
    if (docname.startsWith("how-to/") || docname.startsWith("tutorial/")) return score + 20;
    if (kind === "object" && /\.[a-z_]+$/.test(anchor)) return score - 5;
    return score;
  },
};
