// Makes the most of a page that is opened as a file: its links lead to pages, and it says what needs a server.
"use strict";
{
  const note = document.createElement("p");
  note.className = "note from-disk";
  note.textContent =
    "Du har åbnet siden som en fil på din egen maskine. Du kan læse alle sider. Søgning og interaktive diagrammer virker først, når siden ligger på en server.";
  document.querySelector("main").prepend(note);

  for (const part of document.querySelectorAll("form[role=search], .interactive")) part.remove();

  // A server gives a page for a folder; as a file it is a list of what lies there.
  const pageOf = (address) => {
    const found = new URL(address, location);
    if (found.protocol === "file:" && found.pathname.endsWith("/")) found.pathname += "index.html";
    return found.href;
  };
  for (const link of document.querySelectorAll("a[href]")) link.href = pageOf(link.getAttribute("href"));
  const leads = document.querySelector("meta[http-equiv=refresh]");
  if (leads) location.replace(pageOf(leads.content.split("url=")[1]));
}
