"""What a built site says in words that no Danish dictionary knows; quotations are somebody else's words.

`python tests/spelling.py FOLDER` tells every such word of the site in a folder, with the place and the line it stands
in, and ends with status 1. Words that are right are written in `tests/spelling/`, one a line.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import html

LISTS = Path(__file__).with_suffix("")
HUNSPELL = "hunspell"
MISSING = "Stavningen er ikke tjekket: apt-get install hunspell hunspell-da."

_DICTIONARY = "da_DK"
_ANOTHERS = frozenset({"blockquote", "q", "ins", "del", "code", "pre", "kbd", "script", "style", "svg", "head"})
"""What is quoted, read by programs, or drawn of words that stand beside it."""
_QUOTED = frozenset({"quoted", "diff", "letter-text"})
_INSIDE_WORDS = frozenset({"i", "b", "em", "strong", "span", "abbr", "wbr", "mark", "small"})
"""What may stand in the middle of a word."""
_END = "\f"
_SAID = re.compile(rf"»[^«»{_END}]*«")
_ADDRESS = re.compile(r"\S*[@/_]\S*|\S*\w\.\w\S*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Unknown(NamedTuple):
    """A word that no dictionary knows, and where it first stands."""

    word: str
    page: str
    line: str

    def __str__(self) -> str:
        """Tell it on a line."""
        return f"{self.page}: »{self.word}« i: {self.line}"


def is_here() -> bool:
    """Tell whether the program that knows Danish words is installed, with its dictionary."""
    return bool(shutil.which(HUNSPELL)) and _hunspell("").returncode == 0


def words_of(*names: str) -> frozenset[str]:
    """Give the words of lists that people have written; what stands after a # is a remark."""
    lines = (line.partition("#")[0].strip() for name in names for line in (LISTS / name).read_text("utf-8").split("\n"))
    return frozenset(filter(None, lines))


def unknown(site: Path, known: Collection[str]) -> list[Unknown]:
    """Give every word of a built site that neither a dictionary nor `known` has, once."""
    found: dict[str, Unknown] = {}
    for page in sorted(site.rglob("*.html")):
        for line in lines(page.read_bytes()):
            for word in _WORD.findall(_ADDRESS.sub(" ", _SAID.sub(" ", line))):
                found.setdefault(word, Unknown(word, page.relative_to(site).as_posix(), line))
    told = _hunspell("\n".join(found)).stdout.split("\n")
    return [found[word] for word in sorted({*told} - {"", *known})]


def lines(page: bytes) -> list[str]:
    """Give the running text of a page that is its own, a line for each block."""
    text = "".join(_own(html.fromstring(page, parser=html.HTMLParser(encoding="utf-8"))))
    return list(filter(None, (" ".join(line.split()) for line in text.split(_END))))


def _hunspell(words: str) -> subprocess.CompletedProcess[str]:
    command = [HUNSPELL, "-d", _DICTIONARY, "-i", "utf-8", "-l"]
    return subprocess.run(command, input=words, text=True, capture_output=True, check=False)  # noqa: S603


def _own(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or _is_anothers(element):
        return
    end = "" if element.tag in _INSIDE_WORDS else _END
    yield end + (element.text or "")
    for child in element:
        yield from _own(child)
        yield child.tail or ""
    yield end


def _is_anothers(element: Any) -> bool:
    is_quoted = bool(_QUOTED & set(element.get("class", "").split())) or "data-letter" in element.attrib
    return is_quoted or element.tag in _ANOTHERS or element.get("lang", "da") != "da"


def main(site: Path) -> int:
    """Tell the unknown words of a built site, and say whether there are any."""
    if not is_here():
        sys.stdout.write(f"{MISSING}\n")
        return int(os.environ.get("PEJL_REQUIRE_SPELLING") == "1")
    found = unknown(site, words_of("program.txt", "municipality.txt"))
    told = [*map(str, found)]
    if told:
        told.append("Ret ordene, eller skriv dem i tests/spelling/municipality.txt, hvis de er rigtige.")
    sys.stdout.writelines(f"{line}\n" for line in told)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
