// Answers in the head of a page while somebody types. The options are links, so that one can be opened in a new tab.
import { find, shown } from "./search-engine.js";
import { counted, hit, later, told } from "./search-hits.js";

const MOST = 6;

export const answer = (field) => {
  const form = field.form;
  const [drop, note, list, status] = [".drop", ".told", "[role=listbox]", "[role=status]"].map((name) => form.querySelector(name));
  let asked = 0, active = -1;
  const options = () => [...list.children];

  const open = (isOpen) => {
    drop.hidden = !isOpen;
    field.setAttribute("aria-expanded", String(isOpen && list.childElementCount > 0));
    if (!isOpen) choose(-1);
  };
  const choose = (place) => {
    active = place;
    options().forEach((option, number) => option.setAttribute("aria-selected", String(number === place)));
    const option = options()[place];
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  };

  const announce = later(1000, (words) => (status.textContent = words));
  const addressOf = (query) => {
    const address = new URL(form.action);
    address.searchParams.set("q", query);
    return address.href;
  };

  const show = async () => {
    const query = field.value.trim(), mine = ++asked;
    status.textContent = "";
    if (!query) {
      list.replaceChildren();
      announce("");
      open(false);
      return;
    }
    try {
      const found = await find(query, { isTyping: true });
      const cards = await shown(found.cards.slice(0, MOST));
      if (mine !== asked) return;
      list.setAttribute("aria-label", `Resultater for »${query}«`);
      const rows = cards.map((card) => hit(card, found.marked).link);
      if (found.cards.length > MOST) {
        const all = document.createElement("a");
        all.href = addressOf(query);
        all.className = "all";
        all.textContent = `Se alle ${counted(found.cards.length)}`;
        rows.push(all);
      }
      rows.forEach((row, number) => {
        row.id = `soegefelt-${number}`;
        row.tabIndex = -1;
        row.setAttribute("role", "option");
      });
      list.replaceChildren(...rows);
      list.hidden = !rows.length;
      const nothing = "Vi fandt intet. Tryk Enter for at få hjælp til at søge.";
      note.textContent = cards.length ? told(found.corrected) : nothing;
      note.hidden = !note.textContent;
      choose(-1);
      open(document.activeElement === field);
      announce(cards.length ? [counted(found.cards.length), note.textContent].filter(Boolean).join(". ") : nothing);
    } catch {
      if (mine !== asked) return;
      list.replaceChildren();
      note.textContent = "Søgningen kunne ikke hentes. Prøv igen senere.";
      note.hidden = false;
      open(true);
      announce(note.textContent);
    }
  };

  const step = (by) => {
    const many = options().length;
    if (drop.hidden) open(many > 0);
    else choose(active + by < -1 ? many - 1 : active + by >= many ? -1 : active + by);
  };

  field.addEventListener("input", later(60, show));
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      options()[active].click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (field.value) {
        field.value = "";
        show();
      } else field.dispatchEvent(new Event("leave"));
    }
  });
  field.addEventListener("focus", () => open(Boolean(field.value) && list.childElementCount > 0));
  form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || open(false));
  // A press on an option must not take the focus, or the list is gone before the press ends.
  drop.addEventListener("mousedown", (event) => event.preventDefault());
  // The next page finds in our address what was searched for, and so does whoever comes back.
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || link.className === "all") return;
    const here = new URL(location);
    here.searchParams.set("q", field.value.trim());
    history.replaceState(history.state, "", here);
    open(false);
  });

  show();
};
