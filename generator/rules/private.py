"""What is private in a text: CPR numbers, phone numbers, e-mail and street addresses, in all usual spellings.

Everything is looked for in time that grows with the text and no faster, whatever the text is.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from generator.base.rule import Rule

Span: TypeAlias = tuple[int, int]
"""Where something begins and ends."""


class Kind(NamedTuple):
    """A kind of private thing: its rule, what an editor is told, and what finds it in a text."""

    rule: Rule
    message: str
    find: Callable[[str], Iterator[Span]]
    is_official: bool = True
    """Whether the site's own contact may have one."""


class Allowance(NamedTuple):
    """A comment that allows something which only looks private, and says why."""

    start: int
    end: int
    what: str
    reason: str


_GAP = r"[ \u00a0\u202f./\u2010-\u2015\u2212-]"
"""What may stand between the digits of a number that is written in groups."""

# »01.01.90-1234«, »010190 - 1234«, »01 01 90 1234«, »01-01-1990-1234«; a date with a whole year, and then a space and
# four digits, is rather a date and an amount. The look back stands behind the first digit, which is faster.
_CPR = re.compile(
    rf"(?P<day>[0-3](?<![\w./-].)[0-9])(?P<gap>{_GAP}?)(?P<month>[01][0-9])(?P=gap)"
    rf"(?:(?P<year>[0-9]{{2}}){_GAP}{{0,3}}|(?:19|20)(?P<long>[0-9]{{2}})(?: ?[/\u2010-\u2015\u2212-] ?)?)"
    r"(?:\n {0,40})?[0-9]{4}(?![\w/-]|[.,][0-9])"
)
# Behind the word, ten digits are told whatever they are: »cpr.010190-1234«, »CPR-nr:010190-1234«.
_NAMED_CPR = re.compile(rf"\bcpr[^\n0-9]{{0,20}}(?P<digits>(?:[0-9]{_GAP}{{0,3}}){{9}}[0-9])(?![0-9])", re.IGNORECASE)
_LEAP_YEAR = 2000  # a number tells its century only by its later digits, and 29 February may be right
# Most texts have no such row of digits, which is seen far sooner in bytes where every digit is a nought. What may stand
# between the digits is taken out for that: points, spaces, dashes, and all that is not ASCII.
_NOUGHTS = bytes(ord("0") if chr(byte).isdecimal() and byte < 128 else byte for byte in range(256))  # noqa: PLR2004
_BETWEEN = bytes([*b" \t\n\v\f\r./()\x1c\x1d\x1e\x1f", *range(128, 256)])
_NO_PHONES = (b"date:0000-00-00", b'seen:"00000000"')
"""The fields that have eight digits in most files, and are never a phone number."""

# An address is found by its sign, and what stands before it is looked at backwards: to begin at every letter would
# take for ever in a long row of them.
_EMAIL_DOMAIN = re.compile(
    r"(?:@|[ \u00a0]@[ \u00a0]|[ \u00a0]?[(\[{] ?(?:at|@|snabel-?a) ?[)\]}][ \u00a0]?|[ \u00a0]snabel-?a[ \u00a0])"
    r"[\w-]+(?:(?:\.|[ \u00a0]?[(\[{] ?(?:dot|punktum|\.) ?[)\]}][ \u00a0]?)[\w-]+){0,9}"
    r"(?:\.|[ \u00a0]?[(\[{] ?(?:dot|punktum|\.) ?[)\]}][ \u00a0]?)[A-Za-zÆØÅæøå]{2,}",
    re.IGNORECASE,
)
_AT = (b"@", b"(at", b"snabel")
# In small letters without spaces, and with one kind of brackets, there are fewer signs to look for.
_LOWERED = bytes(range(256)).lower().replace(b"[", b"(").replace(b"{", b"(")
_EMAIL_NAME = re.compile(r"[\w.+-]+\Z")
_LONGEST_NAME = 64  # as the standard for addresses (RFC 5321) has it

# Danish numbers have eight digits and begin with 2 to 9. In pairs, or behind +45 or a word such as »tlf.«, they are
# phone numbers; elsewhere eight digits may be an amount or a case number.
_PHONE = re.compile(
    # »20 12 34 56«, »20-12-34-56«, »20.12.34.56«
    r"(?<![\w.,/+-])(?:\(?\+45\)?\s?)?[2-9][0-9](?P<gap>[\s./-])[0-9]{2}(?P=gap)[0-9]{2}(?P=gap)[0-9]{2}"
    r"(?![\w/-]|[.,][0-9]|\s[0-9]{2}\b)"
    # »+45 2012 3456«, »0045-20123456«, »(+45) 20 12 34 56«, and other countries' numbers
    r"|(?:\+|\b00)45\)?(?:[\s./-]{0,2}[0-9]){8}(?![0-9])"
    r"|(?<![\w.,+])\+[1-9][0-9]{0,2}\)?(?:[ .-]?[0-9]){7,11}(?![0-9])"
    # »mobil: 20-12-34-56«, »ring på 20123456«, »tlf.nr. 2012 3456«
    r"|\b(?i:tlf|telefon|tel|telefonnummer|telefonnr|mobil|mob|mobilnummer|mobilnr|sms|ring)\b"
    r"[^\w\n+]{0,3}(?:(?i:på|til|nr|nummer|nummeret|mig|os|er|privat|direkte)\b[^\w\n+]{0,3}){0,3}"
    r"[2-9](?:[\s./-]?[0-9]){7}(?![0-9])"
)
_ROW = re.compile(r"[0-9](?:[\s./()-]{0,2}[0-9]){7}")
_LONGEST_LEAD, _LONGEST_TAIL = 60, 6
"""How far before and behind its eight digits a phone number can be told by what stands there."""

# A house number is rarer than the end of a street's name, and what stands before it is looked at backwards.
_HOUSE = re.compile(
    r"[ \u00a0][1-9][0-9]{0,2}(?: ?[A-Z])?(?![\w-]|[.,/][0-9]|[ \u00a0]?(?:%|pct|procent|personer|mio|kr))"
)
_STREET_NAME = re.compile(
    r"\b[A-ZÆØÅ][\w.-]{0,30}(?:(?:gade|vej|allé|alle|stræde|vænge|boulevard|torv|park|toft)(?:en|et|n)?"
    r"|[ \u00a0](?:Gade|Vej|Allé|Stræde|Boulevard|Torv))\Z"
)
_STREET_ENDS = frozenset("ejnétvdk")  # how such a name ends
_LONGEST_STREET = 44
# With such a letter as an e and a digit as a one, it is seen at once that no number in a text stands behind one.
_ENDS_AND_ONES = bytes.maketrans("ejnétvdk123456789\u00a0".encode("latin-1"), b"eeeeeeee111111111 ")

_ALLOWED = re.compile(
    r"^[ \t]*(?:#|<!--)[ \t]*tilladt[ \t]+[\"'»]([^\n\"'«»]{1,200})[\"'«][ \t]*:?[ \t]*([^\n]{0,500}?)[ \t]*(?:-->)?$",
    re.IGNORECASE | re.MULTILINE,
)
_SHORTEST_REASON = 10
_FEWEST_SIGNS = 6  # what is shorter than a house number's street names nothing for certain


def civil_registration_numbers(text: str) -> Iterator[Span]:
    """Yield where each CPR number begins and ends: six digits that are a date, and four more."""
    if b"0" * 10 not in _without_dashes(_squeezed(text)):
        return
    dated = (it for it in _CPR.finditer(text) if _is_day(it["day"], it["month"], it["year"] or it["long"]))
    named = (found.span("digits") for found in _NAMED_CPR.finditer(text))
    spans = sorted([*(found.span() for found in dated), *named])
    over = 0
    for start, end in spans:
        if start >= over:
            over = end
            yield start, end


def email_addresses(text: str) -> Iterator[Span]:
    """Yield where each e-mail address begins and ends, also one whose sign is written as a word."""
    lowered = lowered_bytes(text)
    if not any(sign in lowered for sign in _AT):
        return
    end = 0
    for domain in _EMAIL_DOMAIN.finditer(text):
        name = _EMAIL_NAME.search(text, max(end, domain.start() - _LONGEST_NAME), domain.start())
        if name:
            end = domain.end()
            yield name.start(), end


def phone_numbers(text: str) -> Iterator[Span]:
    """Yield where each phone number begins and ends; only around rows of eight digits is it worth looking closely."""
    digits = _squeezed(text)
    for field in _NO_PHONES:
        digits = digits.replace(field, b"")
    if b"0" * 8 not in _without_dashes(digits):
        return
    over = 0
    for row in _ROW.finditer(text):
        start = max(over, row.start() - _LONGEST_LEAD)
        for found in _PHONE.finditer(text[start : row.end() + _LONGEST_TAIL]):
            if start + found.end() > over:
                over = start + found.end()
                yield start + found.start(), over


def street_addresses(text: str) -> Iterator[Span]:
    """Yield where each street with a house number begins and ends."""
    if b"e 1" not in text.encode("latin-1", "replace").translate(_ENDS_AND_ONES):
        return
    for house in _HOUSE.finditer(text):
        if text[house.start() - 1] in _STREET_ENDS:
            name = _STREET_NAME.search(text, max(0, house.start() - _LONGEST_STREET), house.start())
            if name:
                yield name.start(), house.end()


KINDS = (
    Kind(
        Rule.CIVIL_REGISTRATION_NUMBER,
        "Her står noget, der ligner et CPR-nummer. Slet det, og få det fjernet fra historikken i git.",
        civil_registration_numbers,
        is_official=False,
    ),
    Kind(
        Rule.EMAIL,
        "Her står en e-mailadresse. Slet den: kun sidens egen kontakt i site.yml må have en.",
        email_addresses,
    ),
    Kind(
        Rule.PHONE,
        "Her står et telefonnummer. Slet det: kun sidens egen kontakt i site.yml må have et.",
        phone_numbers,
    ),
    Kind(
        Rule.STREET,
        "Her står en adresse med husnummer. Slet den, hvis nogen bor der. Ellers skriv i en note, hvorfor den må stå.",
        street_addresses,
    ),
)


def allowances(text: str) -> Sequence[Allowance]:
    """Read the comments that allow something: `# tilladt "20 12 34 56": Det er kommunens hovednummer.`."""
    if b"tilladt" not in lowered_bytes(text):
        return []
    return [Allowance(*found.span(), found[1], found[2]) for found in _ALLOWED.finditer(text)]


def is_explained(allowance: Allowance) -> bool:
    """Tell whether a comment says why it allows what it names."""
    return len(allowance.reason) >= _SHORTEST_REASON


def allows(allowance: Allowance, found: str) -> bool:
    """Tell whether a comment allows what was found, however its parts are parted."""
    what, hit = _signs(allowance.what), _signs(found)
    return is_explained(allowance) and (hit in what or (len(what) >= _FEWEST_SIGNS and what in hit))


def _signs(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@functools.lru_cache(maxsize=2)  # a text is looked through for one thing after another
def lowered_bytes(text: str) -> bytes:
    """Give a text in small letters, without spaces and with one kind of brackets, to see soon what it does not hold."""
    return text.encode().translate(_LOWERED, b" ")


@functools.lru_cache(maxsize=2)
def _squeezed(text: str) -> bytes:
    return text.encode().translate(_NOUGHTS, _BETWEEN)


def _without_dashes(digits: bytes) -> bytes:
    return digits.translate(None, b"-")


def _is_day(day: str, month: str, year: str) -> bool:
    try:
        dt.date(_LEAP_YEAR if day + month == "2902" and int(year) % 4 == 0 else 1900 + int(year), int(month), int(day))
    except ValueError:
        return False
    return True
