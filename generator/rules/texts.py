"""Rules on every text: nothing private, nothing that is code, and the short version in short sentences.

What is private is looked for in the files as they are written, comments too, because they are as public.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from generator.base.problems import Problem, Severity, first_of
from generator.base.rule import Rule
from generator.base.text import folded, lix, shown
from generator.model import Term
from generator.reading.source import YamlFile
from generator.rules.scope import Scope

# The look back stands behind the first digit, because a search that begins with a digit is several times as fast.
_CPR = re.compile(r"[0-3](?<![\w./-].)[0-9][01][0-9]{3}[-– ]?[0-9]{4}(?![\w/-]|[.,][0-9])")
_LEAP_YEAR = 2000  # a number tells its century only by its later digits, and 29 February may be right
# An address is found by its sign, and what stands before it is looked at backwards: to begin at every letter would
# take for ever in a long row of them.
_EMAIL_DOMAIN = re.compile(r"@[\w-]+(?:\.[\w-]+){0,9}\.[A-Za-zÆØÅæøå]{2,}")
_EMAIL_NAME = re.compile(r"[\w.+-]+\Z")
_LONGEST_NAME = 64  # as the standard for addresses (RFC 5321) has it
# Danish numbers have eight digits and begin with 2 to 9. In pairs, or behind +45 or a word such as »tlf.«, they are
# phone numbers; elsewhere eight digits may be an amount or a case number.
_PHONE = re.compile(
    r"(?<![\w.,/+-])(?:\+45\s?)?[2-9][0-9]\s[0-9]{2}\s[0-9]{2}\s[0-9]{2}(?![\w/-]|[.,][0-9]|\s[0-9]{2}\b)"
    r"|(?:\+|\b00)45\s?(?:[0-9]\s?){7}[0-9](?![0-9])"
    r"|\b(?i:tlf|telefon|telefonnummer|mobil|mobilnummer|ring)\b[.:]?\s?(?:på|til|nr\.?|nummer)?\s?"
    r"(?:[2-9][0-9][ .]?(?:[0-9][ .]?){5}[0-9])(?![0-9])"
)
_ROW = re.compile(r"[0-9](?:[\s.]?[0-9]){7}")
_LONGEST_LEAD, _LONGEST_TAIL = 40, 6
"""How far before and behind its eight digits a phone number can be told by what stands there."""
# Most texts have no such row of digits, which is seen far sooner in bytes where every digit is a nought. What may stand
# between the digits of a phone number is taken out for that: points, spaces, and all that is not ASCII.
_NOUGHTS = bytes(ord("0") if chr(byte).isdecimal() and byte < 128 else byte for byte in range(256))  # noqa: PLR2004
_BETWEEN = bytes([*b" \t\n\v\f\r.\x1c\x1d\x1e\x1f", *range(128, 256)])
_CODE = re.compile(
    r"</?[A-Za-z][^\s<>]{0,20}|<!--|<!DOCTYPE|\b(?:java|vb)script\s*:|&(?:#[0-9]+|#x[0-9a-f]+|[a-z]{2,8});",
    re.IGNORECASE,
)
_MOST_LIX = 35
_FEWEST_WORDS = 20  # of a shorter text, LIX says nothing

_OFFICIAL = (("contact", "phone"), ("contact", "email"), ("respond",), ("accessibility", "enforcement"))
"""The fields of the site's own file that are there to hold a public office's phone number and e-mail address."""


def civil_registration_number(scope: Scope) -> Iterator[Problem]:
    """No text holds a CPR number: six digits that are a date, and four more."""
    message = "Her står noget, der ligner et CPR-nummer. Slet det, og få det fjernet fra historikken i git."
    for file in scope.loaded.files:
        if b"0" * 6 in file.text.encode().translate(_NOUGHTS):
            days = (found for found in _CPR.finditer(file.text) if _is_day(found[0][:2], found[0][2:4], found[0][4:6]))
            yield from _told(file, (found.start() for found in days), message, Rule.CIVIL_REGISTRATION_NUMBER)


def email_address(scope: Scope) -> Iterator[Problem]:
    """No text holds an e-mail address, but for the site's own contact."""
    message = "Her står en e-mailadresse. Slet den: kun sidens egen kontakt i site.yml må have en."
    for file in scope.loaded.files:
        if "@" in file.text:
            yield from _told(file, _private(scope, file, _addresses(file.text)), message, Rule.EMAIL)


def phone_number(scope: Scope) -> Iterator[Problem]:
    """No text holds a phone number, but for the site's own contact."""
    message = "Her står et telefonnummer. Slet det: kun sidens egen kontakt i site.yml må have et."
    for file in scope.loaded.files:
        if b"0" * 8 in file.text.encode().translate(_NOUGHTS, _BETWEEN):
            yield from _told(file, _private(scope, file, _numbers(file.text)), message, Rule.PHONE)


def markup(scope: Scope) -> Iterator[Problem]:
    """Texts are plain: no HTML and no script."""
    for file in scope.loaded.files:
        text = file.text
        if "<" in text or "&" in text or b"script" in text.encode().lower():
            message = "»{}« er kode. Skriv almindelig tekst; *kursiv* er det eneste, der kan bruges."
            yield from first_of(
                Problem(file.locate_offset(found.start()), message.format(found.group()), Rule.MARKUP)
                for found in _outside_comments(text, _CODE.finditer(text))
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


def _told(file: YamlFile, offsets: Iterable[int], message: str, rule: Rule) -> Iterator[Problem]:
    """Yield a problem for each of the first places in a file."""
    yield from first_of(Problem(file.locate_offset(offset), message, rule) for offset in offsets)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each e-mail address begins and ends."""
    end = 0
    for domain in _EMAIL_DOMAIN.finditer(text):
        name = _EMAIL_NAME.search(text, max(end, domain.start() - _LONGEST_NAME), domain.start())
        if name:
            end = domain.end()
            yield name.start(), end


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each phone number begins and ends; only around rows of eight digits is it worth looking closely."""
    over = 0
    for row in _ROW.finditer(text):
        start = max(over, row.start() - _LONGEST_LEAD)
        for found in _PHONE.finditer(text[start : row.end() + _LONGEST_TAIL]):
            if start + found.end() > over:
                over = start + found.end()
                yield start + found.start(), over


def _private(scope: Scope, file: YamlFile, found: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Yield where something private begins, but for the contact in the site's own file."""
    site = scope.loaded.site
    own = site is not None and scope.loaded.origin(site).file is file
    spans = [file.span(place) for place in _OFFICIAL] if own else []
    return (start for start, end in found if not any(end - 1 in span for span in spans))


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


def _is_day(day: str, month: str, year: str) -> bool:
    try:
        dt.date(_LEAP_YEAR if day + month == "2902" and int(year) % 4 == 0 else 1900 + int(year), int(month), int(day))
    except ValueError:
        return False
    return True


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
