"""The index that Material's search reads, made from the pages as they are finished."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator

from generator.publish.markup import headings

PATH = "search/search_index.json"

_CONFIG = {
    "lang": ["da"],
    "separator": r"[\s\-]+",
    # Whole words and beginnings of words; a stemmer in lunr would break the beginnings.
    "pipeline": ["trimmer"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}
_EXCLUDED = re.compile(r"<(\w+)\b[^>]*\sdata-search-exclude\b.*?</\1>", re.DOTALL)
# Material shows a hit with these elements, without their attributes; of all others only the text is left.
_OTHER_TAG = re.compile(r"<(?!/?(?:p|code|pre|li|ol|ul|sub|sup)[\s>])[^>]*>")
_WITH_ATTRIBUTES = re.compile(r"<(p|code|pre|li|ol|ul|sub|sup)\s[^>]*>")
_CHARACTER = re.compile(r"&(?!(?:lt|gt|amp);)#?\w+;")


def search_index(pages: Iterable[tuple[str, str, str]]) -> Iterator[bytes]:
    """Write the index of pages, each given as its address, its title and its body; piece by piece, for it is large."""
    yield b'{"config":' + _written(_CONFIG) + b',"docs":['
    start = b""
    for page in pages:
        for entry in _entries(*page):
            yield start + _written(entry)
            start = b","
    yield b"]}"


def _written(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _entries(address: str, title: str, body: str) -> Iterator[dict[str, str]]:
    """Cut a page at its headings, so that a hit leads to the place and not only to the page."""
    body = _EXCLUDED.sub("", body)
    location, start = address, 0
    for heading in headings(body):
        before = _text(body[start : heading.start])
        if heading.level > 1:
            yield {"location": location, "title": title, "text": before}
            location = f"{address}#{heading.id}"
        title, start = _text(heading.title), heading.end
    yield {"location": location, "title": title, "text": _text(body[start:])}


def _text(markup: str) -> str:
    kept = _WITH_ATTRIBUTES.sub(r"<\1>", _OTHER_TAG.sub("", markup))
    return " ".join(_CHARACTER.sub(lambda match: html.unescape(match[0]), kept).split())
