"""What is refused in a text before its values are read, since YAML would take it for something else than it seems.

Everything in YAML that an editor needs not know is refused: anchors, aliases, tags, characters written as codes.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterator

import yaml

from generator.base.problems import MOST_ALIKE, Location, Problem
from generator.base.rule import Rule
from generator.base.text import shown
from generator.reading import syntax
from generator.reading.decoding import INVISIBLE
from generator.reading.parser import events, scalars
from generator.reading.positions import at, marked

_MARK = re.compile(r"(?:^|[\s\[{,:?])[&*!]", re.MULTILINE)
_CONFLICT = re.compile(r"^ *(<{7} |>{7} |={7}$)", re.MULTILINE)
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")
_SHORT_ESCAPE = re.compile(r"\\[0abvfeNLP]")

_MOST_NESTING = 200
_MOST_PARTS = 300_000
"""As many as the largest file of figures has; more take seconds to read."""
_SHORT = 10_000  # a shorter text cannot nest so deeply that libyaml uses up the stack
_FEW = 600_000  # a part needs two characters, so that a shorter text cannot have too many
_FEW_OPENED = 80  # lists and mappings that are opened in braces
# Each step of a block takes a character in front of its line. To begin at every break is faster than at every sign.
_DEEP_LINE = re.compile(r"\n[ \t?:-]{50}")


def refused(text: str, name: str) -> list[Problem]:
    """Find what keeps a text from being read as it is written."""
    size = _oversized(text, name)
    if size:
        return [size]
    return _conflict(text, name) or [*_marks(text, name), *_codes(text, name), *_taken_for_comments(text, name)]


def too_deep(name: str) -> Problem:
    """Say that a file has more in itself than can be read."""
    message = "Filen har alt for mange lister og felter inden i hinanden. Se en anden fil i mappen, og skriv den om."
    return Problem(Location(name), message, Rule.YAML)


def _oversized(text: str, name: str) -> Problem | None:
    """Find whether composing a text would use up libyaml's stack, and take Python with it, or last for seconds."""
    if len(text) < _SHORT:
        return None
    opened = text.count("[") + text.count("{")
    if len(text) < _FEW and opened < _FEW_OPENED and not _DEEP_LINE.search(f"\n{text}"):
        return None
    depth = 0
    for count, event in enumerate(events(text)):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MOST_NESTING:
                return too_deep(name)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if count > _MOST_PARTS:
            message = (
                f"Filen har over {_MOST_PARTS // 1000}.000 felter og punkter, og ingen post har så mange. "
                "Slet det, der ikke hører til i den."
            )
            return Problem(Location(name), message, Rule.FILE)
    return None


def _marks(text: str, name: str) -> Iterator[Problem]:
    """Find anchors, aliases and tags, which leave no trace in values."""
    if not (
        any(mark in text for mark in "&*!") and _MARK.search(text)
    ):  # then there are none, and the costly look at every event can be saved
        return
    first: dict[str, tuple[Location, str, Rule]] = {}
    times: Counter[str] = Counter()
    for event in events(text):
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if not (anchor or tag):
            continue
        # An anchor and what refers to it are one mistake.
        mark = str(anchor or tag)
        times[mark] += 1
        if mark not in first:
            first[mark] = marked(event.start_mark, text, name), *_refused_mark(event, anchor, tag)
    for mark, (place, message, rule) in itertools.islice(first.items(), MOST_ALIKE + 1):
        others = times[mark] - 1
        elsewhere = "et andet sted" if others == 1 else f"{others} andre steder"
        more = f" Det samme gælder {elsewhere} i filen." if others else ""
        yield Problem(place, message + more, rule)


def _refused_mark(event: yaml.Event, anchor: str | None, tag: str | None) -> tuple[str, Rule]:
    otherwise = "Skriv værdien ud, eller sæt teksten i anførselstegn."
    if isinstance(event, yaml.AliasEvent):
        return f"Henvisningen *{anchor} kan ikke bruges her. {otherwise}", Rule.ANCHOR
    if anchor:
        return f"Ankeret &{anchor} kan ikke bruges her. {otherwise}", Rule.ANCHOR
    written = str(tag).replace("tag:yaml.org,2002:", "!!")
    return f"Typemærket {written} kan ikke bruges her. Slet det, eller sæt teksten i anførselstegn.", Rule.TAG


def _codes(text: str, name: str) -> Iterator[Problem]:
    """Find characters written as codes: a reviewer, and the rules on text, must see what readers will see."""
    if "\\" not in text:
        return
    message = "Tegnkoden {code} kan ikke bruges her. Skriv selve tegnet."
    for found in _first(_ESCAPE.finditer(text)):
        yield Problem(at(text, found.start(), name), message.format(code=found.group()), Rule.CHARACTER_CODE)
    if not _SHORT_ESCAPE.search(text):
        return
    hidden = (
        code
        for event, start, end in scalars(text)
        if event.style == '"' and INVISIBLE.search(event.value) and (code := _SHORT_ESCAPE.search(text, start, end))
    )
    for found in _first(hidden):
        yield Problem(at(text, found.start(), name), message.format(code=found.group()), Rule.CHARACTER_CODE)


def _conflict(text: str, name: str) -> list[Problem]:
    """Find what git leaves where two changes met; the first such line is enough."""
    found = _CONFLICT.search(text) if "<<<<<<< " in text or ">>>>>>> " in text or "=======" in text else None
    if not found:
        return []
    message = (
        "Her har git sat to udgaver efter hinanden. Behold den rigtige, "
        "og slet den anden og linjerne med <<<<<<<, ======= og >>>>>>>."
    )
    return [Problem(at(text, found.start(1), name), message, Rule.TWO_VERSIONS)]


def _taken_for_comments(text: str, name: str) -> Iterator[Problem]:
    """Find text that YAML leaves out: a sign # behind a space makes the rest of the line a comment.

    A comment that is meant to be one has a space behind the sign, or the line to itself.
    """
    suspects = [
        found
        for found in (_COMMENT.finditer(text) if "#" in text and (" #" in text or "\t#" in text) else ())
        if not found.group().startswith(("# ", "##"))
        and len(found.group()) > 1
        and text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip()
    ]
    if not suspects:
        return
    spans = [(start, end) for _, start, end in scalars(text)]
    starts = [start for start, _ in spans]
    message = "{} bliver til en note og kommer ikke på siden. Sæt hele teksten i anførselstegn."
    outside = (
        found
        for found in suspects
        if not (before := bisect.bisect_right(starts, found.start())) or spans[before - 1][1] <= found.start()
    )
    for found in _first(outside):
        quote = syntax.curly_quote(text[text.rfind("\n", 0, found.start()) + 1 : found.start()])
        word = shown(found.group().split()[0])
        yield Problem(at(text, found.start(), name), quote or message.format(word), Rule.COMMENT)


def _first(found: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Keep as many as are told: to find the line of each takes a look at all that stands before it."""
    return itertools.islice(found, MOST_ALIKE + 1)
