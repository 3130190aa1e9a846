"""What the YAML parser says about a file, and what an editor needs to hear instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from generator.base.problems import Location, Problem
from generator.base.rule import Rule
from generator.reading.parser import scalars
from generator.reading.positions import marked

EXTRA_COLON = "mapping values are not allowed in this context"
NO_COLON = "could not find expected ':'"
NO_KEY = "did not find expected key"
NO_ITEM = "did not find expected '-' indicator"
NO_START = "did not find expected <document start>"

OPEN_QUOTE = "Et anførselstegn mangler. Luk teksten med samme tegn, som den begynder med."
NO_DASH = "Listens første punkt mangler en bindestreg. Begynd det med »- « som punkterne under det."
LONG_DASH = (
    "Bindestregen er blevet til et andet tegn ({}), som Word og andre programmer sætter. Skriv »- « med en almindelig "
    "bindestreg og et mellemrum."
)
CURLY_QUOTE = (
    "Tegnet {} er ikke et anførselstegn for programmet, så teksten er ikke sat i anførselstegn. Sæt den i lige "
    'anførselstegn: "…".'
)
GLUED_DASH = "Der mangler et mellemrum efter bindestregen. Begynd punktet med »- «."
GLUED_COLON = "Der mangler et mellemrum efter kolon. Skriv »navn: værdi«."
INDENTED_FIRST = "Filens første linje er rykket ind. Slet mellemrummene foran den."

MESSAGES = {
    EXTRA_COLON: (
        "Her står et kolon for meget, eller linjen er rykket forkert ind. "
        "Sæt teksten i anførselstegn, hvis kolonet hører til teksten."
    ),
    "found character that cannot start any token": (
        "En tekst kan ikke begynde med dette tegn. Sæt teksten i anførselstegn."
    ),
    "found unexpected end of stream": OPEN_QUOTE,
    NO_COLON: (
        "Der mangler et kolon efter feltets navn. Skriv »navn: værdi«, "
        "eller ryk linjen ind, hvis den hører til teksten over."
    ),
    "did not find expected ',' or ']'": "En liste i skarpe parenteser er ikke lukket. Skriv et komma eller ].",
    "did not find expected ',' or '}'": "En krøllet parentes er ikke lukket. Skriv et komma eller }.",
    "did not find expected node content": (
        "En tekst kan ikke begynde med en parentes, der ikke er lukket. Sæt teksten i anførselstegn."
    ),
    NO_ITEM: ("Linjen hører ikke til listen over den. Begynd den med »- «, eller ryk den på plads."),
    NO_KEY: (
        "Her skulle der stå et feltnavn. Se efter, om linjen er rykket rigtigt ind, "
        "og om der står mere tekst efter et afsluttende anførselstegn."
    ),
    "block sequence entries are not allowed in this context": (
        "Et listepunkt skal stå på sin egen linje. Flyt »- « ned på næste linje."
    ),
    "did not find expected comment or line break": (
        "En tekst kan ikke begynde med > eller |. Sæt den i anførselstegn, eller flyt den ned på næste linje."
    ),
    "found unknown escape character": (
        "En omvendt skråstreg betyder noget særligt i dobbelte anførselstegn. Brug enkelte anførselstegn."
    ),
    "found duplicate anchor": "Ankre (&) kan ikke bruges her. Skriv værdien ud.",
    "found undefined alias": "En tekst kan ikke begynde med *. Sæt teksten i anførselstegn.",
    "did not find expected alphabetic or numeric character": (
        "En tekst kan ikke begynde med & eller *. Sæt teksten i anførselstegn."
    ),
    "but found another document": "Filen må kun holde én post. Slet linjen med ---.",
}
OTHERWISE = "Linjen er ikke gyldig YAML. Se efter kolon, anførselstegn og indrykning på linjen og linjen før."

SEEN_LATE = {
    "found unexpected end of stream",
    NO_COLON,
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
}
"""What libyaml notices far below the place where the editor must look."""

_LONG_DASH = re.compile(r" *([–—‒―−‐‑•·●▪‣◦])(?=\s)")
_CURLY_QUOTE = re.compile(r" *(?:- +)*(?:[\w-]+: +)?([”“„‟‘’‚»«])")
_GLUED_DASH = re.compile(r" *-(?=[\w\"'])")
_GLUED_COLON = re.compile(r" *(?:- )?[\w-]+:[^\s:/]")


def long_dash(text: str) -> str | None:
    """Say what is wrong with a text that begins as an item of a list does, but with another sign."""
    found = _LONG_DASH.match(text)
    return LONG_DASH.format(found[1]) if found else None


def curly_quote(row: str) -> str | None:
    """Say what is wrong with a line whose text begins with a quotation mark that is none to YAML."""
    found = _CURLY_QUOTE.match(row)
    return CURLY_QUOTE.format(found[1]) if found else None


def problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """Turn what the parser stumbled over into a problem, at the place where the editor must look."""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and error.problem in SEEN_LATE:
        mark = error.context_mark
    location = marked(mark, text, name)
    quoted = _open_quote(text, location) if error.problem == NO_KEY else None
    if quoted:
        return Problem(marked(quoted.start_mark, text, name), OPEN_QUOTE, Rule.YAML)
    rows, stumble = text.split("\n"), str(error.problem)
    found = other_sign(stumble, rows, location.line) or cause(stumble, rows, location.line, location.column)
    if found:
        line, column, message = found
        return Problem(Location(name, line, column), message, Rule.YAML)
    return Problem(location, MESSAGES.get(str(error.problem), OTHERWISE), Rule.YAML)


def cause(problem: str, rows: Sequence[str], line: int, column: int) -> tuple[int, int, str] | None:
    """Find the mistake above that made libyaml stumble, where the text shows it: line, column and message."""
    here = rows[line - 1]
    above = rows[line - 2] if line > 1 else ""
    if problem == EXTRA_COLON and _GLUED_DASH.match(above):
        return line - 1, _indent(above) + 1, GLUED_DASH
    if problem == EXTRA_COLON and _GLUED_COLON.match(above):
        return line - 1, _indent(above) + 1, GLUED_COLON
    if problem == NO_COLON and _GLUED_COLON.match(here):
        return line, column, GLUED_COLON
    if problem == NO_KEY and here[column - 1 :].startswith("- "):
        first = _first_deeper(rows, line)
        return (first, _indent(rows[first - 1]) + 1, NO_DASH) if first < line else None
    if problem == NO_START:
        first = next((n for n, row in enumerate(rows, 1) if row.strip() and not row.lstrip().startswith("#")), line)
        return (first, 1, INDENTED_FIRST) if rows[first - 1].startswith(" ") else None
    return None


def other_sign(problem: str, rows: Sequence[str], line: int) -> tuple[int, int, str] | None:
    """Find the sign that looks like one of YAML's, in the line where libyaml stumbled or where its item begins."""
    if problem not in (EXTRA_COLON, NO_COLON, NO_KEY, NO_ITEM):
        return None
    here, above = rows[line - 1], rows[line - 2] if line > 1 else ""
    for number, row in ((line, here), (line - 1, above)):
        dash = _LONG_DASH.match(row)
        if dash and (number == line or _indent(here) > _indent(above)):
            return number, dash.start(1) + 1, LONG_DASH.format(dash[1])
    quote = _CURLY_QUOTE.match(here)
    return (line, quote.start(1) + 1, CURLY_QUOTE.format(quote[1])) if quote else None


def _first_deeper(rows: Sequence[str], line: int) -> int:
    """Give the first of the lines right above that are indented more than a line, if a field's name is above them."""
    first = line
    while first > 1 and (not rows[first - 2].strip() or _indent(rows[first - 2]) > _indent(rows[line - 1])):
        first -= 1
    return first if first > 1 and rows[first - 2].endswith(":") else line


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _open_quote(text: str, stumble: Location) -> yaml.ScalarEvent | None:
    """Find the text that runs on to the next quotation mark, in a line where the parser then stumbles."""
    *_, (last, _, _) = [(None, 0, 0), *scalars(text)]
    if last and last.style in ("'", '"'):
        begin, end = marked(last.start_mark, text, ""), marked(last.end_mark, text, "")
        if begin.line < end.line == stumble.line:
            return last
    return None
