"""The data folder as a typed plan, with every problem that keeps it from being one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model import RECORD_FILES, VOCABULARIES, Consultation, Identified, Plan, Point, Record, Response, Site
from generator.problems import Location, Problem
from generator.source import Place, YamlFile, read

R = TypeVar("R", bound=Record)

_SITE = "site.yml"
_CONSULTATION = "consultation.yml"


@dataclass(frozen=True)
class Origin:
    """Where a record stands: its file, and the way to it inside the file."""

    file: YamlFile
    place: Place = ()

    def locate(self, *steps: str | int) -> Location:
        """Find where a field's value stands."""
        return self.file.locate((*self.place, *steps))

    def locate_key(self, *steps: str | int) -> Location:
        """Find where a field's key stands."""
        return self.file.locate_key((*self.place, *steps))

    def written(self, *steps: str | int) -> str:
        """Give a value as the editor wrote it."""
        return self.file.written((*self.place, *steps))


@dataclass
class Loaded:
    """What came out of a data folder: the records that could be read, where they stand, and the problems.

    `plan` is None where the site's own file cannot be read.
    """

    plan: Plan | None = None
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def origin(self, record: Identified | Site) -> Origin:
        """Give the place of a record."""
        return self.origins[_key(record)]


def load(data: Path) -> Loaded:
    """Read every record in a data folder, and collect the problems instead of stopping at the first."""
    return _Loader(data).load()


class _Loader:
    """Reads a data folder; holds what has been found on the way."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.result = Loaded()
        self.read: set[Path] = set()

    def load(self) -> Loaded:
        if not self.data.is_dir():
            self._report(Location(str(self.data)), "Mappen findes ikke. Angiv datamappen med --data.", "mappe")
            return self.result
        site = self._site()
        records: dict[type[Record], dict[str, Any]] = {
            **{model: self._folder(model) for model in RECORD_FILES},
            **{model: self._vocabulary(model) for model in VOCABULARIES},
            **self._consultations(),
        }
        self._strangers()
        if site:
            self.result.plan = Plan(site, **{f"{model.type}s": found for model, found in records.items()})
        return self.result

    def _report(self, location: Location, message: str, rule: str) -> None:
        self.result.problems.append(Problem(location, message, rule))

    def _name(self, path: Path) -> str:
        return path.as_posix()

    def _file(self, path: Path) -> YamlFile:
        self.read.add(path)
        file, problems = read(path, self._name(path))
        self.result.problems += problems
        return file

    def _site(self) -> Site | None:
        path = self.data / _SITE
        if not path.is_file():
            message = "Filen mangler. Den fortæller, hvad siden hedder, og hvem der står bag."
            self._report(Location(self._name(path)), message, "manglende-fil")
            return None
        return self._record(Site, self._file(path), {})

    def _folder(self, model: type[R]) -> dict[str, R]:
        found: dict[str, R] = {}
        for path in sorted((self.data / model.place).glob("*.yml")):
            record = self._record(model, self._file(path), {"id": path.stem})
            if record:
                found[record.id] = record
        return found

    def _vocabulary(self, model: type[R]) -> dict[str, R]:
        path = self.data / model.place
        if not path.is_file():
            return {}
        file = self._file(path)
        found: dict[str, R] = {}
        if file.value is not None and not isinstance(file.value, list):
            self._report(file.locate(), "Filen skal være en liste. Begynd hver post med »- id: …«.", "type")
            return found
        for index, _ in enumerate(file.value or []):
            record = self._record(model, file, {}, (index,))
            if record and record.id in found:
                first = self.result.origin(found[record.id]).locate("id")
                message = f"Id'et »{record.id}« er brugt på linje {first.line}. Giv posten et andet id."
                self._report(file.locate((index, "id")), message, "dobbelt-id")
            elif record:
                found[record.id] = record
        return found

    def _consultations(self) -> dict[type[Record], dict[str, Any]]:
        consultations: dict[str, Consultation] = {}
        responses: dict[str, Response] = {}
        for folder in sorted(path for path in (self.data / Consultation.place).glob("*") if path.is_dir()):
            path = folder / _CONSULTATION
            if path.is_file():
                consultation = self._record(Consultation, self._file(path), {"id": folder.name})
                if consultation:
                    consultations[consultation.id] = consultation
            else:
                message = "Filen mangler. Den beskriver den høring, som mappens svar hører til."
                self._report(Location(self._name(path)), message, "manglende-fil")
            for letter in sorted(set(folder.glob("*.yml")) - {path}):
                ids = {"id": f"{folder.name}/{letter.stem}", "consultation": folder.name, "organisation": letter.stem}
                response = self._record(Response, self._file(letter), ids)
                if response:
                    responses[response.id] = response
                    self._points(response)
        return {Consultation: consultations, Response: responses}

    def _points(self, response: Response) -> None:
        origin = self.result.origin(response)
        for s, section in enumerate(response.sections):
            for p, point in enumerate(section.points):
                place = Origin(origin.file, ("sections", s, "points", p))
                first = self.result.origins.setdefault(_key(point), place)
                if first is not place:
                    message = f"Punktet »{point.id}« findes allerede i {first.locate('id')}. Giv punktet et nyt id."
                    self._report(place.locate("id"), message, "dobbelt-id")

    def _record(self, model: type[BaseModel], file: YamlFile, ids: dict[str, str], place: Place = ()) -> Any:
        value = file.value
        for step in place:
            value = value[step]
        if value is None:
            return None
        if not isinstance(value, dict):
            self._report(file.locate(place), "Her skal stå felter på formen »navn: værdi«.", "type")
            return None
        written = [key for key in ids if key in value]
        for key in written:
            message = f"Feltet »{key}« skal ikke skrives: det følger af filens navn. Slet linjen."
            self._report(file.locate_key((*place, key)), message, "ukendt-felt")
        try:
            record = model.model_validate({**value, **ids})
        except ValidationError as error:
            wrong_name = False
            for details in error.errors(include_url=False):
                if details["loc"] and details["loc"][0] in ids:
                    wrong_name = True
                    continue
                self.result.problems.append(_problem(details, model, file, place))
            if wrong_name:
                self._wrong_name(file)
            return None
        self.result.origins[_key(record)] = Origin(file, place)
        return record

    def _wrong_name(self, file: YamlFile) -> None:
        message = "Filens eller mappens navn kan ikke være et id. Brug kun små bogstaver a-z, cifre og bindestreg."
        self._report(Location(file.path), message, "filnavn")

    def _strangers(self) -> None:
        """Report files that no record type owns, so that a misplaced file is not silently left out."""
        folders = [model.place for model in RECORD_FILES]
        for path in sorted(self.data.rglob("*")):
            relative = path.relative_to(self.data)
            if path.is_dir() or path in self.read or any(part.startswith(".") for part in relative.parts):
                continue
            location = Location(self._name(path))
            top = relative.parts[0]
            if path.suffix != ".yml" and (top in (*folders, Consultation.place) or len(relative.parts) == 1):
                self._report(location, f"Filen slutter på »{path.suffix}«. Poster skal slutte på .yml.", "filnavn")
            elif len(relative.parts) == 1:
                allowed = [_SITE, *(model.place for model in VOCABULARIES)]
                self._report(location, f"Filen kendes ikke. {_meant(top, allowed)}", "ukendt-mappe")
            elif top in (*folders, Consultation.place):
                self._report(location, "Filen ligger for dybt eller for højt i mappen. Se de andre filer ved siden af.", "ukendt-mappe")
            else:
                known = _meant(top, [*folders, Consultation.place])
                self._report(location, f"Mappen »{top}« kendes ikke. {known}", "ukendt-mappe")


def _key(record: Identified | Site) -> tuple[str, str]:
    return ("site", "") if isinstance(record, Site) else (record.type, record.id)


def _problem(details: ErrorDetails, model: type[BaseModel], file: YamlFile, place: Place) -> Problem:
    """Turn one of pydantic's errors into a sentence that an editor can act on."""
    steps = tuple(details["loc"])
    full = (*place, *steps)
    kind, context = details["type"], details.get("ctx", {})
    name = next((str(step) for step in reversed(steps) if isinstance(step, str)), "")
    if kind == "extra_forbidden":
        known = [*_fields_at(model, steps[:-1])]
        return Problem(file.locate_key(full), f"Feltet »{name}« kendes ikke. {_meant(name, known)}", "ukendt-felt")
    if kind == "missing":
        return Problem(_record_location(file, full[:-1]), f"Feltet »{name}« mangler.{_hint(model, steps)}", "manglende-felt")
    location = file.locate(full)
    given = _shown(details["input"])
    if kind in ("dato", "periode", "tal"):
        return Problem(location, details["msg"], kind)
    if kind in ("enum", "literal_error"):
        allowed = _allowed(model, steps, context)
        return Problem(location, f"{given} kan ikke stå i »{name}«. {_meant(str(details['input']), allowed)}", "ukendt-værdi")
    if kind == "string_pattern_mismatch":
        message = f"{given} er ikke et id. Brug kun små bogstaver a-z, cifre og bindestreg."
        return Problem(location, message, "id")
    if kind == "too_short":
        return Problem(location, f"Listen »{name}« er tom. Skriv mindst ét punkt.", "for-kort")
    expected = next((words for start, words in _EXPECTED.items() if kind.startswith(start)), None)
    if expected:
        return Problem(location, f"{given} passer ikke i »{name}«. {expected}", "type")
    return Problem(location, f"{given} kan ikke bruges i »{name}«. Se feltets beskrivelse i vejledningen.", "type")


_EXPECTED = {
    "string": "Skriv en tekst.",
    "int": "Skriv et helt tal.",
    "float": "Skriv et tal.",
    "finite": "Skriv et tal.",
    "bool": "Skriv true eller false.",
    "list": "Skriv en liste, hvor hvert punkt begynder med »- «.",
    "model": "Skriv felter på formen »navn: værdi« på linjerne under.",
    "greater_than": "Skriv et større tal.",
    "less_than": "Skriv et mindre tal.",
}
"""What is expected, by how pydantic's name of the error begins."""


def _record_location(file: YamlFile, place: Place) -> Location:
    """Point at the record or part that lacks a field: at its key where it has one."""
    return file.locate_key(place) if place else file.locate()


def _fields_at(model: type[BaseModel], steps: Sequence[str | int]) -> dict[str, Any]:
    """Give the fields of the model that stands at a place inside a record."""
    for step in steps:
        if isinstance(step, str):
            found = _model_in(model.model_fields[step].annotation) if step in model.model_fields else None
            if found is None:
                return {}
            model = found
    return dict(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found:
            return found
    return None


def _hint(model: type[BaseModel], steps: Sequence[str | int]) -> str:
    field = _fields_at(model, steps[:-1]).get(str(steps[-1]))
    words = field and (field.description or field.title)
    return f" {words}" if words and words.endswith(".") else f" Skriv {words[0].lower()}{words[1:]}." if words else ""


def _allowed(model: type[BaseModel], steps: Sequence[str | int], context: dict[str, Any]) -> list[str]:
    name = next(step for step in reversed(steps) if isinstance(step, str))
    index = len(steps) - 1 - list(reversed(steps)).index(name)
    annotation = _fields_at(model, steps[:index])[name].annotation
    return [str(value) for value in _choices(annotation)]


def _choices(annotation: Any) -> Iterator[Any]:
    if isinstance(annotation, type):
        yield from getattr(annotation, "__members__", {}).values()
        return
    for argument in getattr(annotation, "__args__", ()):
        if isinstance(argument, str):
            yield argument
        else:
            yield from _choices(argument)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "En gruppe felter"
    if isinstance(value, list):
        return "En liste"
    text = {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    return f"»{text if len(text) <= 40 else text[:39] + '…'}«"


def _meant(word: str, known: Iterable[str]) -> str:
    """Suggest the known word that was meant, or list them all."""
    options = list(known)
    close = difflib.get_close_matches(word.lower(), options, n=1, cutoff=0.6)
    if close:
        return f"Mente du »{close[0]}«?"
    return f"Vælg mellem: {', '.join(options)}." if options else "Slet den."
