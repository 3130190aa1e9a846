"""Paragraphs as the parts of a letter: what stands before the first heading, headings with points, the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.editing.letters.parts import Paragraph
from generator.editing.letters.reading import NUMBERED

_LONGEST = 150
_ENDED = tuple(".,;:?!")
_GREETING = re.compile(
    r"(?:med |mange |de )?(?:(?:venlige?|bedste|kærlige?) )?hilsen\b|p\.?\s?v\.|på [\w\s]{1,60} vegne\b",
    re.IGNORECASE,
)


@dataclass
class Section:
    """A heading with its points; without a heading where the letter has none."""

    heading: str
    points: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Letter:
    """A letter in parts, which together are all its words in their order."""

    opening: Sequence[str]
    sections: Sequence[Section]
    closing: Sequence[str]


def cut(rows: Sequence[Paragraph]) -> Letter:
    """Cut a letter where it has headings; each paragraph below one is a point, for an editor to correct."""
    opening: list[str] = []
    sections: list[Section] = []
    for row in rows:
        if _is_heading(row):
            sections.append(Section(row.text))
        elif sections:
            sections[-1].points.append(row.text)
        else:
            opening.append(row.text)
    if not sections:
        sections, opening = [Section("", opening)], []
    closing = _closing(sections[-1])
    return Letter(opening, _filled(sections), closing)


def _is_heading(row: Paragraph) -> bool:
    is_numbered = NUMBERED.match(row.text) and len(row.text) <= _LONGEST and not row.text.endswith(_ENDED)
    return row.is_heading or bool(is_numbered)


def _closing(last: Section) -> list[str]:
    """Take the greeting and what follows it away from the last points."""
    start = next((index for index, text in enumerate(last.points) if _GREETING.match(text)), len(last.points))
    if start == 0:
        return []
    closing = last.points[start:]
    del last.points[start:]
    return closing


def _filled(sections: list[Section]) -> list[Section]:
    """Join a heading without points with what comes after it, so that every section has a point."""
    found: list[Section] = []
    waiting = ""
    for section in sections:
        heading = f"{waiting} {section.heading}".strip()
        waiting = "" if section.points else heading
        if section.points:
            found.append(Section(heading, section.points))
    if waiting and found:
        found[-1].points.append(waiting)
    elif waiting:
        found.append(Section("", [waiting]))
    return found
