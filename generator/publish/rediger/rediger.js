/* Opens the form editor when somebody asks for it, in Danish. Where the address already names a place in the editor,
   that is the asking. */
"use strict";

const PREFERENCES = "sveltia-cms.prefs";
const start = document.querySelector("#start");
const trouble = document.querySelector("#trouble");

function chooseDanish() {
  const chosen = JSON.parse(localStorage.getItem(PREFERENCES) || "{}");
  localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "da", ...chosen }));
}

function load() {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = "sveltia-cms.js";
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}

async function open() {
  start.hidden = true;
  trouble.textContent = "";
  try {
    chooseDanish();
    await load();
    document.querySelector(".entrance").remove();
  } catch {
    trouble.textContent = "Formularen kunne ikke åbnes. Genindlæs siden, eller brug en af de andre måder nedenfor.";
    start.hidden = false;
  }
}

start.querySelector("button").addEventListener("click", open);
start.hidden = false;
if (location.hash.startsWith("#/")) open();
