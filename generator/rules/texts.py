"""Rules on every text: nothing private, nothing that is code, and the short version in short sentences.

What is private is looked for in the files as they are written, comments too, because they are as public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.base.problems import Problem, Severity, first_of
from generator.base.rule import Rule
from generator.base.text import folded, lix, shown
from generator.model import Term
from generator.reading.parser import scalars
from generator.reading.source import YamlFile
from generator.rules.private import KINDS, Allowance, Span, allowances, allows, is_explained, lowered_bytes
from generator.rules.scope import Scope

_CODE = re.compile(
    r"</?[A-Za-z][^\s<>]{0,20}|<!--|<!DOCTYPE|\b(?:java|vb)script\s*:|&(?:#[0-9]+|#x[0-9a-f]+|[a-z]{2,8});",
    re.IGNORECASE,
)
_MARKDOWN_SIGNS = ("**", "__", "](", "`", "~~")
_MARKDOWN = re.compile(
    r"\*\*(?=\S)[^*\n]{1,200}\*\*|(?<!\w)__(?=\w)[^_\n]{1,200}__(?!\w)|!?\[[^\]\[\n]{0,200}\]\([^()\s]{1,300}\)"
    r"|`(?=\S)[^`\n]{1,200}`|~~(?=\S)[^~\n]{1,200}~~"
)
_HEADING_LINE = re.compile(r"^ +#{1,6} \S|[\"'] *#{1,6} \S", re.MULTILINE)
_HEADING = re.compile(r"^ *(#{1,6} \S[^\n]{0,40})", re.MULTILINE)
_CURLY = re.compile(r"^ *(?:- +)*[\w-]+: +([”“„‟‘])[^\n]*([”“‘’])$", re.MULTILINE)
_CURLY_SIGNS = "”“„‟‘"
_MOST_SHOWN = 40
_MOST_LIX = 35
_FEWEST_WORDS = 20  # of a shorter text, LIX says nothing

_OFFICIAL = (
    ("contact", "phone"),
    ("contact", "email"),
    ("security",),
    ("respond",),
    ("accessibility", "enforcement"),
)
"""The fields of the site's own file that are there to hold a public office's phone number and e-mail address."""


def is_plain(text: str) -> bool:
    """Tell whether the rules on the text of a file alone have nothing to look closer at in it.

    Few files have the signs that are asked for first, and to look at every line is slow.
    """
    return not (
        any(any(kind.find(text)) for kind in KINDS)
        or allowances(text)
        or (("<" in text or "&" in text or b"script" in lowered_bytes(text)) and _CODE.search(text))
        or (any(sign in text for sign in _MARKDOWN_SIGNS) and _MARKDOWN.search(text))
        or ("# " in text and _HEADING_LINE.search(text))
        or (any(sign in text for sign in _CURLY_SIGNS) and _CURLY.search(text))
    )


def nothing_private(scope: Scope) -> Iterator[Problem]:
    """No text holds anything private, but for the site's own contact and what a comment allows and explains."""
    for file in scope.failing(is_plain):
        allowed = allowances(file.text)
        for kind in KINDS:
            official = _official(scope, file) if kind.is_official else []
            found = _private(file.text, kind.find(file.text), allowed, official)
            yield from first_of(Problem(file.locate_offset(start), kind.message, kind.rule) for start in found)


def allowance_in_use(scope: Scope) -> Iterator[Problem]:
    """A comment that allows what looks private says why, and is there because of something in the file."""
    for file in scope.failing(is_plain):
        for comment in allowances(file.text):
            if not is_explained(comment):
                message = f"Noten siger ikke, hvorfor {shown(comment.what)} må stå her. Skriv det efter et kolon."
                yield Problem(file.locate_offset(comment.start), message, Rule.ALLOWANCE)
            elif not any(_is_allowed([comment], file.text, span) for kind in KINDS for span in kind.find(file.text)):
                message = f"Noten tillader {shown(comment.what)}, som ikke står i filen. Slet noten."
                yield Problem(file.locate_offset(comment.start), message, Rule.ALLOWANCE, Severity.WARNING)


def markup(scope: Scope) -> Iterator[Problem]:
    """Texts are plain: no HTML and no script."""
    message = "»{}« er kode. Skriv almindelig tekst; *kursiv* er det eneste, der kan bruges."
    for file in scope.failing(is_plain):
        yield from first_of(
            Problem(file.locate_offset(found.start()), message.format(found.group()), Rule.MARKUP)
            for found in _outside_comments(file.text, _CODE.finditer(file.text))
        )


def markdown(scope: Scope) -> Iterator[Problem]:
    """Texts are plain: signs that other programs make bold type, links or headings of would be shown as they stand."""
    message = "»{}« er Markdown, og tegnene kommer med på siden. Skriv almindelig tekst; kun *kursiv* kan bruges."
    for file in scope.failing(is_plain):
        marked = ((each.start(), each[0]) for each in _outside_comments(file.text, _MARKDOWN.finditer(file.text)))
        for found in (marked, _headings(file.text)):
            yield from first_of(
                Problem(file.locate_offset(start), message.format(_cut(words)), Rule.MARKDOWN) for start, words in found
            )


def curly_quotes(scope: Scope) -> Iterator[Problem]:
    """A text is not wrapped in the curly quotation marks of Word, which YAML takes for a part of the text."""
    for file in scope.failing(is_plain):
        if file.value is not None:
            yield from first_of(
                Problem(file.locate_offset(found.start(1)), _curly(found), Rule.QUOTES, Severity.WARNING)
                for found in _CURLY.finditer(file.text)
            )


def hard_to_read(scope: Scope) -> Iterator[Problem]:
    """What is called »Kort fortalt« has a LIX of 35 at most, if it is long enough to tell."""
    for text, origin in scope.summaries():
        score = round(lix(text)) if len(text.split()) >= _FEWEST_WORDS else 0
        if score > _MOST_LIX:
            message = (
                f"»Kort fortalt« har lix {score}, og {_MOST_LIX} er målet. Skriv kortere sætninger og kortere ord."
            )
            yield Problem(origin.locate("summary"), message, Rule.LIX, Severity.WARNING)


def _official(scope: Scope, file: YamlFile) -> Sequence[range]:
    """Give where the contact stands in the site's own file; in another file that is nowhere."""
    site = scope.loaded.site
    own = site is not None and scope.loaded.origin(site).file is file
    return [file.span(place) for place in _OFFICIAL] if own else []


def synonym_of_two(scope: Scope) -> Iterator[Problem]:
    """A synonym stands for one word of the glossary, or a search for it would lead two ways."""
    terms = list(scope.each(Term))
    titles = {folded(term.title): term for term, _ in terms}
    first: dict[str, Term] = {}
    for term, origin in terms:
        for place, synonym in enumerate(term.synonyms):
            name = folded(synonym)
            other = titles.get(name) or first.setdefault(name, term)
            if other.id != term.id:
                where = f"{shown(synonym)} står også ved »{other.title}«."
                message = f"{where} Lad ordet stå ét sted, så søgningen ved, hvor den skal hen."
                yield Problem(origin.locate("synonyms", place), message, Rule.SYNONYM, Severity.WARNING)


def _private(
    text: str, found: Iterable[Span], allowed: Sequence[Allowance], official: Sequence[range]
) -> Iterator[int]:
    """Yield where something private begins, but for what a comment allows and what is official."""
    for start, end in found:
        is_comment = any(comment.start <= start < comment.end for comment in allowed)
        if not (is_comment or any(end - 1 in span for span in official) or _is_allowed(allowed, text, (start, end))):
            yield start


def _headings(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of texts that begin as headings do; a comment that looks the same is no part of a text."""
    for _, start, end in scalars(text) if _HEADING_LINE.search(text) else ():
        for found in _HEADING.finditer(text[start:end].lstrip("|>-+\"'")):
            yield start + text[start:end].index(found[1]), found[1]


def _curly(found: re.Match[str]) -> str:
    signs = f"{found[1]} og {found[2]}"
    return f"Teksten står i Words anførselstegn ({signs}), og de kommer med på siden. Skriv lige, eller slet dem."


def _cut(words: str) -> str:
    return words if len(words) <= _MOST_SHOWN else words[: _MOST_SHOWN - 1] + "…"


def _is_allowed(allowed: Iterable[Allowance], text: str, span: Span) -> bool:
    """Tell whether a comment allows what stands at a place outside the comment itself."""
    start, end = span
    return any(allows(comment, text[start:end]) and not comment.start <= start < comment.end for comment in allowed)


def _outside_comments(text: str, found: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Leave out what stands in a comment; each line is looked at once, however much is found in it."""
    over = 0
    for each in found:
        if each.start() < over:
            continue
        if text[text.rfind("\n", 0, each.start()) + 1 : each.start()].lstrip().startswith("#"):
            end = text.find("\n", each.start())
            over = len(text) if end < 0 else end
        else:
            yield each
