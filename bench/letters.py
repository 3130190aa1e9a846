"""Consultations, and the letters that came in: headings that name benchmarks, points, links and answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from words import (
    ANSWERS,
    DECIDERS,
    FURTHER,
    OF_POINTS,
    POINTS,
    PROSE,
    REASONS,
    SECTIONS,
    THEMES,
    WHYS,
    Voice,
)

Value = dict[str, Any]

_STATES = (
    "under vurdering",
    "besvaret",
    "imødekommet",
    "delvist imødekommet",
    "ikke imødekommet",
    "taget til efterretning",
)
_HEARD = 9
"""How many benchmarks a consultation is about."""
_LINKS = (1, 2, 2, 3, 4, 4, 5, 5, 6, 8)
"""How many links a point has, four in the mean."""
_UNLINKED = 25
"""One of so many points is linked to nothing."""
_UNANSWERED = 3
"""One of so many points has no answer."""
_SHARED_HEADING = 8
"""One of so many headings names two benchmarks."""


@dataclass(frozen=True)
class Around:
    """What letters refer to: the benchmarks' titles by number, and the ids that a point can be linked to."""

    titles: Mapping[int, str]
    ends: Mapping[str, Sequence[str]]
    """The ids of each type of record, named as in a link."""
    organisations: Sequence[str]
    documents: Sequence[str]
    """A document for each consultation."""
    decisions: Sequence[str]
    """Documents that answers can be found in."""


def consultation(number: int, voice: Voice, document: str, title: str) -> Value:
    """Make a consultation with its course."""
    opened = dt.date(2018 + number % 6, 1 + number % 12, 5)
    steps = zip(("i gang", "afsluttet", "udfald offentliggjort"), (0, 60, 240), strict=True)
    return {
        "title": f"Høring om {title[0].lower()}{title[1:]}",
        "case_number": f"00.{number % 90 + 10}.04-P35-{number}-{opened.year - 2000}",
        "subject": voice.several(2, *PROSE),
        "summary": voice.plainly(),
        "history": [
            {"date": str(opened + dt.timedelta(days)), "status": status, "source": _source(voice, document)}
            for status, days in steps
        ],
        "source": _source(voice, document),
    }


def letter(number: int, consulted: int, points: int, voice: Voice, around: Around) -> Value:
    """Make a letter with some points to a consultation."""
    document = around.documents[consulted]
    date = dt.date(2018 + consulted % 6, 1 + consulted % 12, 5) + dt.timedelta(30 + number % 28)
    return {
        "title": f"Høringssvar nummer {number + 1}",
        "date": str(date),
        "sent_by": voice.say("Rådet behandlede sagen på et møde {s}.", "Brevet er sendt med post og drøftet {s}."),
        "signatory_role": "Formand",
        "summary": voice.plainly(),
        "opening": [voice.say("Vi har set på {t} og har disse bemærkninger:")],
        "sections": list(_Writer(date, voice, around).sections(number, consulted, points)),
        "closing": ["Vi ser frem til at høre, hvad der sker."],
        "source": {"document": document, "section": "Hele brevet"},
    }


def link(voice: Voice, ends: Mapping[str, Sequence[str]], kind: str, taken: set[tuple[str, str]]) -> Value | None:
    """Make a link to some record of a type; None where it is already linked to."""
    end = kind, voice.random.choice(ends[kind])
    if end in taken:
        return None
    taken.add(end)
    return {kind: end[1], "why": voice.say(*WHYS)}


@dataclass(frozen=True)
class _Writer:
    """Writes the points of one letter."""

    date: dt.date
    voice: Voice
    around: Around

    def sections(self, number: int, consulted: int, points: int) -> Iterator[Value]:
        """Make the headings of a letter with some points under each."""
        around = self.around
        random = self.voice.random
        every, consultations = sorted(around.titles), len(around.documents)
        first = consulted * len(every) // consultations
        heard = [every[(first + place) % len(every)] for place in range(min(_HEARD, len(every)))]
        written = section = 0
        while written < points:
            some = min(random.randint(1, 4), points - written)
            numbers = [heard[section % len(heard)]]
            if section % _SHARED_HEADING == 3 and len(heard) > 1:  # noqa: PLR2004  the fourth of eight
                numbers.append(heard[(section + 1) % len(heard)])
            if written + some == points and section:
                numbers = []  # what does not belong elsewhere stands at the end
            names = [f"p{each}" for each in numbers]
            heading = " OG ".join(f"{each}. {around.titles[each]}" for each in numbers)
            yield {
                "heading": heading or f"Øvrige kommentarer: {random.choice(SECTIONS)}",
                "benchmarks": names,
                "points": [
                    self.point(f"h{number + 1}-{section + 1}-{place + 1}", written + place, names)
                    for place in range(some)
                ],
            }
            written += some
            section += 1

    def point(self, identity: str, place: int, names: Sequence[str]) -> Value:
        """Make a point under a heading that names some benchmarks."""
        voice, around = self.voice, self.around
        random = voice.random
        kind = random.choice(sorted(POINTS))
        text = f"{voice.say(*POINTS[kind])} {voice.several(random.randint(0, 2), *FURTHER)}".strip()
        point: Value = {
            "id": identity,
            "summary": voice.say(OF_POINTS[kind]),
            "text": text if random.random() < 0.9 else f"{text}\n{voice.say(*FURTHER)}",  # noqa: PLR2004  some have two
            "kind": kind,
        }
        if len(names) > 1 and random.random() < 0.3:  # noqa: PLR2004  some are about one of the two
            point["benchmarks"] = names[:1]
        point["themes"] = voice.some(sorted(THEMES), 2)
        taken = {("benchmark", name) for name in names}
        kinds = random.choices(
            ("goal", "indicator", "initiative", "recommendation", "target", "benchmark"),
            (30, 25, 20, 10, 8, 7),
            k=0 if random.randrange(_UNLINKED) == 0 else random.choice(_LINKS),
        )
        point["links"] = [made for each in kinds if (made := link(voice, around.ends, each, taken))]
        point["history"] = [] if place % _UNANSWERED == 0 else list(self.answers(place))
        return point

    def answers(self, place: int) -> Iterator[Value]:
        """Make the steps of an answer, in all states in turn or by chance."""
        voice, around = self.voice, self.around
        random = voice.random
        state = _STATES[place % len(_STATES)] if random.random() < 0.5 else random.choice(_STATES)  # noqa: PLR2004  half
        document = random.choice(around.decisions)
        looked_at = self.date + dt.timedelta(random.randint(20, 60))
        if state == _STATES[0] or random.random() < 0.4:  # noqa: PLR2004  some were looked at first
            yield {"date": str(looked_at), "status": _STATES[0], "source": _source(voice, document)}
        if state == _STATES[0]:
            return
        entry: Value = {
            "date": str(looked_at + dt.timedelta(random.randint(10, 120))),
            "status": state,
            "answer": voice.say(*ANSWERS),
        }
        if state == "delvist imødekommet":
            entry |= {"accepted": voice.say(*ANSWERS), "not_accepted": voice.say(*ANSWERS)}
        entry |= {"reason": voice.say(*REASONS), "decided_by": random.choice(DECIDERS)}
        if state in ("imødekommet", "delvist imødekommet"):
            before = voice.say(*PROSE)
            changes = (
                {"before": before, "after": f"{before} {voice.say(*PROSE)}"},
                {"reference": voice.say("Afsnittet om {e} {s}")},
            )
            entry["changes"] = [random.choice(changes)]
        yield entry | {"source": _source(voice, document)}


def _source(voice: Voice, document: str) -> Value:
    random = voice.random
    return {"document": document, "section": f"{random.randint(1, 9)}.{random.randint(1, 9)} {random.choice(SECTIONS)}"}
