"""Rules on every text: nothing private, nothing that is code, and the short version in short sentences.

What is private is looked for in the files as they are written, comments too, because they are as public.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.base.problems import Location, Problem, Severity
from generator.base.rule import Rule
from generator.base.text import lix
from generator.reading.source import YamlFile
from generator.rules.scope import Scope

# The look back stands behind the first digit, because a search that begins with a digit is several times as fast.
_CPR = re.compile(r"[0-3](?<![\w./-].)[0-9][01][0-9]{3}[-– ]?[0-9]{4}(?![\w/-]|[.,][0-9])")
_LEAP_YEAR = 2000  # a number tells its century only by its later digits, and 29 February may be right
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-zÆØÅæøå]{2,}")
# Danish numbers have eight digits and begin with 2 to 9. In pairs, or behind +45 or a word such as »tlf.«, they are
# phone numbers; elsewhere eight digits may be an amount or a case number.
_EIGHT_DIGITS = re.compile(r"[0-9](?:[\s.]?[0-9]){7}")
_PHONE = re.compile(
    r"(?<![\w.,/+-])(?:\+45\s?)?[2-9][0-9]\s[0-9]{2}\s[0-9]{2}\s[0-9]{2}(?![\w/-]|[.,][0-9]|\s[0-9]{2}\b)"
    r"|(?:\+|\b00)45\s?(?:[0-9]\s?){7}[0-9](?![0-9])"
    r"|\b(?i:tlf|telefon|telefonnummer|mobil|mobilnummer|ring)\b[.:]?\s?(?:på|til|nr\.?|nummer)?\s?"
    r"(?:[2-9][0-9][ .]?(?:[0-9][ .]?){5}[0-9])(?![0-9])"
)
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
    for file in scope.loaded.files:
        for found in _CPR.finditer(file.text):
            if _is_day(found[0][:2], found[0][2:4], found[0][4:6]):
                message = "Her står noget, der ligner et CPR-nummer. Slet det, og få det fjernet fra historikken i git."
                yield Problem(file.locate_offset(found.start()), message, Rule.CIVIL_REGISTRATION_NUMBER)


def email_address(scope: Scope) -> Iterator[Problem]:
    """No text holds an e-mail address, but for the site's own contact."""
    for file in scope.loaded.files:
        if "@" in file.text:
            for place in _private(scope, file, _EMAIL):
                message = "Her står en e-mailadresse. Slet den: kun sidens egen kontakt i site.yml må have en."
                yield Problem(place, message, Rule.EMAIL)


def phone_number(scope: Scope) -> Iterator[Problem]:
    """No text holds a phone number, but for the site's own contact."""
    for file in scope.loaded.files:
        if _EIGHT_DIGITS.search(file.text):
            for place in _private(scope, file, _PHONE):
                message = "Her står et telefonnummer. Slet det: kun sidens egen kontakt i site.yml må have et."
                yield Problem(place, message, Rule.PHONE)


def markup(scope: Scope) -> Iterator[Problem]:
    """Texts are plain: no HTML and no script."""
    for file in scope.loaded.files:
        suspect = "<" in file.text or "&" in file.text or "script" in file.text.lower()
        for found in _CODE.finditer(file.text) if suspect else ():
            if not _in_comment(file.text, found.start()):
                message = f"»{found.group()}« er kode. Skriv almindelig tekst; *kursiv* er det eneste, der kan bruges."
                yield Problem(file.locate_offset(found.start()), message, Rule.MARKUP)


def hard_to_read(scope: Scope) -> Iterator[Problem]:
    """What is called »Kort fortalt« has a LIX of 35 at most, if it is long enough to tell."""
    for text, origin in scope.summaries():
        score = round(lix(text))
        if score > _MOST_LIX and len(text.split()) >= _FEWEST_WORDS:
            message = (
                f"»Kort fortalt« har lix {score}, og {_MOST_LIX} er målet. Skriv kortere sætninger og kortere ord."
            )
            yield Problem(origin.locate("summary"), message, Rule.LIX, Severity.WARNING)


def _private(scope: Scope, file: YamlFile, pattern: re.Pattern[str]) -> Iterator[Location]:
    site = scope.loaded.site
    own = site is not None and scope.loaded.origin(site).file is file
    spans = [file.span(place) for place in _OFFICIAL] if own else []
    for found in pattern.finditer(file.text):
        if not any(found.end() - 1 in span for span in spans):
            yield file.locate_offset(found.start())


def _is_day(day: str, month: str, year: str) -> bool:
    try:
        dt.date(_LEAP_YEAR if day + month == "2902" and int(year) % 4 == 0 else 1900 + int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _in_comment(text: str, offset: int) -> bool:
    return text[text.rfind("\n", 0, offset) + 1 : offset].lstrip().startswith("#")
