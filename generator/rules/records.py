"""Rules on the records themselves: numbers, dates, and what must be there."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sized
from typing import get_args, get_origin

from generator.base.problems import MOST_ALIKE, Location, Problem, Severity
from generator.base.rule import Rule
from generator.base.text import danish_date, joined, natural_key, shown
from generator.model import (
    LINKED_TYPES,
    RECORD_TYPES,
    Area,
    Benchmark,
    Decision,
    Document,
    Goal,
    Indicator,
    Point,
    Recommendation,
    Record,
    Response,
    Target,
)
from generator.model.references import Place
from generator.reading.age import newer_of
from generator.reading.loaded import Origin
from generator.reading.places import IN_FILES
from generator.rules.scope import Scope

_LIST = re.compile(r"/(?:index|side-[0-9]+)/\Z")
_WEB = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?(?:[/?#][^\s\"<>]*)?\Z")
_REPOSITORY = re.compile(r"https://[a-z0-9.-]+/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+/?\Z")


def adopted_text_or_reason(scope: Scope) -> Iterator[Problem]:
    """A benchmark has either its adopted text or the reason why that is missing."""
    for benchmark, origin in scope.each(Benchmark):
        if benchmark.adopted_text and benchmark.adopted_text_missing:
            message = "Den vedtagne tekst står her, så den mangler ikke. Slet »adopted_text_missing«."
            yield Problem(origin.locate_key("adopted_text_missing"), message, Rule.ADOPTED_TEXT)
        elif not (benchmark.adopted_text or benchmark.adopted_text_missing or benchmark.versions):
            message = "Den vedtagne tekst mangler. Skriv den i »adopted_text«, eller hvorfor i »adopted_text_missing«."
            yield Problem(origin.locate(), message, Rule.ADOPTED_TEXT)


def copied(scope: Scope) -> Iterator[Problem]:
    """A file that began as a copy of another has become something of its own."""
    for model in IN_FILES:
        alike: dict[str, list[tuple[str, Origin]]] = defaultdict(list)
        for record, origin in scope.each(model):
            alike[origin.file.text].append((record.id, origin))
        for copies in filter(_are_many, alike.values()):
            (first, original), *rest = sorted(copies, key=lambda item: natural_key(item[0]))
            for name, origin in rest:
                newer = newer_of(original.file.path, origin.file.path)
                of, at = (name, original) if newer == original.file.path else (first, origin)
                message = f"Filen er en kopi af »{of}«. Skriv det nye i den, eller slet den."
                if newer is None:
                    fix = "skriv det nye i den, eller slet den"
                    message = f"Filen er den samme som »{first}«. Den ene er en kopi: {fix}."
                yield Problem(Location(at.file.path), message, Rule.COPY)


def address_used_twice(scope: Scope) -> Iterator[Problem]:
    """Every record has an address of its own: two on one page differ, and lists are called `index` and `side-2`."""
    first: dict[str, str] = {}
    for model in (model for model in RECORD_TYPES if model.has_place):
        for record, origin in scope.each(model):
            if _LIST.search(f"/{record.address}"):
                message = (
                    f"»{record.id}« kan ikke være et id, for den adresse hører til en oversigt. Giv posten et andet id."
                )
                yield Problem(origin.locate("id"), message, Rule.ID_TWICE)
            elif record.address in first:
                message = f"»{record.id}« er også id på {first[record.address]} på samme side. Giv posten et andet id."
                yield Problem(origin.locate("id"), message, Rule.ID_TWICE)
            first.setdefault(record.address, record.noun)


def id_used_twice(scope: Scope) -> Iterator[Problem]:
    """What links can join has an id of its own among all of it, since editors name it by the id alone."""
    first: dict[str, str] = {}
    for model in LINKED_TYPES:
        points = ((point.id, origin) for _, _, point, origin in scope.points)
        records = ((record.id, origin) for record, origin in scope.each(model)) if issubclass(model, Record) else points
        for name, origin in records:
            if first.setdefault(name, model.noun) != model.noun:
                what = "punktet" if model is Point else "posten"
                message = f"»{name}« er også id på {first[name]}. Giv {what} et andet id."
                yield Problem(origin.locate("id"), message, Rule.ID_TWICE)


def number_used_twice(scope: Scope) -> Iterator[Problem]:
    """No two benchmarks have the same number, nor two goals of a kind, targets of a plan or barriers of a document."""
    numbered: list[tuple[object, str, Origin]] = [
        *((benchmark.number, benchmark.id, origin) for benchmark, origin in scope.each(Benchmark)),
        *(((goal.kind, goal.number), goal.id, origin) for goal, origin in scope.each(Goal)),
        *((("target", target.plan, target.number), target.id, origin) for target, origin in scope.each(Target)),
        *(((it.document, it.kind, it.number), it.id, origin) for it, origin in scope.each(Recommendation)),
    ]
    alike: dict[object, list[tuple[str, Origin]]] = defaultdict(list)
    for number, name, origin in numbered:
        alike[number].append((name, origin))
    copies = {problem.location.path for problem in copied(scope)}
    for same in filter(_are_many, alike.values()):
        (first, _), *rest = sorted(same, key=lambda item: natural_key(item[0]))
        for _, origin in rest:
            if origin.file.path not in copies:
                message = f"»{first}« har også nummer {origin.written('number')}. Giv den ene et andet nummer."
                yield Problem(origin.locate("number"), message, Rule.NUMBER_TWICE)


def part_named_twice(scope: Scope) -> Iterator[Problem]:
    """Parts of a record that have ids have different ones, since they are addresses on one page."""
    for model in RECORD_TYPES:
        lists = [name for name, field in model.model_fields.items() if _holds_ids(field.annotation)]
        for record, origin in scope.each(model) if lists else ():
            for name in lists:
                seen: set[str] = set()
                for index, part in enumerate(getattr(record, name)):
                    if part.id in seen:
                        message = f"Id'et »{part.id}« er brugt længere oppe i filen. Giv delen et andet id."
                        yield Problem(origin.locate(name, index, "id"), message, Rule.ID_TWICE)
                    seen.add(part.id)


def year_used_twice(scope: Scope) -> Iterator[Problem]:
    """A goal or a target has one wording a year."""
    worded: list[tuple[str, list[int], Origin]] = [
        *(("years", [year.year for year in goal.years], origin) for goal, origin in scope.each(Goal)),
        *(("wordings", [wording.year for wording in target.wordings], origin) for target, origin in scope.each(Target)),
    ]
    for name, years, origin in worded:
        seen: set[int] = set()
        for index, year in enumerate(years):
            if year in seen:
                message = f"Målet har allerede en ordlyd for {year}. Ret årstallet, eller slet den ene."
                yield Problem(origin.locate(name, index, "year"), message, Rule.NUMBER_TWICE)
            seen.add(year)


def one_home_area(scope: Scope) -> Iterator[Problem]:
    """Exactly one area is the site's own."""
    homes = [(area, origin) for area, origin in scope.each(Area) if area.home]
    if len(homes) > 1:
        names = joined([f"»{area.id}«" for area, _ in homes[:MOST_ALIKE]])
        more = f" og {len(homes) - MOST_ALIKE} andre" if len(homes) > MOST_ALIKE else ""
        message = f"{len(homes)} områder har »home: true«: {names}{more}. Behold linjen ved ét, og slet den ved resten."
        yield Problem(homes[1][1].locate_key("home"), message, Rule.HOME_AREA)
    if not homes and not any(kind == Area.type for kind, _ in scope.loaded.unread):
        first = next((origin.file.path for _, origin in scope.each(Area)), "")
        if first:
            message = "Intet område er sidens eget. Skriv »home: true« på det område, siden handler om."
            yield Problem(Location(first), message, Rule.HOME_AREA)


def web_address(scope: Scope) -> Iterator[Problem]:
    """The addresses in the site's own file are web addresses, since readers can follow them."""
    site = scope.loaded.site
    if site is None:
        return
    origin = scope.loaded.origin(site)
    addresses: list[tuple[Place, str | None]] = [
        (("contact", "url"), site.contact.url),
        (("repository",), site.repository),
        (("address",), site.address),
        (("licence_url",), site.licence_url),
        (("accessibility", "statement_url"), site.accessibility.statement_url),
    ]
    for place, address in addresses:
        if address and not _WEB.match(address):
            fix = "Begynd den med https://" if "://" not in address else "Skriv den som https://navn.dk/side"
            message = f"{shown(address)} er ikke en webadresse. {fix}."
            yield Problem(origin.locate(*place), message, Rule.WEB_ADDRESS)


def form_editor_has_repository(scope: Scope) -> Iterator[Problem]:
    """A site with the form editor says in which repository that proposes its changes."""
    site = scope.loaded.site
    if site and site.form_editor and not _REPOSITORY.match(site.repository or ""):
        place = ("repository",) if site.repository else ("form_editor",)
        message = "Formularredaktøren skal vide, hvor siden ligger. Skriv »repository: https://github.com/ejer/navn«."
        yield Problem(scope.loaded.origin(site).locate(*place), message, Rule.WEB_ADDRESS)


def date_in_future(scope: Scope) -> Iterator[Problem]:
    """What has a date has happened: documents, letters, steps of a history, the accessibility check."""
    for day, origin, place in _dates(scope):
        if day > scope.today:
            message = f"{danish_date(day)} ligger i fremtiden. Skriv den dag, det er sket."
            yield Problem(origin.locate(*place), message, Rule.FUTURE_DATE)


def old_accessibility_check(scope: Scope) -> Iterator[Problem]:
    """The accessibility of the site has been looked at within a year."""
    site = scope.loaded.site
    if site and (scope.today - site.accessibility.assessed).days > 365:  # noqa: PLR2004  the days of a year
        message = "Siden er ikke undersøgt for tilgængelighed i over et år. Undersøg den igen, og ret datoen."
        place = scope.loaded.origin(site).locate("accessibility", "assessed")
        yield Problem(place, message, Rule.OLD_ACCESSIBILITY_CHECK, Severity.WARNING)


def _are_many(things: Sized) -> bool:
    return len(things) > 1


def _holds_ids(annotation: object) -> bool:
    """Tell whether a field is a list of parts with ids."""
    items = get_args(annotation)
    return get_origin(annotation) is list and "id" in getattr(items[0], "model_fields", ())


def _dates(scope: Scope) -> Iterator[tuple[dt.date, Origin, Place]]:
    for document, origin in scope.each(Document):
        yield document.date.start, origin, ("date",)
    for response, origin in scope.each(Response):
        yield response.date, origin, ("date",)
    for meeting, origin in scope.each(Decision):
        yield meeting.date, origin, ("date",)
    for steps, origin, place in scope.histories:
        for index, entry in enumerate(steps):
            yield entry.date, origin, (*place, index, "date")
    yield from _changes(scope)
    site = scope.loaded.site
    if site:
        yield site.accessibility.assessed, scope.loaded.origin(site), ("accessibility", "assessed")
        if site.published:
            yield site.published, scope.loaded.origin(site), ("published",)
    gone = scope.loaded.gone
    lines: list[tuple[dt.date, Place]] = [
        *((line.date, ("deleted", index, "date")) for index, line in enumerate(gone.deleted)),
        *((line.date, ("withheld", index, "date")) for index, line in enumerate(gone.withheld)),
    ]
    for day, place in lines:
        yield day, scope.loaded.origin(gone), place


def _changes(scope: Scope) -> Iterator[tuple[dt.date, Origin, Place]]:
    """Give the days on which something was changed, withdrawn or mended."""
    for benchmark, origin in scope.each(Benchmark):
        if benchmark.withdrawn:
            yield benchmark.withdrawn.date, origin, ("withdrawn", "date")
    for indicator, origin in scope.each(Indicator):
        for index, figure in enumerate(indicator.observations):
            for number, revision in enumerate(figure.revised):
                yield revision.date, origin, ("observations", index, "revised", number, "date")
    for target, origin in scope.each(Target):
        for index, part in enumerate(target.parts):
            for number, change in enumerate(part.revised):
                yield change.date, origin, ("parts", index, "revised", number, "date")
