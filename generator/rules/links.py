"""Rules on ids and links: what points somewhere must point at something, and once."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.base.local import benchmark as word
from generator.base.local import said
from generator.base.problems import MOST_ALIKE, Location, Problem, Severity, first_of
from generator.base.rule import Rule
from generator.base.text import closest, did_you_mean, joined
from generator.model import (
    IDENTIFIED_TYPES,
    RECORD_TYPES,
    Benchmark,
    Indicator,
    Link,
    Organisation,
    Record,
    Target,
    Term,
)
from generator.model.references import Place, Reference, references
from generator.reading.loaded import Origin
from generator.reading.reviews import Review, reviews
from generator.rules.scope import Scope

_NOUNS = {model.type: model.noun for model in IDENTIFIED_TYPES}
_PLACES = {model.type: model.place for model in RECORD_TYPES}
_TARGETS = Link.target_types()
_MOST_NAMED = 12
"""A longer list of ids helps nobody."""
_MOST_SUGGESTED = 50
"""To look for what was meant among thousands of ids takes long."""
_MOST_PLACES = 4
"""What is missed in more places was taken away, and it is the record that must be mended."""


def unknown_reference(scope: Scope) -> Iterator[Problem]:
    """An id in a field is the id of a record that exists, and of the type that the field asks for."""
    known = _Known(scope)
    missed: dict[tuple[str, str], list[tuple[Origin, Reference]]] = defaultdict(list)
    for record, origin in scope.doubtful:
        for found in references(record):
            if not known.has(found.wanted, found.name):
                missed[found.wanted, found.name if known.ids[found.wanted] else ""].append((origin, found))
    told: Counter[str] = Counter()
    for (wanted, missing), places in missed.items():
        renamed = known.renamed(wanted, missing) if len({origin.file.path for origin, _ in places}) > 1 else None
        if renamed or len(places) > _MOST_PLACES:
            spots = sorted(origin.locate(*found.place) for origin, found in places)
            yield Problem(spots[0], known.loss(wanted, missing, spots, renamed), Rule.UNKNOWN_ID)
            continue
        for origin, found in places:
            told[origin.file.path] += 1
            if told[origin.file.path] > MOST_ALIKE:
                continue
            in_name = found.place in (("organisation",), ("consultation",))
            location = origin.locate() if in_name else origin.locate(*found.place)
            yield Problem(location, known.mistake(found, in_name=in_name), Rule.UNKNOWN_ID)


def named_twice(scope: Scope) -> Iterator[Problem]:
    """A list of ids names each record once."""
    for record, origin in scope.doubtful:
        yield from first_of(
            Problem(origin.locate(*place), f"»{name}« står her for anden gang. Slet det ene.", Rule.LINK_TWICE)
            for place, name in _repeated(record)
        )


def one_target(scope: Scope) -> Iterator[Problem]:
    """A link points at exactly one record."""
    allowed = ", ".join(_TARGETS)
    for linked in scope.linked:
        origin = linked.origin
        for index, targets in enumerate(linked.ends):
            if not targets:
                message = f"Koblingen peger ikke på noget. Tilføj ét af felterne {allowed}."
                yield Problem(origin.locate("links", index), message, Rule.LINK_TARGET)
            elif len(targets) > 1:
                second = targets[1][0]
                message = "Koblingen peger på flere poster. Skriv en kobling for hver, med hver sin begrundelse."
                yield Problem(origin.locate_key("links", index, second), message, Rule.LINK_TARGET)


def said_twice(scope: Scope) -> Iterator[Problem]:
    """A record links to another record once, and never to itself."""
    for record, _, ends, origin in scope.linked:
        seen: set[tuple[str, str]] = set()
        for index, targets in enumerate(ends):
            for target in targets:
                message = ""
                if target == (record.type, record.id):
                    message = "Posten er koblet til sig selv. Slet koblingen."
                elif target in seen:
                    message = f"Posten er allerede koblet til »{target[1]}«. Slet den ene kobling."
                if message:
                    yield Problem(origin.locate("links", index, target[0]), message, Rule.LINK_TWICE)
                seen.add(target)


def said_from_both_sides(scope: Scope) -> Iterator[Problem]:
    """A link is stored on one of its two records, and never on the benchmark if the other is something else."""
    stored = {
        (record.type, record.id): {target for targets in ends for target in targets}
        for record, _, ends, _ in scope.linked
    }
    for record, _, ends, origin in scope.linked:
        source = (record.type, record.id)
        for index, targets in enumerate(ends):
            for target in targets:
                both = target != source and source in stored.get(target, ())
                if both and source != min(source, target, key=lambda end: (end[0] == Benchmark.type, end)):
                    message = f"Koblingen står allerede på »{target[1]}«. Slet den her: en kobling skrives ét sted."
                    yield Problem(origin.locate("links", index, target[0]), message, Rule.LINK_TWICE)


def said_by_heading(scope: Scope) -> Iterator[Problem]:
    """A point is not linked to a benchmark that the letter's own heading already names."""
    for _, section, point, origin in scope.points:
        if not point.links:
            continue
        named = set(section.benchmarks if point.benchmarks is None else point.benchmarks)
        for index, link in enumerate(point.links):
            if link.benchmark in named:
                message = f"Brevets overskrift nævner allerede »{link.benchmark}«. Slet koblingen."
                yield Problem(origin.locate("links", index, "benchmark"), message, Rule.LINK_TWICE)


def benchmark_without_metric(scope: Scope) -> Iterator[Problem]:
    """A benchmark is linked to an indicator, or says in `no_metric` why nothing measures it."""
    for benchmark, origin in scope.each(Benchmark):
        if not benchmark.no_metric and not any(link.indicator for link in benchmark.links):
            message = said(
                "Intet måler {the}. Kobl en indikator til {it} i »links«, eller skriv hvorfor i »no_metric«."
            )
            yield Problem(origin.locate(), message, Rule.NO_METRIC, Severity.WARNING)


def metric_and_excuse(scope: Scope) -> Iterator[Problem]:
    """A benchmark that is linked to an indicator does not say that nothing measures it."""
    for benchmark, origin in scope.each(Benchmark):
        metric = next((link.indicator for link in benchmark.links if link.indicator), None)
        if benchmark.no_metric and metric:
            message = f"»{metric}« måler {word().the}. Slet »no_metric«, eller slet koblingen."
            yield Problem(origin.locate_key("no_metric"), message, Rule.METRIC_AND_EXCUSE, Severity.WARNING)


def unused_indicator(scope: Scope) -> Iterator[Problem]:
    """Something uses an indicator: a link, or a target that is measured with it."""
    if scope.loaded.unread:  # what cannot be read may be what uses it
        return
    used = {link.indicator for linked in scope.linked for link in linked.links}
    used |= {part.indicator for target, _ in scope.each(Target) for part in target.parts}
    for indicator, origin in scope.each(Indicator):
        if indicator.id not in used:
            message = said("Ingen bruger indikatoren. Kobl {with_article}, et mål eller et punkt til den.")
            yield Problem(origin.locate(), message, Rule.UNUSED_INDICATOR, Severity.WARNING)


def point_without_link(scope: Scope) -> Iterator[Problem]:
    """A point is linked to something that addresses it."""
    for _, _, point, origin in scope.points:
        if not point.links:
            message = (
                f"Punktet »{point.id}« er ikke koblet til noget. Kobl det til et mål eller en indikator i »links«."
            )
            yield Problem(origin.locate("id"), message, Rule.POINT_UNLINKED, Severity.WARNING)


def text_changed_since(scope: Scope) -> Iterator[Problem]:
    """A link or an answer is read again when a text that it was made for has changed."""
    stale = [review for review in reviews(scope.loaded) if review.is_stale]
    times = Counter((text.type, text.id) for review in stale for text in review.texts)
    changed: dict[tuple[str, str], list[Review]] = defaultdict(list)
    for review in stale:  # one text that is changed makes all that was written for it stale
        changed[max(((text.type, text.id) for text in review.texts), key=lambda key: times[key])].append(review)
    for (_, name), found in changed.items():
        if len(found) > _MOST_PLACES:
            ids = " ".join(dict.fromkeys(review.record.id for review in found))
            message = (
                f"»{name}« er ændret, siden {len(found)} koblinger og svar sidst blev læst. Læs dem igen, og kør "
                f"»pejl confirm {ids}«."
            )
            place = min(review.origin.locate(*review.place, "seen") for review in found)
            yield Problem(place, message, Rule.TEXT_CHANGED, Severity.WARNING)
            continue
        for review in found:
            message = (
                f'En tekst er ændret, siden den sidst blev læst. Læs den igen, og skriv »seen: "{review.current}"«, '
                f"eller kør »pejl confirm {review.record.id}«."
            )
            place = review.origin.locate(*review.place, "seen")
            yield Problem(place, message, Rule.TEXT_CHANGED, Severity.WARNING)


def _repeated(record: Record) -> Iterator[tuple[Place, str]]:
    """Yield every id that stands in a list for at least the second time, with its place."""
    seen: set[tuple[Place, str]] = set()
    for place, _, name, _ in references(record):
        of_list = (place[:-1], name)
        if isinstance(place[-1], int) and of_list in seen:
            yield place, name
        seen.add(of_list)


class _Known:
    """The ids that exist, by type."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.unread = scope.loaded.unread
        self.suggested: dict[tuple[str, str], str] = {}
        self.ids = scope.ids

    def has(self, wanted: str, name: str) -> bool:
        """Tell whether a record exists; one that cannot be read has a message of its own."""
        return name in self.ids[wanted] or (wanted, name) in self.unread or (wanted, "") in self.unread

    def mistake(self, reference: Reference, *, in_name: bool) -> str:
        """Say what is wrong with an id and what to write instead."""
        wanted, name = reference.wanted, reference.name
        noun = _NOUNS[wanted]
        others = [kind for kind in self.ids if kind not in (wanted, Term.type) and name in self.ids[kind]]
        found = others[0] if others and not in_name else None
        if found is None:
            article, _, word = noun.partition(" ")
            none = "intet" if article == "et" else "ingen"
            what = f"Filen hedder »{name}«, men {none}" if in_name else f"»{name}« findes ikke. {none.capitalize()}"
            sender = max((each for each in self.ids[wanted] if name.startswith(f"{each}-")), default="")
            if sender and in_name and wanted == Organisation.type:
                fix = f"Er det et andet brev fra »{sender}«, så kald det {sender}-2.yml."
                return f"{what} {word} har det id. {fix}"
            return f"{what} {word} har det id. {self._suggestion(wanted, name)}"
        fix = f"Skriv id'et på {noun}."
        if reference.is_link and found in _TARGETS:
            fix = f"Skriv »{found}: {name}«."
        elif self.ids[wanted]:
            fix = f"{fix} {self._suggestion(wanted, name)}"
        return f"»{name}« er {_NOUNS[found]}, ikke {noun}. {fix}"

    def renamed(self, wanted: str, name: str) -> str | None:
        """Give what a missing record may now be called: of those that nobody names, one like it or the only one."""
        if not name or any(name in ids for kind, ids in self.ids.items() if kind not in (wanted, Term.type)):
            return None
        unnamed = self.ids[wanted] - self._named[wanted]
        return closest(name, sorted(unnamed)) or (next(iter(unnamed)) if len(unnamed) == 1 else None)

    @functools.cached_property
    def _named(self) -> Mapping[str, set[str]]:
        """The ids that some record names, by type; looked up only where one is missing."""
        named: dict[str, set[str]] = defaultdict(set)
        for model in RECORD_TYPES:
            for record, _ in self.scope.each(model):
                for found in references(record):
                    named[found.wanted].add(found.name)
        return named

    def loss(self, wanted: str, name: str, spots: Sequence[Location], renamed: str | None) -> str:
        """Say that a record, or (without a name) every one of a type, is gone from where it was, and who misses it."""
        noun, place = _NOUNS[wanted], _PLACES[wanted]
        where = [f"{spot.path}:{spot.line}" for spot in spots]
        if len(where) > MOST_ALIKE:
            where[MOST_ALIKE:] = [f"{len(where) - MOST_ALIKE} andre steder"]
        if not name:
            return (
                f"{len(spots)} steder peger på {noun}, men der er intet i {place}. Er det slettet, så læg det tilbage."
            )
        lost = f"»{name}« findes ikke, men {len(spots)} steder peger på {noun} med det id: {joined(where)}."
        is_list = place.endswith(".yml")
        if renamed:
            new = f"»{renamed}« i {place}" if is_list else f"{place}/{renamed}.yml"
            return (
                f"{lost} Er {new} den samme post, så giv den sit gamle navn igen, eller skriv det nye id alle steder."
            )
        kept = place if is_list else f"{place}/{name}.yml"
        return f"{lost} Er posten slettet eller omdøbt, så læg den tilbage i {kept}. Ellers ret id'et alle steder."

    def _suggestion(self, wanted: str, name: str) -> str:
        known = self.ids[wanted]
        if not known:
            return f"Opret det i {_PLACES[wanted]}."
        if (wanted, name) not in self.suggested:
            words = did_you_mean(name, known) if len(self.suggested) < _MOST_SUGGESTED else ""
            is_short = words and len(known) <= _MOST_NAMED
            # Remembered, because one mistake is often made in many places.
            self.suggested[wanted, name] = words if is_short or words.startswith("Mente") else "Se id'erne i mappen."
        return self.suggested[wanted, name]
