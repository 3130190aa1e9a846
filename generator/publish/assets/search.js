// Brings the search to a page: nothing else of it is loaded before somebody wants to search.
"use strict";
{
  const beside = (name) => new URL(name, document.currentScript.src).href;
  const [fieldScript, pageScript, marksScript, diskScript] = ["search-field.js", "search-page.js", "search-marks.js", "from-disk.js"].map(beside);

  const search = () => {
    const OFF = "ingen-genvej";
    const field = document.querySelector(".head .search input");
    const finding = document.querySelector(".finding");

    document.documentElement.classList.replace("no-js", "js");

    const isOff = () => {
      try {
        return Boolean(localStorage.getItem(OFF));
      } catch {
        return false; // a browser that keeps nothing
      }
    };

    // One letter is a shortcut for those who want it: the page of the search takes it away (WCAG 2.1.4).
    let cameFrom;
    addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") || isOff()) return;
      event.preventDefault();
      cameFrom = document.activeElement;
      const wanted = document.querySelector(".finding input[type=search]") ?? field;
      wanted.focus();
      wanted.select();
    });
    field.addEventListener("leave", () => {
      field.blur();
      cameFrom?.focus();
      cameFrom = undefined;
    });

    // The pattern "Editable Combobox With List Autocomplete" of the ARIA Authoring Practices Guide.
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", "soegefelt-liste");
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("input", () => import(fieldScript).then(({ answer }) => answer(field)), { once: true });
    if (finding) import(pageScript);

    // Whoever comes from a search sees the words that were searched for at the place that the hit leads to.
    const from = document.referrer && new URL(document.referrer);
    if (location.hash && from && from.origin === location.origin && from.searchParams.get("q")) {
      import(marksScript).then(({ mark }) => mark(from.searchParams.get("q")));
    }
  };

  // To a page that is opened as a file a browser gives neither parts of the search nor data.
  const sayHow = () => {
    const script = document.createElement("script");
    script.src = diskScript;
    document.head.append(script);
  };

  (location.protocol === "file:" ? sayHow : search)();
}
