"""The records of a plan: all kinds but indicators (`series.py`) and what letters hold (`letters.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import town
import words
from letters import Around, consultation, letter, link
from series import Indicator, indicator, target
from words import Voice, slug

Value = dict[str, Any]

_DELIVERY = ("ikke startet", "i gang", "sat i bero", "gennemført", "delvist gennemført", "opgivet")


class Maker:
    """Makes the records of one plan; holds the ids that they point to each other with."""

    def __init__(self, count: Mapping[str, int], seed: int) -> None:
        self.count = count
        self.random = Random(seed)  # noqa: S311  invented records, the same at every run
        self.voice = Voice(self.random)
        self.taken: set[str] = set()
        self.plans = [town.plan_name(place) for place in range(self.count["plans"])]
        self.plan_ids = [slug(f"{name}-{year}") for name, year in self.plans]
        self.documents = [f"{name}-plan" for name in self.plan_ids]
        self.heard = [f"sag-{place + 1}" for place in range(self.count["consultations"])]
        reports = self.count["sources"] - len(self.documents) - len(self.heard)
        self.reports = [f"rapport-{place + 1}" for place in range(reports)]
        self.organisations = [town.organisation(place) for place in range(self.count["organisations"])]
        self.titles = {
            place + 1: self.voice.title(self.taken, *words.TITLES) for place in range(self.count["benchmarks"])
        }
        made = [indicator(place, self.voice, self.taken, self.source) for place in range(self.count["indicators"])]
        self.indicators: list[tuple[Indicator, Value]] = made
        kinds = ("ministerial", "m"), ("focus", "f"), ("sdg", "v")
        self.goals = [
            (f"{kinds[place % 3][1]}{place // 3 + 1}", kinds[place % 3][0], str(place // 3 + 1))
            for place in range(self.count["goals"])
        ]
        self.ends = {
            "benchmark": [f"p{number}" for number in self.titles],
            "goal": [identity for identity, _, _ in self.goals],
            "indicator": [measure.id for measure, _ in made],
            "target": [f"maal-{place + 1}" for place in range(self.count["targets"])],
            "initiative": [f"indsats-{place + 1}" for place in range(self.count["initiatives"])],
            "recommendation": [f"anbefaling-{place + 1}" for place in range(self.count["recommendations"])],
        }

    def files(self) -> Iterator[tuple[str, Any]]:
        """Make every file."""
        yield "site.yml", town.SITE
        yield from town.vocabularies(self.voice, self.source)
        yield from self.sources()
        for identity, title in self.organisations:
            role = f"{self.voice.say('Rådet skal høres om {e}.')} {self.voice.say(*words.PROSE)}"
            yield f"organisations/{identity}.yml", {"title": title, "legal_role": role, "source": self.source()}
        for place, number in enumerate(self.titles):
            yield f"benchmarks/p{number}.yml", self.benchmark(place, number)
        for place, (identity, kind, written) in enumerate(self.goals):
            yield f"goals/{identity}.yml", self.goal(place, kind, written)
        for measure, record in self.indicators:
            yield f"indicators/{measure.id}.yml", record | {"themes": self.themes()}
        for place, ((name, year), identity) in enumerate(zip(self.plans, self.plan_ids, strict=True)):
            yield f"plans/{identity}.yml", self.plan(f"{name} {year}", year, self.documents[place])
        for place, identity in enumerate(self.ends["target"]):
            yield f"targets/{identity}.yml", self.target(place)
        for place, identity in enumerate(self.ends["initiative"]):
            yield f"initiatives/{identity}.yml", self.initiative(place)
        for place, identity in enumerate(self.ends["recommendation"]):
            yield f"recommendations/{identity}.yml", self.recommendation(place)
        yield from self.letters()

    def source(self) -> Value:
        """Point at a section of a plan or a report."""
        chapter = f"{self.random.randint(1, 9)}.{self.random.randint(1, 9)}"
        documents = self.documents + self.reports
        return {"document": self.random.choice(documents), "section": f"{chapter} {self.random.choice(words.SECTIONS)}"}

    def themes(self) -> list[str]:
        """Choose one to three themes."""
        return self.voice.some(sorted(words.THEMES), 3)

    def links(self, *kinds: str) -> list[Value]:
        """Link to a record of each of some types."""
        taken: set[tuple[str, str]] = set()
        return [made for kind in kinds if (made := link(self.voice, self.ends, kind, taken))]

    def history(self, place: int) -> list[Value]:
        """Make the course of something that is delivered; of a third nobody has said anything."""
        steps = _DELIVERY[: 1 + place % 4] if place % 3 else ()
        return [
            {"date": f"{2019 + step}-0{1 + place % 9}-15", "status": status, "source": self.source()}
            for step, status in enumerate(steps)
        ]

    def sources(self) -> Iterator[tuple[str, Value]]:
        """Make the documents: one for each plan and each consultation, and some reports."""
        plans = [(f"{name} {year}", "plan", year) for name, year in self.plans]
        cases = [(f"Sag {place + 1}: høringssvar", "høringssvar", 2018 + place % 6) for place in range(len(self.heard))]
        reports = [(self.voice.title(self.taken, "Rapport om {e} {s}"), "rapport", 2020) for _ in self.reports]
        identities = [*self.documents, *self.heard, *self.reports]
        for identity, (title, kind, year) in zip(identities, [*plans, *cases, *reports], strict=True):
            yield (
                f"sources/{identity}.yml",
                {
                    "title": title,
                    "publisher": "Eksempelby Kommune",
                    "kind": kind,
                    "date": year,
                    "final": True,
                    "rights": "Dokumentet er offentligt.",
                    "used_for": self.voice.several(2, *words.PROSE),
                },
            )

    def benchmark(self, place: int, number: int) -> Value:
        """Make a benchmark; half have their adopted text, and more than half an indicator."""
        measured = self.links("indicator", *["indicator"] * (place % 2)) if place % 5 < 3 else []  # noqa: PLR2004
        adopted = {"text": self.voice.several(3, *words.PROSE), "source": self.source()}
        return {
            "number": number,
            "title": self.titles[number],
            "adopted_text": adopted if place % 2 else None,
            "adopted_text_missing": None if place % 2 else "Kilderne har ikke teksten.",
            "quotes": [{"text": self.voice.say(*words.PROSE), "source": self.source()}],
            "summary": self.voice.plainly(),
            "themes": self.themes(),
            "links": measured,
            "no_metric": None if measured else self.voice.say("Kilderne har ikke tal for {e} {s}."),
            "history": self.history(place),
            "source": self.source(),
        }

    def goal(self, place: int, kind: str, number: str) -> Value:
        """Make a goal as it was worded in two years; its links see to it that every indicator is used."""
        title = self.voice.title(self.taken, *words.TITLES)
        names = self.ends["indicator"]
        used = {names[(3 * place + step) % len(names)]: None for step in range(3)}
        return {
            "title": title,
            "kind": kind,
            "number": number,
            "summary": self.voice.plainly(),
            "years": [
                {
                    "year": year,
                    "wording": title,
                    "comment": self.voice.several(2, *words.PROSE),
                    "effort": self.voice.several(4, *words.PROSE),
                    "source": self.source(),
                }
                for year in (2021, 2023)
            ],
            "themes": self.themes(),
            "links": [
                *({"indicator": name, "why": self.voice.say(*words.WHYS)} for name in used),
                *self.links("benchmark", "benchmark"),
            ],
        }

    def plan(self, title: str, year: int, document: str) -> Value:
        """Make a plan with its sections."""
        sections = [
            {
                "id": f"{chapter}-{part}",
                "title": f"{chapter}.{part} {self.random.choice(words.SECTIONS)}",
                "summary": self.voice.several(4, *words.PROSE),
                "open": "Tallet indsættes senere." if (chapter + part) % 9 == 0 else None,
                "themes": self.themes(),
                "source": {"document": document, "section": f"{chapter}.{part}"},
            }
            for chapter in range(1, 9)
            for part in range(1, self.random.randint(3, 5) + 1)
        ]
        return {
            "title": title,
            "year": year,
            "status": "vedtaget",
            "document": document,
            "summary": self.voice.plainly(),
            "sections": sections,
        }

    def target(self, place: int) -> Value:
        """Make a target of one of the plans."""
        at = place % len(self.plans)
        year = self.plans[at][1]
        wording = {"year": year, "quote": self.voice.several(2, *words.PROSE), "source": self.source()}
        made = target(place, self.voice, self.taken, self.random.choice(self.indicators)[0], [wording])
        return {
            "title": made.pop("title"),
            "number": str(place // len(self.plans) + 1),
            "plan": self.plan_ids[at],
            "department": self.random.choice(sorted(words.DEPARTMENTS)),
            "year": year + 1 + place % 3,
            **made,
            "themes": self.themes(),
            "links": self.links("goal", "benchmark", "benchmark"),
        }

    def initiative(self, place: int) -> Value:
        """Make an initiative; every fifth is part of the one that a group of five begins with."""
        parts = [
            {"title": self.voice.say("{T} {s}"), "summary": self.voice.say(*words.PROSE)} for _ in range(place % 5)
        ]
        return {
            "title": self.voice.title(self.taken, *words.DOINGS),
            "summary": self.voice.plainly(),
            "period": f"{2018 + place % 5}-{2023 + place % 5}",
            "departments": self.voice.some(sorted(words.DEPARTMENTS), 2),
            "target_groups": self.voice.some(sorted(words.TARGET_GROUPS), 3),
            "part_of": f"indsats-{place - 3}" if place % 5 == 4 else None,  # noqa: PLR2004
            "parts": parts,
            "status_note": self.voice.say(*words.PROSE) if place % 2 else None,
            "history": self.history(place),
            "themes": self.themes(),
            "links": self.links("benchmark", "goal", "indicator"),
            "sources": [self.source()],
        }

    def recommendation(self, place: int) -> Value:
        """Make a barrier or a recommendation with the ways to follow it."""
        document = self.reports[place % len(self.reports)]
        measures = [
            {
                "id": f"greb-{step + 1}",
                "title": self.voice.say("Greb: {T} {s}"),
                "summary": self.voice.several(3, *words.PROSE),
                "source": {"document": document, "section": f"Greb {step + 1}"},
            }
            for step in range(place % 4)
        ]
        return {
            "title": self.voice.title(self.taken, *words.TITLES),
            "kind": "barriere" if place % 2 else "anbefaling",
            "number": place + 1,
            "document": document,
            "organisations": self.voice.some([identity for identity, _ in self.organisations], 3),
            "summary": self.voice.plainly(),
            "citizens": [self.voice.several(2, *words.PROSE)] if place % 2 else [],
            "measures": measures,
            "themes": self.themes(),
            "links": self.links("benchmark", "benchmark", "goal", "goal", "indicator"),
            "source": {"document": document, "section": f"Anbefaling {place + 1}"},
        }

    def letters(self) -> Iterator[tuple[str, Value]]:
        """Make the consultations, and the letters in turn for each of them."""
        organisations = [identity for identity, _ in self.organisations]
        around = Around(self.titles, self.ends, organisations, self.heard, self.documents + self.reports)
        for place, document in enumerate(self.heard):
            title = self.voice.title(self.taken, *words.TITLES)
            yield f"consultations/{document}/consultation.yml", consultation(place, self.voice, document, title)
        for place, points in enumerate(_shared_out(self.count["points"], self.count["letters"], self.random)):
            consulted, nth = place % len(self.heard), place // len(self.heard)
            sender = organisations[(consulted * 5 + nth) % len(organisations)]
            record = letter(place, consulted, points, self.voice, around)
            yield f"consultations/{self.heard[consulted]}/{sender}.yml", record


def _shared_out(points: int, letters: int, random: Random) -> list[int]:
    """Share out points on letters, ten to thirty to each where they reach."""
    sizes = [random.randint(10, 30) for _ in range(letters)]
    while over := sum(sizes) - points:
        place, step = random.randrange(letters), 1 if over > 0 else -1
        if sizes[place] - step in range(10, 31):
            sizes[place] -= step
    return sizes
