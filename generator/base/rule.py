"""The rules' names, each once: what stands in brackets behind a message, and where the guide explains it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Rule(StrEnum):
    """A rule, by the Danish name that an editor looks up in the guide; `section` is where it stands there."""

    section: str

    def __new__(cls, name: str, section: str) -> Self:
        """Make a member of the name and the anchor of the guide's section."""
        rule = str.__new__(cls, name)
        rule._value_ = name
        rule.section = section
        return rule

    FILE = "fil", "regler-fil"
    FILE_NAME = "filnavn", "regler-fil"
    DATA_FOLDER = "mappe", "regler-fil"
    UNKNOWN_FOLDER = "ukendt-mappe", "regler-fil"
    MISSING_FILE = "manglende-fil", "regler-fil"
    COPY = "kopi", "regler-fil"
    EMPTY_FILE = "tom-fil", "regler-fil"
    CHARACTERS = "tegnsæt", "regler-fil"
    LINE_ENDS = "linjeskift", "regler-fil"
    TAB = "tabulator", "regler-fil"

    YAML = "yaml", "regler-form"
    FIELD_TWICE = "dobbelt-felt", "regler-form"
    EMPTY_VALUE = "tom-værdi", "regler-form"
    ANCHOR = "anker", "regler-form"
    TAG = "typemærke", "regler-form"
    COMMENT = "note", "regler-form"
    TWO_VERSIONS = "to-udgaver", "regler-form"
    CHARACTER_CODE = "tegnkode", "regler-form"
    FIELD_ORDER = "felternes-rækkefølge", "regler-form"

    UNKNOWN_FIELD = "ukendt-felt", "regler-felter"
    MISSING_FIELD = "manglende-felt", "regler-felter"
    UNKNOWN_VALUE = "ukendt-værdi", "regler-felter"
    TYPE = "type", "regler-felter"
    TOO_SHORT = "for-kort", "regler-felter"
    ID = "id", "regler-felter"
    ID_TWICE = "dobbelt-id", "regler-felter"
    UNKNOWN_ID = "ukendt-id", "regler-felter"
    NUMBER_TWICE = "dobbelt-nummer", "regler-felter"
    ADOPTED_TEXT = "vedtaget-tekst", "regler-felter"
    PART_OF_ITSELF = "del-af-sig-selv", "regler-felter"
    HOME_AREA = "hjemområde", "regler-felter"
    WEB_ADDRESS = "webadresse", "regler-felter"
    ADDRESS = "adresse", "regler-felter"
    CONTACT = "kontakt", "regler-felter"
    STATEMENT = "erklæring", "regler-felter"
    COLOUR = "farve", "regler-felter"
    CONTRAST = "kontrast", "regler-felter"
    LOGO = "logo", "regler-felter"

    NUMBER = "tal", "regler-tal"
    WHOLE_NUMBER = "helt-tal", "regler-tal"
    PERCENTAGE = "procent", "regler-tal"
    NEGATIVE = "negativt-tal", "regler-tal"
    LEAP = "spring", "regler-tal"
    NO_FIGURES = "ingen-tal", "regler-tal"
    FIGURE_TWICE = "dobbelt-tal", "regler-tal"
    PERIOD_NAME = "periodens-navn", "regler-tal"
    GROUP_NAME = "gruppens-navn", "regler-tal"
    BREAK = "databrud", "regler-tal"
    IMPORT = "import", "regler-tal"
    WORDS_OF_FIGURES = "ord-om-tal", "regler-tal"
    DEMAND = "krav", "regler-tal"
    MEASURE = "delmålets-måling", "regler-tal"
    PERIOD = "periode", "regler-tal"
    DATE = "dato", "regler-tal"
    FUTURE_DATE = "fremtidig-dato", "regler-tal"
    FUTURE_FIGURE = "fremtidigt-tal", "regler-tal"

    LETTER_HEADING = "brevets-overskrift", "regler-svar"
    POINT_BENCHMARKS = "punktets-kobling", "regler-svar"
    ANSWER_MISSING = "svar-mangler", "regler-svar"
    ANSWER_CHANGE = "svarets-ændring", "regler-svar"
    ANSWER_UNDECIDED = "svar-uden-afgørelse", "regler-svar"
    ANSWER_BEFORE_LETTER = "svar-før-brev", "regler-svar"
    HISTORY_ORDER = "historik-rækkefølge", "regler-svar"
    JOINT_ANSWER = "fælles-svar", "regler-svar"
    SPLIT = "delt-punkt", "regler-svar"
    PROMISE = "løfte", "regler-svar"
    REPLY = "reaktion", "regler-svar"
    DECISION = "beslutning", "regler-svar"
    WITHDRAWN = "trukket-tilbage", "regler-svar"
    CORRECTION = "rettelse", "regler-svar"
    REVISED = "rettet-tal", "regler-svar"

    LINK_TARGET = "koblingens-mål", "regler-koblinger"
    LINK_TWICE = "dobbelt-kobling", "regler-koblinger"
    NO_METRIC = "uden-måling", "regler-koblinger"
    METRIC_AND_EXCUSE = "måling-og-undskyldning", "regler-koblinger"
    UNUSED_INDICATOR = "ubrugt-indikator", "regler-koblinger"
    POINT_UNLINKED = "punkt-uden-kobling", "regler-koblinger"
    TEXT_CHANGED = "ses-efter", "regler-koblinger"

    LOST = "tabt", "regler-historik"
    REWRITTEN = "omskrevet", "regler-historik"
    OUT_OF_ORDER = "byttet-om", "regler-historik"
    ADDRESS_CHANGED = "ny-adresse", "regler-historik"

    DEAD_LINK = "dødt-link", "regler-links"

    CIVIL_REGISTRATION_NUMBER = "cpr", "regler-tekst"
    EMAIL = "e-mail", "regler-tekst"
    PHONE = "telefon", "regler-tekst"
    STREET = "husnummer", "regler-tekst"
    ALLOWANCE = "tilladt", "regler-tekst"
    MARKUP = "html", "regler-tekst"
    MARKDOWN = "markdown", "regler-tekst"
    QUOTES = "anførselstegn", "regler-tekst"
    LIX = "lix", "regler-tekst"
    TABLE_NAME = "tabel-uden-navn", "regler-tekst"
    SYNONYM = "tvetydigt-synonym", "regler-tekst"
    OLD_ACCESSIBILITY_CHECK = "gammel-undersøgelse", "regler-tekst"
