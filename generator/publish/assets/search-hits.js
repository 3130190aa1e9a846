// Shows a hit: a link whose name is the title and what the thing is, and under it the words around what was found.
import { marking } from "./search-engine.js";
import { marks } from "./search-marks.js";

const ROOT = new URL("../", import.meta.url);
const AROUND = 160; // characters

const made = (name, className, ...inside) => {
  const element = document.createElement(name);
  element.className = className;
  element.append(...inside);
  return element;
};

// The part of a text with most of the words, cut between words.
const around = (text, marked) => {
  const pieces = marking(text, marked);
  if (text.length <= AROUND) return pieces;
  const places = [];
  pieces.reduce((end, piece, number) => {
    if (number % 2) places.push(end);
    return end + piece.length;
  }, 0);
  const inside = (start) => places.filter((place) => place >= start && place < start + AROUND - 20).length;
  const best = places.reduce((found, place) => (inside(place) > inside(found) ? place : found), places[0] ?? 0);
  let start = Math.max(0, Math.min(best - 40, text.length - AROUND));
  if (start) start = text.indexOf(" ", start) + 1;
  let end = start + AROUND;
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + AROUND / 2);
  return marking(`${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`, marked);
};

// Makes the link of a hit, and the words around what was found, which are no part of the link's name.
export const hit = ({ address, title, before, state, after, text, look }, marked) => {
  const line = made("span", "hit-line", before);
  if (state) {
    const [kind, sign] = look ?? ["wait", ""];
    const symbol = made("span", "", sign);
    symbol.setAttribute("aria-hidden", "true");
    line.append(" · ", made("span", `tag ${kind}`, symbol, ` ${state[0].toUpperCase()}${state.slice(1)}`));
  }
  if (after) line.append(` · ${after}`);
  const link = made("a", "hit", made("span", "hit-title", ...marks(marking(title, marked))), " ", line);
  link.href = new URL(address, ROOT).href;
  return { link, around: made("p", "hit-text", ...marks(around(text, marked))) };
};

export const counted = (number) => (number === 1 ? "1 resultat" : `${number.toLocaleString("da-DK")} resultater`);
export const told = (corrected) =>
  corrected.map(([typed, meant]) => `Ingen skriver »${typed}« her. Vi søgte efter »${meant}«.`).join(" ");

// Calls something when nothing has been typed for a while.
export const later = (wait, call) => {
  let waiting;
  return (...given) => {
    clearTimeout(waiting);
    waiting = setTimeout(call, wait, ...given);
  };
};
