"""The invented municipality of a plan: what its site says of itself, and the small records that stand together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import words
from words import Voice, slug

Value = dict[str, Any]

SITE: Value = {
    "title": "Pejl Eksempelby",
    "tagline": "Se, hvad der er lovet, og hvordan det går",
    "municipality": "Eksempelby Kommune",
    "unit": "Job, uddannelse og handicap",
    "summary": ["Her kan du se, hvad byen vil.", "Du kan også se, hvad rådene skrev, og hvad de fik til svar."],
    "respond": "Skriv et brev til rådhuset.",
    "contact": {"role": "Redaktionen", "url": "https://eksempelby.example/kontakt"},
    "licence": "Teksterne må bruges frit.",
    "licence_url": "https://creativecommons.org/licenses/by/4.0/",
    "accessibility": {
        "compliance": "delvist",
        "method": "Siden er set igennem.",
        # So old that no clock has it in the future; at most `check` warns.
        "assessed": "2026-01-02",
        "enforcement": "Skriv til tilsynet.",
    },
}


def vocabularies(voice: Voice, source: Callable[[], Value]) -> Iterator[tuple[str, list[Value]]]:
    """Make the small records, for each of their files a list."""
    yield "areas.yml", [_area(identity, title) for identity, title in words.AREAS.items()]
    themes = [{"id": identity, "title": title, "summary": voice.plainly()} for identity, title in words.THEMES.items()]
    yield "themes.yml", themes
    for name, entries in (("departments", words.DEPARTMENTS), ("target_groups", words.TARGET_GROUPS)):
        described = [
            {"id": identity, "title": title, "description": voice.say(*words.PROSE), "source": source()}
            for identity, title in entries.items()
        ]
        yield f"{name}.yml", described
    terms = [
        {"id": slug(title), "title": title, "explanation": text, "synonyms": words.SYNONYMS.get(title)}
        for title, text in words.TERMS.items()
    ]
    yield "glossary.yml", terms


def organisation(place: int) -> tuple[str, str]:
    """Give the id and the title of an organisation; where the names run out, there is one in each part of the town."""
    name = words.COUNCILS[place % len(words.COUNCILS)]
    again = place // len(words.COUNCILS)
    title = f"{name} {words.TOWNS[again % len(words.TOWNS)]}{again // len(words.TOWNS) or ''}" if again else name
    return slug(title), title


def plan_name(place: int) -> tuple[str, int]:
    """Give the name and the year of a plan, the newest first."""
    return words.PLANS[place % len(words.PLANS)], 2025 - place // len(words.PLANS)


def _area(identity: str, title: str) -> Value:
    return {"id": identity, "title": title, "short": title, "home": True if identity == "byen" else None}
