// The page of the search: its address says what is searched for and how it is narrowed, so that it can be shared.
import { begin, facets, find, shown, suggestion } from "./search-engine.js";
import { counted, hit, later, told } from "./search-hits.js";

const FEW = 10;
const OFF = "ingen-genvej";

const page = document.querySelector(".finding");
const part = (name) => page.querySelector(name);
const field = part("input[type=search]");
const status = part("[role=status]");
const list = part(".hits ol");
const groups = [...page.querySelectorAll("fieldset")];
const lists = document.querySelector(".lists");
const slug = (label) =>
  label.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

let asked = 0, most = FEW, ways;

const address = () => new URL(location);
const chosen = () => groups.map(({ dataset }) => new Set(address().searchParams.getAll(dataset.name)));

// Keeps those that have one of the chosen values in every group but `without`.
const kept = (cards, which, without) =>
  cards.filter((card) => which.every((some, place) =>
    place === without || !some.size || ways[place](card).some((value) => some.has(slug(value)))));

const narrow = (cards, which) => {
  groups.forEach((group, place) => {
    const counts = new Map();
    for (const card of kept(cards, which, place)) {
      for (const value of ways[place](card)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    for (const value of which[place]) {
      if (![...counts.keys()].some((other) => slug(other) === value)) {
        const known = [...group.querySelectorAll("input")].find((box) => box.value === value);
        if (known) counts.set(known.dataset.label, 0);
      }
    }
    const sorted = [...counts].sort(([one, a], [other, b]) => b - a || one.localeCompare(other, "da"));
    const before = document.activeElement?.closest("fieldset") === group ? document.activeElement.value : undefined;
    const labels = sorted.map(([value, count]) => {
      const label = document.createElement("label"), box = document.createElement("input"), number = document.createElement("span");
      box.type = "checkbox";
      box.value = slug(value);
      box.dataset.label = value;
      box.checked = which[place].has(box.value);
      number.className = "count";
      number.textContent = count.toLocaleString("da-DK");
      label.append(box, ` ${value[0].toUpperCase()}${value.slice(1)} `, number);
      return label;
    });
    group.replaceChildren(group.firstElementChild, ...labels);
    group.hidden = !labels.length;
    if (before) group.querySelector(`input[value="${CSS.escape(before)}"]`)?.focus();
  });
  const number = which.reduce((sum, some) => sum + some.size, 0);
  part(".chosen").textContent = number ? `(${number})` : "";
  part(".narrow .clear").hidden = !number;
};

const announce = later(1000, (words) => (status.textContent = words));

const show = async (isTyping = false) => {
  const query = address().searchParams.get("q")?.trim() ?? "", mine = ++asked;
  document.title = document.title.replace(/^.*?( · .*)?$/, `${query ? `Søg: ${query}` : "Søg"}$1`);
  if (field.value.trim() !== query) field.value = query;
  const say = (words) => {
    part(".told").textContent = words;
    announce(words);
  };
  status.textContent = "";
  if (!query) {
    part(".found").hidden = part(".nothing").hidden = true;
    lists.hidden = false;
    say("");
    return;
  }
  try {
    const [found, which] = [await find(query, { isTyping }), chosen()];
    ways ??= await facets();
    const cards = kept(found.cards, which);
    const hits = await shown(cards.slice(0, most));
    if (mine !== asked) return;
    narrow(found.cards, which);
    list.replaceChildren(...hits.map((card) => {
      const item = document.createElement("li"), { link, around } = hit(card, found.marked);
      item.append(link, around);
      return item;
    }));
    part(".more").hidden = cards.length <= most;
    part(".found").hidden = !found.cards.length;
    part(".hits").hidden = !cards.length;
    part(".nothing").hidden = lists.hidden = cards.length > 0;
    if (!cards.length) await help(query, found);
    if (mine !== asked) return;
    say(cards.length ? `${counted(cards.length)} for »${query}«. ${told(found.corrected)}`.trim() : `Ingen resultater for »${query}«.`);
  } catch {
    if (mine === asked) say("Søgningen kunne ikke hentes. Prøv igen senere.");
  }
};

const help = async (query, found) => {
  const meant = found.cards.length ? "" : await suggestion(found.typed);
  const link = part(".meant a"), to = address();
  to.search = new URLSearchParams({ q: meant });
  link.href = to;
  link.textContent = meant;
  part(".meant").hidden = !meant;
  part(".narrowed").hidden = !found.cards.length;
};

const go = (change, how) => {
  const to = address();
  change(to.searchParams);
  if (to.href !== location.href) history[how](null, "", to);
};
const ask = (params) => {
  if (field.value.trim()) params.set("q", field.value.trim());
  else params.delete("q");
};

page.hidden = false;
field.addEventListener("input", later(120, () => {
  most = FEW;
  go(ask, "replaceState");
  show(true);
}));
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(ask, "pushState");
  show();
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !field.value) return;
  event.preventDefault();
  field.value = "";
  go(ask, "replaceState");
  show();
});
groups.forEach((group) => group.addEventListener("change", () => {
  most = FEW;
  const values = [...group.querySelectorAll(":checked")].map((box) => box.value);
  go((params) => {
    params.delete(group.dataset.name);
    values.forEach((value) => params.append(group.dataset.name, value));
  }, "pushState");
  show();
}));
page.querySelectorAll(".clear").forEach((button) => button.addEventListener("click", () => {
  go((params) => groups.forEach(({ dataset }) => params.delete(dataset.name)), "pushState");
  field.focus();
  show();
}));
part(".more").addEventListener("click", async () => {
  const before = most;
  most += FEW;
  await show();
  list.children[before]?.querySelector("a").focus();
});
addEventListener("popstate", () => {
  most = FEW;
  show();
});

// Kept only where somebody takes the shortcut away, and forgotten with the choice.
const shortcut = part(".shortcut input");
try {
  shortcut.checked = !localStorage.getItem(OFF);
  shortcut.addEventListener("change", () => {
    if (shortcut.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });
} catch {
  part(".shortcut").hidden = true; // a browser that keeps nothing
}
if (matchMedia("(max-width: 62rem)").matches) part(".narrow").open = false;

begin().catch(() => {});
show();
