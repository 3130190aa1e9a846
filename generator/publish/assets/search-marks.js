// Marks the words of a query at the place of a page that a hit leads to.
import { find, marking } from "./search-engine.js";

export const mark = async (query) => {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  const { marked } = await find(query);
  // A word with break points is several texts.
  for (const sign of place.querySelectorAll("i:empty")) sign.remove();
  place.normalize();
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const pieces = marking(text.data, marked);
    if (pieces.length > 1) text.replaceWith(...marks(pieces));
  }
};

// Makes text of a cut text, with every second piece marked.
export const marks = (pieces) =>
  pieces.map((piece, place) => {
    if (place % 2 === 0) return piece;
    const made = document.createElement("mark");
    made.textContent = piece;
    return made;
  });
