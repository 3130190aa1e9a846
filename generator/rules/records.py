"""Rules on the records themselves: numbers, dates, and what must be there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import get_args, get_origin

from generator.loading import Origin
from generator.model import Area, Benchmark, Document, Goal, Recommendation, Response, Target
from generator.problems import Location, Problem, Severity
from generator.rules.scope import RECORD_TYPES, Scope
from generator.source import Place
from generator.text import danish_date

_WEB = ("https://", "http://")


def adopted_text_or_reason(scope: Scope) -> Iterator[Problem]:
    """A benchmark has either its adopted text or the reason why that is missing."""
    for benchmark, origin in scope.each(Benchmark):
        if benchmark.adopted_text and benchmark.adopted_text_missing:
            message = "Den vedtagne tekst står her, så den mangler ikke. Slet »adopted_text_missing«."
            yield Problem(origin.locate_key("adopted_text_missing"), message, "vedtaget-tekst")
        elif not (benchmark.adopted_text or benchmark.adopted_text_missing):
            message = "Den vedtagne tekst mangler. Skriv den i »adopted_text«, eller hvorfor i »adopted_text_missing«."
            yield Problem(origin.locate(), message, "vedtaget-tekst")


def number_used_twice(scope: Scope) -> Iterator[Problem]:
    """No two benchmarks have the same number, nor two goals of a kind, targets of a plan or barriers of a document."""
    numbered: list[tuple[object, str, Origin]] = [
        *((benchmark.number, benchmark.id, origin) for benchmark, origin in scope.each(Benchmark)),
        *(((goal.kind, goal.number), goal.id, origin) for goal, origin in scope.each(Goal)),
        *((("target", target.plan, target.number), target.id, origin) for target, origin in scope.each(Target)),
        *(((it.document, it.kind, it.number), it.id, origin) for it, origin in scope.each(Recommendation)),
    ]
    first: dict[object, str] = {}
    for number, name, origin in numbered:
        if number in first:
            message = f"»{first[number]}« har også nummer {origin.written('number')}. Giv den ene et andet nummer."
            yield Problem(origin.locate("number"), message, "dobbelt-nummer")
        first.setdefault(number, name)


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
                        yield Problem(origin.locate(name, index, "id"), message, "dobbelt-id")
                    seen.add(part.id)


def year_used_twice(scope: Scope) -> Iterator[Problem]:
    """A goal has one wording a year."""
    for goal, origin in scope.each(Goal):
        seen: set[int] = set()
        for index, year in enumerate(goal.years):
            if year.year in seen:
                message = f"Målet har allerede en ordlyd for {year.year}. Ret årstallet, eller slet den ene."
                yield Problem(origin.locate("years", index, "year"), message, "dobbelt-nummer")
            seen.add(year.year)


def one_home_area(scope: Scope) -> Iterator[Problem]:
    """Exactly one area is the site's own."""
    homes = [(area, origin) for area, origin in scope.each(Area) if area.home]
    for area, origin in homes[1:]:
        message = f"»{homes[0][0].id}« er allerede sidens eget område. Slet »home: true« på »{area.id}«."
        yield Problem(origin.locate_key("home"), message, "hjemområde")
    if not homes and not any(kind == Area.type for kind, _ in scope.loaded.unread):
        first = next((origin.file.path for _, origin in scope.each(Area)), "")
        if first:
            message = "Intet område er sidens eget. Skriv »home: true« på det område, siden handler om."
            yield Problem(Location(first), message, "hjemområde")


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
    ]
    for place, address in addresses:
        if address and not address.startswith(_WEB):
            message = f"»{address}« er ikke en webadresse. Begynd den med https://."
            yield Problem(origin.locate(*place), message, "webadresse")


def date_in_future(scope: Scope) -> Iterator[Problem]:
    """What has a date has happened: documents, letters, steps of a history, the accessibility check."""
    for day, origin, place in _dates(scope):
        if day > scope.today:
            message = f"{danish_date(day)} ligger i fremtiden. Skriv den dag, det er sket."
            yield Problem(origin.locate(*place), message, "fremtidig-dato")


def old_accessibility_check(scope: Scope) -> Iterator[Problem]:
    """The accessibility of the site has been looked at within a year."""
    site = scope.loaded.site
    if site and (scope.today - site.accessibility.assessed).days > 365:  # noqa: PLR2004  the days of a year
        message = "Siden er ikke undersøgt for tilgængelighed i over et år. Undersøg den igen, og ret datoen."
        place = scope.loaded.origin(site).locate("accessibility", "assessed")
        yield Problem(place, message, "gammel-undersøgelse", Severity.WARNING)


def _holds_ids(annotation: object) -> bool:
    """Tell whether a field is a list of parts with ids."""
    items = get_args(annotation)
    return get_origin(annotation) is list and "id" in getattr(items[0], "model_fields", ())


def _dates(scope: Scope) -> Iterator[tuple[dt.date, Origin, Place]]:
    for document, origin in scope.each(Document):
        yield document.date.start, origin, ("date",)
    for response, origin in scope.each(Response):
        yield response.date, origin, ("date",)
    for history, origin in scope.histories():
        for index, entry in enumerate(history):
            yield entry.date, origin, ("history", index, "date")
    site = scope.loaded.site
    if site:
        yield site.accessibility.assessed, scope.loaded.origin(site), ("accessibility", "assessed")
