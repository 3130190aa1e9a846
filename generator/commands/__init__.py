"""The commands, each in a module of its own: the only place that prints and that chooses an exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from generator.base import garbage
from generator.terminal.group import CommandGroup, Listed
from generator.terminal.running import run

COMMANDS = {
    "check": Listed("check", "find alle fejl og mangler i data"),
    "diff": Listed("diff", "fortæl, hvad der er ændret siden en anden version"),
    "news": Listed("news", "skriv en mail om det, der er kommet på siden siden en dag"),
    "build": Listed("build", "tjek data, og byg hele siden"),
    "serve": Listed("serve", "vis siden, mens du retter"),
    "new": Listed("new", "lav en ny post med alle felter forklaret"),
    "answer": Listed("answer", "skriv svaret på et punkt det rigtige sted"),
    "letter": Listed("letter", "del et brev fra Word eller ren tekst i afsnit og punkter"),
    "form": Listed("form", "skriv det, som nogen har sendt i en formular på GitHub"),
    "rename": Listed("rename", "giv en post et andet id, alle steder det står"),
    "format": Listed("format", "sæt filer op ens: felternes rækkefølge, linjeskift og anførselstegn"),
    "confirm": Listed("confirm", "skriv ned, at koblinger, svar og ord om tal er læst igen"),
    "import": Listed("import_", "vis, hvad en tabel ville ændre i en indikator, og skriv det"),
    "fetch": Listed("fetch", "hent nye tal fra deres kilde, og vis, hvad de ændrer"),
    "schema": Listed("schema", "skriv skemaer, så din editor kan hjælpe"),
    "hvidbog": Listed("whitebook", "lav en hvidbog til Word eller regneark, og læs den igen"),
    "bilag": Listed("appendix", "lav et bilag til en dagsorden som PDF"),
    "webserver": Listed("webserver", "skriv opsætningen til nginx, Apache eller Caddy"),
    "pages": Listed("pages", "skriv siderne som Markdown, til en anden sidebygger"),
}
"""Every command: its name, its module here, and what it does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit status; without arguments, as the program that a terminal has started."""
    given = sys.argv[1:] if arguments is None else arguments
    status = run(CommandGroup(__name__, COMMANDS, "Tjek data, og byg siden."), given)
    if arguments is None:
        garbage.end(status)
    garbage.resume()
    return status
