// Opens and closes the search dialog, and loads Material's search the first time somebody wants it.
"use strict";
{
  const dialog = document.querySelector("dialog.search");
  const button = document.querySelector(".search-open");
  const field = dialog.querySelector("[name=query]");
  const hits = dialog.querySelector(".search-hits");
  const status = dialog.querySelector(".search-status");
  const toggle = document.querySelector("[data-md-toggle=search]");
  const engine = document.querySelector("#soegemaskine");
  const materialKeys = new Set(["ArrowDown", "ArrowUp", "Enter", "Escape"]);

  // Without scripts there is no search, so the button only appears now.
  document.documentElement.classList.replace("no-js", "js");

  const load = () => {
    const scripts = document.importNode(engine.content, true);
    scripts.querySelector("script").addEventListener("error", () => {
      status.textContent = "Søgningen kunne ikke hentes. Prøv igen senere.";
    });
    engine.replaceWith(scripts);
  };

  button.addEventListener("click", () => {
    if (engine.isConnected) load();
    dialog.showModal();
    field.focus();
    field.select();
  });

  dialog.querySelector(".search-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target.closest("a")) dialog.close();
  });
  dialog.addEventListener("close", () => {
    if (toggle.checked) toggle.click();
    // Material remembers here where the page was scrolled to, and would undo a jump to a hit on the same page.
    document.body.style.top = "";
  });
  dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());

  // Material takes single letters as shortcuts on the whole page and closes the search at Tab. Only the keys that belong
  // to a list of hits may reach it, and only while the dialog is open (WCAG 2.1.4 and 2.1.2).
  addEventListener("keydown", (event) => {
    if (!dialog.open || !materialKeys.has(event.key)) event.stopImmediatePropagation();
  });

  // Material's hits leave the tab order; here they can be reached with Tab too.
  new MutationObserver(() => {
    for (const hit of hits.querySelectorAll("[tabindex]")) hit.removeAttribute("tabindex");
  }).observe(hits, { childList: true, subtree: true });
}
