"""What stands on the pages of a PDF from Chromium: enough of the format to count pages and to read words.

Chromium (Skia) writes every object by itself, its streams deflated, and for each font a map from the numbers of its
glyphs to letters. Spaces may be left out where words are only set apart, so words are compared without them.
"""

from __future__ import annotations

import re
import unicodedata
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)
_SINGLE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_TEXT = re.compile(rb"/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>(?=[^\[\]]*?(?:Tj|\]))")


def pages(data: bytes) -> list[str]:
    """Give the letters of every page, in the order in which they are set and without spaces."""
    objects = {int(number): body for number, body in _OBJECT.findall(data)}
    found = [body for body in objects.values() if re.search(rb"/Type\s*/Page\b", body)]
    return [_letters(objects, body) for body in found]


def sizes(data: bytes) -> list[tuple[float, float]]:
    """Give the width and height of every page, in points."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", data)
    return [(float(width), float(height)) for width, height in boxes]


def squeezed(text: str) -> str:
    """Give a text without spaces and without the hyphens at the ends of lines, the letters of a ligature one by one."""
    return "".join(unicodedata.normalize("NFKC", text).split()).replace("\u2010", "")


def _letters(objects: dict[int, bytes], page: bytes) -> str:
    fonts = {name: _glyphs(objects, int(number)) for name, number in _fonts(objects, page)}
    contents = b"".join(_inflated(objects[int(number)]) for number in _numbers(page, b"Contents"))
    font: dict[int, str] = {}
    letters = []
    for name, text in _TEXT.findall(contents):
        if name:
            font = fonts.get(name, {})
        else:
            letters += [font.get(int(text[at : at + 4], 16), "") for at in range(0, len(text), 4)]
    return squeezed("".join(letters))


def _fonts(objects: dict[int, bytes], page: bytes) -> list[tuple[bytes, bytes]]:
    resources = [objects[int(number)] for number in _numbers(page, b"Resources")] or [page]
    table = re.search(rb"/Font\s*<<(.*?)>>", resources[0], re.DOTALL)
    return re.findall(rb"/(\w+) (\d+) 0 R", table[1]) if table else []


def _numbers(body: bytes, key: bytes) -> list[bytes]:
    match = re.search(rb"/" + key + rb"\s*(\[[^\]]*\]|\d+ 0 R)", body)
    return re.findall(rb"(\d+) 0 R", match[1]) if match else []


def _glyphs(objects: dict[int, bytes], font: int) -> dict[int, str]:
    """Read the map from glyphs to letters of a font."""
    found: dict[int, str] = {}
    for number in _numbers(objects[font], b"ToUnicode"):
        text = _inflated(objects[int(number)])
        for part in re.findall(rb"beginbfchar(.*?)endbfchar", text, re.DOTALL):
            found |= {int(glyph, 16): _decoded(letters) for glyph, letters in _SINGLE.findall(part)}
        for part in re.findall(rb"beginbfrange(.*?)endbfrange", text, re.DOTALL):
            for first, last, letters in _RANGE.findall(part):
                glyphs = range(int(first, 16), int(last, 16) + 1)
                found |= {glyph: chr(int(letters, 16) + place) for place, glyph in enumerate(glyphs)}
    return found


def _decoded(letters: bytes) -> str:
    return bytes.fromhex(letters.decode()).decode("utf-16-be")


def _inflated(body: bytes) -> bytes:
    stream = _STREAM.search(body)
    if not stream:
        return b""
    return zlib.decompressobj().decompress(stream[1]) if b"FlateDecode" in body[: stream.start()] else stream[1]
