"""The pages written by hand, under the same rules as the data: nothing private, nothing that runs, known addresses.

A page is read twice. As it is written, so that a problem stands at its line and column; what is not certainly an
example in code counts as text. And as Markdown has made it, in a build, so that nothing gets past that reading.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from generator.base.local import ROOMS
from generator.base.problems import Location, Problem, Severity, first_of
from generator.base.rule import Rule
from generator.base.text import joined, shown
from generator.reading.decoding import decode
from generator.reading.folder import files_below, leads_out, shown_name
from generator.reading.positions import at
from generator.reading.source import MOST_BYTES, Memory, unreadable
from generator.rules import prose
from generator.rules.private import KINDS, allowances, allows, is_explained

_PICTURES = (".png", ".jpg", ".jpeg", ".webp")
_FRONT_FIELDS = {"title", "description"}
_SCHEMES = {"https", "mailto", "tel"}

_WARNED = {Rule.LIX, Rule.TABLE_NAME}

_PLAIN_TAGS = {"abbr", "br", "kbd", "sub", "sup"}
"""What may be written as HTML, since Markdown has no signs for it."""
_MADE_TAGS = {
    *_PLAIN_TAGS, "a", "blockquote", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p",
    "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_MADE_ATTRIBUTES = {"alt", "class", "href", "id", "src", "start", "title"}

_FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_FRONT_FIELD = re.compile(r"^([^\s:#][^:\n]{0,80}?)[ \t]*:", re.MULTILINE)
_FENCED = re.compile(r"^(```+|~~~+)[^\n`]*\n.*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_NO_LINE_BREAK = re.compile(r"[^\n]")
_IN_CODE = re.compile(r"(?<![\\`])(`+)(?!`)[^\n]*?[^`\n]\1(?!`)|(?<![\\`])`[^`\n]`(?!`)")

_TAG = re.compile(r"<[!?/]?[A-Za-z!?-][^<>]{0,300}>?")
_SIMPLE_TAG = re.compile(r"</?(?:abbr|br|kbd|sub|sup)(?: title=\"[^\"<>]*\")? ?/?>\Z", re.IGNORECASE)
_AUTOLINK = re.compile(r"<((?:https|mailto):[^<>\s]+)>\Z")
_NOTE = re.compile(r"<!--[ \t]*tilladt[^\n<>]*-->\Z", re.IGNORECASE)
_ENTITY = re.compile(r"&#?\w{1,30};")
_PLAIN_ENTITIES = {"&amp;", "&nbsp;", "&shy;", "&lt;", "&gt;"}
_ATTRIBUTES = re.compile(r"\{:?[ \t]*([^{}\n]{0,300})\}")
_NAMES_ONLY = re.compile(r"(?:[ \t]*[#.][\w-]+)+[ \t]*\Z")
_ALIGNED = re.compile(r"^[ \t]*\|?[ \t:|-]*?(:-{2,}|-{2,}:)[ \t:|-]*$", re.MULTILINE)
_ADDRESS = re.compile(r"\]\(\s*<?([^\s()<>]{1,2000})|^ {0,3}\[[^\]\n]{1,300}\]:\s*<?([^\s<>]{1,2000})", re.MULTILINE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f\\]")


def check(folder: Path, memory: Memory | None = None) -> Iterator[Problem]:
    """Find what is wrong with the pages written by hand in a folder, and with what else lies there."""
    root = os.fspath(folder)
    for path in files_below(root):
        name, ending = shown_name(path), os.path.splitext(path)[1].lower()  # noqa: PTH122
        if leads_out(path, root):
            yield unreadable("Den er en genvej ud af mappen", name)
        elif ending == ".md":
            yield from _in_file(Path(path), name, memory)
        elif ending not in _PICTURES:
            kinds = joined([".md", *_PICTURES], "eller")
            message = f"Filen kan ikke stå her. En side slutter på .md, og et billede på {kinds.partition(', ')[2]}."
            yield Problem(Location(name), message, Rule.FILE_NAME)


def is_fine(text: str) -> bool:
    """Tell whether nothing is wrong with a page as it is written."""
    return not any(written(text, ""))


def written(text: str, name: str) -> Iterator[Problem]:
    """Find what is wrong with a page as it is written."""
    front = _FRONT.match(text)
    body = _without_code(text, front.end() if front else 0)
    found = [
        *_front_matter(front[1] if front else "", len("---\n")),
        *_code(body),
        *_addresses(body),
        *_attributes(body),
        *_aligned(body),
        *_private(text),
        *prose.unnamed_tables(body),
        *prose.hard_to_read(body),
    ]
    by_rule: dict[Rule, list[Problem]] = {}
    for start, message, rule in sorted(found, key=lambda item: item[0]):
        severity = Severity.WARNING if rule in _WARNED else Severity.ERROR
        by_rule.setdefault(rule, []).append(Problem(at(text, start, name), message, rule, severity))
    for alike in by_rule.values():
        yield from first_of(alike)


def made(body: str, name: str, text: str) -> Iterator[Problem]:
    """Find what a page must not hold in what Markdown has made of it; `text` is the page as it was written."""
    reader = _Reader()
    reader.feed(body)
    reader.close()
    for sign, message, rule in reader.found:
        yield Problem(at(text, max(text.find(sign), 0), name), message, rule)


class _Reader(HTMLParser):
    """Gathers the elements, attributes and addresses that no page has."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str, Rule]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Hold an element against the list of those that Markdown makes."""
        if tag not in _MADE_TAGS:
            self.found.append((f"<{tag}", _no_code(f"<{tag}>"), Rule.MARKUP))
        for name, value in attrs:
            if name not in _MADE_ATTRIBUTES:
                self.found.append((name, _no_attribute(name), Rule.MARKUP))
            elif name in ("href", "src") and (wrong := _wrong_address(value or "")):
                self.found.append((value or "", wrong, Rule.WEB_ADDRESS))

    def handle_comment(self, data: str) -> None:
        """Let only the note pass that allows something."""
        if not _NOTE.match(f"<!--{data}-->"):
            self.found.append(("<!--", _no_code("<!--"), Rule.MARKUP))

    def handle_decl(self, decl: str) -> None:
        """Refuse what declares a document."""
        self.found.append((f"<!{decl}", _no_code("<!"), Rule.MARKUP))

    def handle_pi(self, data: str) -> None:
        """Refuse an instruction to a program."""
        self.found.append((f"<?{data}", _no_code("<?"), Rule.MARKUP))


_Found = tuple[int, str, Rule]


def _in_file(path: Path, name: str, memory: Memory | None) -> Iterable[Problem]:
    try:
        if path.stat().st_size > MOST_BYTES:
            message = "Filen fylder over 2 MB, og ingen side er så lang. Slet det, der ikke hører til på den."
            return [Problem(Location(name), message, Rule.FILE)]
        text, problems = decode(path.read_bytes(), name)
    except OSError:
        return [unreadable("Der mangler adgang til den", name)]
    if problems or (memory and memory.passes(is_fine, text)):
        return problems
    return written(text, name)


def _without_code(text: str, start: int) -> str:
    """Put spaces for the front matter and for examples in code, so that everything else stands where it stood."""
    body = _FENCED.sub(lambda found: _blank(found[0]), _blank(text[:start]) + text[start:])
    return "\n\n".join(map(_without_inline_code, body.split("\n\n")))


def _without_inline_code(paragraph: str) -> str:
    """Leave out the code in a paragraph, if every line of it closes what it opens; otherwise nothing is certain."""
    if "`" not in paragraph:
        return paragraph
    rows = [_IN_CODE.sub(lambda found: " " * len(found[0]), row) for row in paragraph.split("\n")]
    return paragraph if any("`" in row for row in rows) else "\n".join(rows)


def _blank(text: str) -> str:
    return _NO_LINE_BREAK.sub(" ", text)


def _front_matter(front: str, start: int) -> Iterator[_Found]:
    for found in _FRONT_FIELD.finditer(front):
        if found[1] not in _FRONT_FIELDS:
            message = f"Feltet {shown(found[1])} kan ikke stå her. En side har kun »title« og »description«."
            yield start + found.start(), message, Rule.UNKNOWN_FIELD
    for found in _TAG.finditer(front):
        yield start + found.start(), _no_code(found[0]), Rule.MARKUP


def _code(body: str) -> Iterator[_Found]:
    for found in _TAG.finditer(body):
        tag = found[0]
        if (link := _AUTOLINK.match(tag)) and not _wrong_address(link[1]):
            continue
        if not (_SIMPLE_TAG.match(tag) or _NOTE.match(tag)):
            yield found.start(), _no_code(tag), Rule.MARKUP
    for found in _ENTITY.finditer(body):
        if found[0] not in _PLAIN_ENTITIES:
            yield found.start(), f"Tegnkoden {found[0]} kan ikke bruges her. Skriv selve tegnet.", Rule.CHARACTER_CODE


def _addresses(body: str) -> Iterator[_Found]:
    for found in _ADDRESS.finditer(body):
        which = 1 if found[1] else 2
        wrong = _wrong_address(found[which])
        if wrong:
            yield found.start(which), wrong, Rule.WEB_ADDRESS


def _attributes(body: str) -> Iterator[_Found]:
    for found in _ATTRIBUTES.finditer(body):
        if not _NAMES_ONLY.match(found[1]) and found[1] not in ROOMS:
            yield found.start(), _no_attribute(found[1].strip()), Rule.MARKUP


def _aligned(body: str) -> Iterator[_Found]:
    is_likely = ":--" in body or "--:" in body  # to look at every line is slow, and few pages have such a sign
    for found in _ALIGNED.finditer(body) if is_likely else ():
        message = "Kolon i en tabels streg kan ikke bruges. Skriv kun bindestreger under overskrifterne."
        yield found.start(1), message, Rule.MARKUP


def _private(text: str) -> Iterator[_Found]:
    allowed = [comment for comment in allowances(text) if is_explained(comment)]
    for kind in KINDS:
        for start, end in kind.find(text):
            is_comment = any(comment.start <= start < comment.end for comment in allowed)
            if not is_comment and not any(allows(comment, text[start:end]) for comment in allowed):
                yield start, kind.message, kind.rule


def _wrong_address(address: str) -> str:
    """Say what is wrong with an address that is not one of this site or of a known kind; nothing where it is right."""
    plain = _UNSEEN.sub("", html.unescape(address))
    scheme = _SCHEME.match(plain)
    if plain.startswith("//"):
        return f"Adressen {shown(address)} mangler sin begyndelse. Begynd den med https://."
    if scheme and scheme[1].lower() not in _SCHEMES:
        return f"Adressen {shown(address)} kan ikke bruges. Brug https:, mailto: eller tel:, eller en side her."
    return ""


def _no_code(tag: str) -> str:
    return f"{shown(tag)} er kode. Skriv almindelig tekst med Markdown. Er det et eksempel, så sæt det mellem `."


def _no_attribute(written: str) -> str:
    return f"{shown(written)} kan ikke bruges her. Kun et navn som {{#navn}} kan stå efter en overskrift."
