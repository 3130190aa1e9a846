"""Rules on the site's own record: how the municipality is reached, where its statement stands, and its colours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.colours import contrast
from generator.base.placing import VARIABLE, is_same
from generator.base.problems import Problem, Severity
from generator.base.rule import Rule
from generator.base.text import danish_number, shown
from generator.reading.loaded import Loaded
from generator.rules.scope import Scope

_LEAST = 7.0
"""The least contrast of a text with what is behind it: level AAA of WCAG 2.2, which the rest of the site keeps."""
_WHITE = "#ffffff"
_HOST = r"[\w-]+(?:\.[\w-]+)+"
_CONTACT = re.compile(rf"(?:[\w.+-]+@{_HOST}|https://{_HOST}(?::[0-9]+)?(?:[/?#][^\s\"<>]*)?)\Z")


def can_be_reached(scope: Scope) -> Iterator[Problem]:
    """A site that is published says how the municipality is reached; before that, it may say why it does not."""
    site = scope.loaded.site
    if site is None or site.contact.url or site.contact.phone or site.contact.email:
        return
    if site.published or not site.contact.missing:
        message = "Læserne kan ikke komme i kontakt med kommunen. Tilføj »phone«, »email« eller »url«."
        yield Problem(scope.loaded.origin(site).locate_key("contact"), message, Rule.CONTACT, Severity.WARNING)


def security_contact(scope: Scope) -> Iterator[Problem]:
    """A hole is told of by mail, or on a page that nobody else can read on the way."""
    site = scope.loaded.site
    if site and site.security and not _CONTACT.match(site.security):
        message = (
            f"{shown(site.security)} kan ikke stå i sikkerhedskontakten. Skriv en e-mail eller en webadresse, der "
            "begynder med https://"
        )
        yield Problem(scope.loaded.origin(site).locate("security"), f"{message}.", Rule.WEB_ADDRESS)


def stands_where_it_says(loaded: Loaded, address: str) -> Iterator[Problem]:
    """A site is built for its own address; it may be built for another, but never without a word."""
    site = loaded.site
    if site and site.root and address and not is_same(site.root, address):
        message = (
            f"Siden bliver bygget til {shown(address)}, som {VARIABLE} siger, men her står {shown(site.root)}. "
            f"Skriv den rigtige adresse her, eller byg uden {VARIABLE}."
        )
        yield Problem(loaded.origin(site).locate("address"), message, Rule.WEB_ADDRESS, Severity.WARNING)


def official_statement(scope: Scope) -> Iterator[Problem]:
    """A site that is published names the address of its official accessibility statement, as the law asks."""
    site = scope.loaded.site
    if site and site.published and not site.accessibility.statement_url:
        message = (
            "Siden er udgivet, men den officielle tilgængelighedserklæring mangler. Lav den i "
            "Digitaliseringsstyrelsens værktøj, og skriv dens adresse i »statement_url«."
        )
        yield Problem(scope.loaded.origin(site).locate_key("accessibility"), message, Rule.STATEMENT, Severity.WARNING)


def readable_colour(scope: Scope) -> Iterator[Problem]:
    """White text can be read on the municipality's own colour."""
    site = scope.loaded.site
    if site is None or site.colour is None:
        return
    found = contrast(site.colour, _WHITE)
    if found < _LEAST:
        message = (
            f"Hvid tekst kan ikke læses på farven {shown(site.colour)}: Kontrasten er {danish_number(found, 1)}, og "
            f"den skal være mindst {danish_number(_LEAST)}. Vælg en mørkere farve."
        )
        yield Problem(scope.loaded.origin(site).locate("colour"), message, Rule.CONTRAST)
