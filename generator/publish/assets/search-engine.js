// Finds what a query means: cuts it into words, fetches the pieces of the index that these need, and weighs the cards.
// The rules for words come with the index (generator/search/words.py), so that both sides cut and fold alike.

const FOLDER = new URL("soegning/", import.meta.url);
const LONGEST = 24; // words of a query that count
const NAME = 5; // words of a name that may be typed as one
const PIECES = 3; // pieces that the beginning of a word may need

const fetched = new Map();
const entries = new Map(); // what every word of the fetched pieces is found in
let rules, start;

const json = async (name, options) => {
  const answer = await fetch(new URL(name, FOLDER), options);
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return answer.json();
};

const piece = (name) => {
  if (!fetched.has(name)) {
    const coming = json(name);
    coming.catch(() => fetched.delete(name));
    fetched.set(name, coming);
  }
  return fetched.get(name);
};

const replacements = (rows) => rows.map(([pattern, to]) => [new RegExp(pattern, "gu"), to]);
const replaced = (word, rows) => rows.reduce((text, [pattern, to]) => text.replace(pattern, to), word);

// Fetches where everything is; the only file whose name says nothing of what is in it.
let coming;
export const begin = () => {
  coming ??= json("start.json", { cache: "no-cache" }).then((found) => {
    start = found;
    rules = {
      ...found.words,
      folds: replacements(found.words.folds),
      weakened: replacements(found.words.weakened),
      ending: new RegExp(found.words.ending, "u"),
      stops: new Set(found.words.stops),
      fillers: new Set(found.words.fillers),
    };
    return found;
  });
  coming.catch(() => (coming = undefined));
  return coming;
};

// Words

const WORD = /[0-9]+(?:[.,][0-9]+)+(?![\p{L}\p{N}])|[\p{L}\p{N}]+/gu;

export const tokens = (text) =>
  text.normalize("NFC").toLowerCase().replace(/%|(?<![\p{L}\p{N}])pct(?![\p{L}\p{N}])/gu, " procent ").match(WORD) ?? [];
export const fold = (word) => replaced(word, rules.folds);
const stem = (folded) => replaced(folded.replace(rules.ending, ""), rules.weakened);
export const key = (word) => stem(fold(word));

// A date in figures or in words is one number: 20251121.
const dated = (query) =>
  query
    .toLowerCase()
    .replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, "$1$2$3")
    .replace(/\b(\d{1,2})(?:\. ?|[/ -])([a-zæøå]+|\d{1,2})(?:[./ -]+)(\d{4})\b/g, (all, day, month, year) => {
      const number = rules.months.indexOf(month) + 1 || Number(month);
      return number >= 1 && number <= 12 ? `${year}${String(number).padStart(2, "0")}${day.padStart(2, "0")}` : all;
    });

// Pieces of the index

// The last place in a sorted list whose value is not behind another.
const placeOf = (firsts, value) => {
  let low = 0, high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
};

const postings = async (places) => {
  await Promise.all([...places].map(async (place) => {
    const name = start.keys[1][place];
    if (name && !entries.has(name)) entries.set(name, new Map(Object.entries(await piece(name))));
  }));
};

const at = (word) => start.keys[1][placeOf(start.keys[0], word)];
const entry = (word) => entries.get(at(word))?.get(word);

const spanOf = (prefix) => {
  const first = placeOf(start.keys[0], prefix), last = placeOf(start.keys[0], `${prefix}\uffff`);
  return Array.from({ length: Math.min(PIECES, last - first + 1) }, (_, step) => first + step);
};
const beginning = (prefix) =>
  spanOf(prefix).flatMap((place) => {
    const words = [...(entries.get(start.keys[1][place])?.keys() ?? [])];
    return words.filter((word) => word.startsWith(prefix));
  });

// Unpacks where a word stands: for each card the level at which it says it.
const unpacked = new Map();
const levels = (word) => {
  if (!unpacked.has(word)) {
    const found = new Map();
    for (const [level, ...steps] of entry(word) ?? []) {
      let card = 0;
      if (level) for (const step of steps) found.set((card += step), level);
    }
    unpacked.set(word, found);
  }
  return unpacked.get(word);
};
// The words that a synonym stands for.
const also = (word) => entry(word)?.find(([level]) => !level)?.[1] ?? [];
const isKnown = (word) => entry(word) !== undefined;

let vocabulary;
const words = async () => {
  if (!vocabulary) {
    const pieces = await Promise.all(start.vocabulary[1].map(piece));
    vocabulary = new Map(pieces.flat().map((word) => [key(word), word]));
  }
  return vocabulary;
};

// What a word may mean

// How many letters must be put in, taken out, changed or swapped to make one word of another; `most` and one where more.
export const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [], row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + !same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
};

const nearest = async (word, most) => {
  let best = [], least = most;
  for (const other of (await words()).keys()) {
    if (/[0-9]/.test(other)) continue;
    const far = distance(word, other, least);
    if (far < least) best = [];
    if (far <= least) {
      least = far;
      best.push(other);
    }
  }
  return best;
};

// The parts of a compound that nobody has written: »flygtningeintegration«.
const parts = async (folded, shortest) => {
  const known = await words();
  const is = (part) => part.length >= shortest && known.has(part);
  for (let end = folded.length - shortest; end >= shortest; end--) {
    const first = [folded.slice(0, end), folded.slice(0, end).replace(/s$/, "")].map(stem).find(is);
    const last = [stem(folded.slice(end)), folded.slice(end)].find(is);
    if (first && last) return [first, last];
    if (first && end < folded.length - shortest) {
      const behind = await parts(folded.slice(end), Math.max(4, shortest));
      if (behind.length) return [first, ...behind];
    }
  }
  return [];
};

// The longest beginning of a word that known words begin with as well.
const shared = async (word) => {
  const known = [...(await words()).keys()];
  for (let end = word.length - 1; end >= Math.max(4, word.length / 2); end--) {
    const found = known.filter((other) => other.startsWith(word.slice(0, end)));
    if (found.length) return found;
  }
  return [];
};

// Everything that a word of a query may mean, each with how surely; a word that nobody wrote is looked at more closely.
const meanings = async (word, isLast) => {
  const folded = fold(word), plain = stem(folded), sure = new Map();
  const add = (some, how) => some.forEach((other) => sure.set(other, Math.max(sure.get(other) ?? 0, how)));
  const digits = /[0-9]/.test(folded);
  if (isKnown(plain)) add([plain], 1);
  if (!digits && !sure.size) {
    for (let end = 3; end < folded.length; end++) {
      const rest = folded.slice(end);
      if (rules.endings.some((ending) => ending.startsWith(rest))) add([folded.slice(0, end)].filter(isKnown), 0.9);
    }
  }
  if (folded.length > 1 && (isLast || !sure.size)) {
    // Where the word itself is known, what it begins is meant less surely.
    const least = sure.has(plain) ? 0.15 : 0.4;
    for (const other of beginning(folded)) if (other !== plain) add([other], least + 0.4 * (folded.length / other.length));
  }
  if (sure.size || digits) return { sure };
  const compound = async (shortest) => {
    const found = await parts(folded, shortest);
    await postings(found.flatMap(spanOf));
    return found.map((part, place) => {
      // What the last part begins is nearly said: a »partner« is part of a »partnerskab«.
      const begun = place === found.length - 1 ? beginning(part) : [];
      return new Map([...begun.map((other) => [other, 0.3 + 0.4 * (part.length / other.length)]), [part, 0.9]]);
    });
  };
  const split = await compound(4);
  if (split.length) return { split };
  const near = folded.length < 4 ? [] : await nearest(plain, plain.length < 8 ? 1 : 2);
  if (near.length) {
    add(near, 0.8);
    return { sure, meant: near };
  }
  const short = await compound(3);
  if (short.length) return { split: short };
  add(await shared(plain), 0.5);
  return { sure };
};

// A query

// Words that stand beside each other may be one word, a name or an id: »handicap rådet«, »hr25 4 1«, »mål nr. to«.
const together = (typed, isStop) => {
  const found = [];
  const list = typed.map((word, place) => ({ word, place })).filter(({ word }) => !rules.fillers.has(word));
  for (let from = 0; from < list.length; from++) {
    for (let to = from + 2; to <= Math.min(list.length, from + NAME); to++) {
      const some = list.slice(from, to), isWhole = to - from === list.length;
      if (!isWhole && (isStop[some[0].place] || some.every(({ place }) => isStop[place]))) continue;
      const last = rules.numbers[some.at(-1).word] ?? some.at(-1).word;
      const text = some.slice(0, -1).map(({ word }) => word).join("");
      const places = some.map(({ place }) => place);
      // In an id a sign between the numbers is nothing but a sign: »hr25.4.1«.
      const typed = [some.at(-1).word, last].map((end) => text + end);
      const plain = /^[0-9]/.test(text) ? [] : [(text + last).replaceAll(/[.,]/g, "")];
      for (const one of new Set([...typed, ...plain])) found.push({ word: key(one), places });
    }
  }
  return found;
};

// Finds the cards of a query, the best first; says which words were put right, and which words the cards say.
export const find = async (query, { isTyping = false } = {}) => {
  await begin();
  const typed = tokens(dated(query)).slice(0, LONGEST);
  const isStop = typed.map((word) => rules.stops.has(fold(word)));
  const counting = isStop.every(Boolean) ? typed.map(() => true) : isStop.map((stop) => !stop);
  const names = together(typed, isStop);
  const needed = new Set([
    ...typed.filter((_, place) => counting[place]).flatMap((word) => [placeOf(start.keys[0], key(word)), ...spanOf(fold(word))]),
    ...names.map(({ word }) => placeOf(start.keys[0], word)),
  ]);
  await postings(needed);

  // What each word means, and then what it stands for: both may need other pieces.
  const concepts = [];
  const corrected = [];
  for (const [place, word] of typed.entries()) {
    if (!counting[place]) continue;
    const { sure, split, meant } = await meanings(word, isTyping && place === typed.length - 1);
    if (meant) corrected.push([word, vocabulary.get(meant[0])]);
    if (split) split.forEach((part) => concepts.push({ place, sure: part }));
    else concepts.push({ place, sure });
  }
  for (const { word, places } of names) if (isKnown(word)) concepts.push({ places, sure: new Map([[word, 1]]) });
  await postings(concepts.flatMap(({ sure }) => [...sure.keys()].map((word) => placeOf(start.keys[0], word))));
  for (const concept of concepts) {
    concept.phrases = [...concept.sure].flatMap(([word, how]) => also(word).map((phrase) => [phrase, 0.7 * how]));
  }
  const phrases = concepts.flatMap((concept) => concept.phrases.flatMap(([phrase]) => phrase));
  await postings(phrases.map((word) => placeOf(start.keys[0], word)));
  return { ...weighed(concepts, typed.length), corrected, typed };
};

const weighed = (concepts, length) => {
  const score = new Map(), matched = new Map(), marked = new Set();
  const weights = new Array(length).fill(0);
  for (const { place, places, sure, phrases } of concepts) {
    const best = new Map();
    const put = (card, value) => best.set(card, Math.max(best.get(card) ?? 0, value));
    let spread = 0;
    for (const [word, how] of sure) {
      marked.add(word);
      const found = levels(word);
      spread = Math.max(spread, found.size);
      for (const [card, level] of found) put(card, level * how);
    }
    for (const [phrase, how] of phrases) {
      phrase.forEach((word) => marked.add(word));
      const [first, ...rest] = phrase.map(levels);
      for (const [card, level] of first ?? []) {
        const least = rest.reduce((low, found) => Math.min(low, found.get(card) ?? 0), level);
        if (least) put(card, least * how);
      }
    }
    if (!best.size) continue;
    const weight = Math.log(1 + start.count / (spread || best.size));
    if (place !== undefined) weights[place] = Math.max(weights[place], weight);
    const bits = (places ?? [place]).reduce((sum, one) => sum | (1 << one), 0);
    for (const [card, value] of best) {
      score.set(card, (score.get(card) ?? 0) + weight * value);
      matched.set(card, (matched.get(card) ?? 0) | bits);
    }
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const ranked = [...score].map(([card, value]) => {
    const part = weights.reduce((sum, weight, place) => sum + (matched.get(card) & (1 << place) ? weight : 0), 0);
    return [card, all ? value * (part / all) ** 2 : value];
  });
  ranked.sort(([one, a], [other, b]) => b - a || one - other);
  return { cards: ranked.map(([card]) => card), marked };
};

// Fetches what is shown of cards.
export const shown = (cards) =>
  Promise.all(cards.map(async (card) => {
    const place = placeOf(start.cards[0], card);
    const [address, title, before, state, after, text] = (await piece(start.cards[1][place]))[card - start.cards[0][place]];
    return { address, title, before, state, after, text, look: start.states[state] };
  }));

// Fetches what cards can be narrowed by: for each way a function that gives the values of a card.
export const facets = async () => {
  const pieces = await Promise.all(start.facets[1].map(piece));
  return pieces[0].map((_, column) => (card) => {
    const place = placeOf(start.facets[0], card);
    const [values, which] = pieces[place][column];
    return values[which[card - start.facets[0][place]]].filter(Boolean);
  });
};

// The word that an unknown one is most like, for a reader to choose.
export const suggestion = async (typed) => {
  const known = await words();
  const better = [];
  for (const word of typed) {
    const plain = key(word);
    const [other] = known.has(plain) || plain.length < 3 ? [] : await nearest(plain, Math.ceil(plain.length / 2));
    const isNear = other && distance(plain, other, plain.length) <= 0.4 * Math.max(plain.length, other.length);
    better.push(isNear ? known.get(other) : word);
  }
  return better.join(" ") === typed.join(" ") ? "" : better.join(" ");
};

// Cuts a text into pieces, every second of which is a word that was searched for, in whatever form.
export const marking = (text, marked) => {
  const long = [...marked].filter((word) => word.length > 3);
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:[.,][0-9]+)*/gu)) {
    const word = key(match[0].toLowerCase());
    if (!marked.has(word) && !long.some((part) => word.includes(part))) continue;
    pieces.push(text.slice(end, match.index), match[0]);
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)];
};
