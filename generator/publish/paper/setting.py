"""An appendix set by Typst as a PDF that follows PDF/UA-1: no file is read, and the same words give the same bytes."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.publish.paper.nodes import Node
from generator.publish.paper.rowheads import with_row_heads

_TEMPLATE = Path(__file__).with_name("appendix.typ")
_UNSEEN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_PAGES = re.compile(rb"/Type/Pages/Count ([0-9]+)")
_MOST_TRIES = 5


@dataclass(frozen=True)
class Paper:
    """What is set: title and author for the document's own data, the nodes, and the drawings by their keys."""

    title: str
    author: str
    nodes: Sequence[Node]
    pictures: Mapping[str, str]

    @property
    def given(self) -> str:
        """Everything that is set, as the template takes it."""
        return json.dumps(
            {"title": self.title, "author": self.author, "nodes": self.nodes, "pictures": self.pictures},
            ensure_ascii=False,
        )


def source(paper: Paper, day: dt.date) -> bytes:
    """Give all that the bytes of a set paper follow from, besides our code and what is installed."""
    return f"{day}\n{paper.given}\n".encode() + _template()


def pages(pdf: bytes) -> int:
    """Count the pages of a paper that Typst has set."""
    return max(int(count) for count in _PAGES.findall(pdf))


def typeset(paper: Paper, day: dt.date) -> bytes:
    """Set a paper as PDF; a sign that the fonts do not have stands as its number, and nothing is left out."""
    import typst  # noqa: PLC0415  large, and only for whoever wants a PDF

    given = paper.given
    made = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    for _ in range(_MOST_TRIES):
        try:
            found = typst.compile(
                _template(),
                format="pdf",
                pdf_standards=["ua-1"],
                # The fonts are those inside the package, so that every machine sets the same lines.
                ignore_system_fonts=True,
                sys_inputs={"document": given},
                timestamp=made,
            )
        except typst.TypstError as error:
            unseen = set("".join(map(_read, _UNSEEN.findall(error.diagnostic))))
            if not unseen:
                raise
            given = given.translate({ord(sign): f"[U+{ord(sign):04X}]" for sign in unseen})
        else:
            return with_row_heads(bytes(found))
    raise ValueError("the fonts lack more signs each time")


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


def _read(text: str) -> str:
    """Undo the escapes of a message from Typst."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)
