"""The data folder as a typed plan, with every problem that keeps it from being one."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.base.problems import Location, Problem
from generator.base.rule import Rule
from generator.base.text import as_id, did_you_mean, printable, shown
from generator.model import (
    RECORD_FILES,
    VOCABULARIES,
    Area,
    Consultation,
    Identified,
    Part,
    Plan,
    Record,
    Response,
    Site,
)
from generator.reading.errors import explained_all
from generator.reading.source import Place, YamlFile, read

M = TypeVar("M", bound=Part)
R = TypeVar("R", bound=Record)

_SITE = "site.yml"
_CONSULTATION = "consultation.yml"
_FOLDERS = [*(model.place for model in RECORD_FILES), Consultation.place]
_NEEDED = {
    _SITE: "Den fortæller, hvad siden hedder, og hvem der står bag.",
    Area.place: "Den nævner de områder, tallene gælder, og hvilket af dem siden handler om.",
}


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

    `plan` is None where the site's own file cannot be read; the records are there all the same.
    """

    plan: Plan | None = None
    site: Site | None = None
    records: dict[type[Record], dict[str, Any]] = field(default_factory=dict)
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    files: list[YamlFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: set[tuple[str, str]] = field(default_factory=set)
    """Type and id of each record that is there but cannot be read; without an id, all those of a type."""

    def of(self, model: type[R]) -> dict[str, R]:
        """Give the records of a type by id."""
        return self.records.get(model, {})

    def origin(self, record: Identified | Site) -> Origin:
        """Give the place of a record."""
        return self.origins[_key(record)]


def load(data: Path) -> Loaded:
    """Read every record in a data folder, and collect the problems instead of stopping at the first."""
    # Nothing that is read becomes garbage in a ring, and to look for some takes longer than the reading.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _Loader(data).load()
    finally:
        if collecting:
            gc.enable()


class _Loader:
    """Reads a data folder; holds what has been found on the way."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.result = Loaded()
        self.read: set[Path] = set()

    def load(self) -> Loaded:
        if not _is_folder(self.data):
            self._report(
                Location(_name(self.data)), "Mappen findes ikke. Angiv datamappen med --data.", Rule.DATA_FOLDER
            )
            return self.result
        for name, purpose in _NEEDED.items():
            if not _is_there(self.data / name):
                self._report(
                    Location(_name(self.data / name)), f"Filen mangler. {purpose} Opret den.", Rule.MISSING_FILE
                )
        site = self._site()
        self.result.site = site
        self.result.records = {
            **{model: self._folder(model) for model in RECORD_FILES},
            **{model: self._vocabulary(model) for model in VOCABULARIES},
            **self._consultations(),
        }
        self._strangers()
        if site:
            self.result.plan = Plan(site, **{f"{model.type}s": found for model, found in self.result.records.items()})
        return self.result

    def _report(self, location: Location, message: str, rule: Rule) -> None:
        self.result.problems.append(Problem(location, message, rule))

    def _file(self, path: Path) -> YamlFile:
        self.read.add(path)
        file, problems = read(path, _name(path))
        self.result.files.append(file)
        self.result.problems += problems
        return file

    def _site(self) -> Site | None:
        path = self.data / _SITE
        return self._record(Site, self._file(path), {}) if _is_there(path) else None

    def _folder(self, model: type[R]) -> dict[str, R]:
        found: dict[str, R] = {}
        for path in self._yaml_files(self.data / model.place):
            record = self._record(model, self._file(path), {"id": path.stem})
            if record:
                found[record.id] = record
            else:
                self.result.unread.add((model.type, path.stem))
        return found

    def _vocabulary(self, model: type[R]) -> dict[str, R]:
        path = self.data / model.place
        found: dict[str, R] = {}
        if not _is_there(path):
            if model.place in _NEEDED:
                self.result.unread.add((model.type, ""))
            return found
        file = self._file(path)
        if not isinstance(file.value, list):
            self.result.unread.add((model.type, ""))
            if file.value is not None:
                self._report(file.locate(), "Filen skal være en liste. Begynd hver post med »- id: …«.", Rule.TYPE)
            return found
        for index, value in enumerate(file.value):
            record = self._record(model, file, {}, (index,))
            if record is None:
                name = value.get("id", "") if isinstance(value, dict) else ""
                self.result.unread.add((model.type, str(name)))
            elif record.id in found:
                first = self.result.origin(found[record.id]).locate("id")
                message = f"Id'et »{record.id}« er brugt på linje {first.line}. Giv posten et andet id."
                self._report(file.locate((index, "id")), message, Rule.ID_TWICE)
            else:
                found[record.id] = record
                self.result.origins[_key(record)] = Origin(file, (index,))
        return found

    def _consultations(self) -> dict[type[Record], dict[str, Any]]:
        consultations: dict[str, Consultation] = {}
        responses: dict[str, Response] = {}
        for folder in filter(_is_folder, self._visible(self.data / Consultation.place)):
            path = folder / _CONSULTATION
            letters = [letter for letter in self._yaml_files(folder) if letter != path]
            if _is_there(path):
                consultation = self._record(Consultation, self._file(path), {"id": folder.name})
                if consultation:
                    consultations[consultation.id] = consultation
            else:
                message = "Filen mangler. Den beskriver den høring, som mappens svar hører til. Opret den."
                self._report(Location(_name(path)), message, Rule.MISSING_FILE)
            if folder.name not in consultations:
                self.result.unread.add((Consultation.type, folder.name))
            if as_id(folder.name) != folder.name and _is_there(path):
                self.read.update(letters)  # what is wrong with the folder's name has been said
                self.result.unread.add((Response.type, ""))
                continue
            for letter in letters:
                ids = {"id": f"{folder.name}/{letter.stem}", "consultation": folder.name, "organisation": letter.stem}
                response = self._record(Response, self._file(letter), ids)
                twin = next(
                    (each for each in responses.values() if response and each.sections == response.sections), None
                )
                if twin:
                    original = self.result.origin(twin).file.path
                    message = f"Brevet er en kopi af {original}. Skriv det nye brevs egne ord, eller slet filen."
                    self._report(Location(_name(letter)), message, Rule.COPY)
                elif response:
                    responses[response.id] = response
                    self._points(response)
                if twin or not response:
                    self.result.unread.add((Response.type, ids["id"]))
        return {Consultation: consultations, Response: responses}

    def _points(self, response: Response) -> None:
        origin = self.result.origin(response)
        for s, section in enumerate(response.sections):
            for p, point in enumerate(section.points):
                place = Origin(origin.file, ("sections", s, "points", p))
                first = self.result.origins.setdefault(_key(point), place)
                if first is not place:
                    message = f"Punktet »{point.id}« findes allerede i {first.locate('id')}. Giv punktet et nyt id."
                    self._report(place.locate("id"), message, Rule.ID_TWICE)

    def _record(self, model: type[M], file: YamlFile, ids: dict[str, str], place: Place = ()) -> M | None:
        value = file.value
        for step in place:
            value = value[step]
        if value is None:
            return None
        if not isinstance(value, dict):
            self._report(file.locate(place), "Her skal stå felter på formen »navn: værdi«.", Rule.TYPE)
            return None
        for key in ids:
            if key in value:
                message = f"Feltet »{key}« skal ikke skrives: det følger af filens navn. Slet linjen."
                self._report(file.locate_key((*place, key)), message, Rule.UNKNOWN_FIELD)
        try:
            record = model.model_validate({**value, **ids})
        except ValidationError as error:
            self._explain(error, model, file, ids, place)
            return None
        if not place:
            self.result.origins[_key(record)] = Origin(file)
        return record

    def _explain(
        self, error: ValidationError, model: type[BaseModel], file: YamlFile, ids: dict[str, str], place: Place
    ) -> None:
        errors, rest = error.errors(include_url=False), []
        home = self._home(file, model) if not place else None
        if home:
            where = f"Kald den {_CONSULTATION}" if home is Consultation else f"Flyt den til mappen {home.place}"
            self._report(Location(file.path), f"Filen ligner {home.noun}. {where}.", Rule.UNKNOWN_FOLDER)
            self.result.unread.add((home.type, Path(file.path).stem))
            return
        for details in errors:
            if details["loc"] and details["loc"][0] in ids:
                name = str(details["input"])
                fix = as_id(name)
                self.result.unread.add((getattr(model, "type", ""), fix))
                message = f"{shown(name)} kan ikke være et id. Kald filen eller mappen for eksempel »{fix}«."
                if details["type"] == "string_too_long":
                    message = f"{shown(name)} kan ikke være et id. Brug højst {details['ctx']['max_length']} tegn."
                elif f"{fix}.yml" in {path.name for path in Path(file.path).parent.iterdir()}:
                    message = (
                        f"{shown(name)} kan ikke være et id, og »{fix}« er optaget. "
                        "Giv posten et andet id, eller slet filen."
                    )
                self._report(Location(file.path), message, Rule.FILE_NAME)
            elif details["input"] not in (None, ""):  # where a value is empty, the reader of the file has said so
                rest.append(details)
        self.result.problems += explained_all(rest, model, file, place)

    def _home(self, file: YamlFile, model: type[BaseModel]) -> type[Record] | None:
        """Give the type whose record a file holds, if it would be right in another place."""
        ids = {"id": "x", "consultation": "x", "organisation": "x"}
        types: list[type[Record]] = [*RECORD_FILES, Consultation, Response]
        for other in types:
            needed = {name: each for name, each in ids.items() if name in other.model_fields}
            try:
                other.model_validate({**file.value, **needed})
            except ValidationError:
                continue
            return other if other is not model else None
        return None

    def _strangers(self) -> None:
        """Report files that no record type owns, so that a misplaced file is not silently left out."""
        read = {os.fspath(path) for path in self.read}
        unknown: set[str] = set()
        for folder, folders, names in os.walk(self.data):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                path = os.path.join(folder, name)  # noqa: PTH118  a Path for each of thousands of files is slow
                if path not in read and not name.startswith("."):
                    parts = Path(path).relative_to(self.data).parts
                    # What points at the record that the file may hold is not to blame.
                    self.result.unread |= {(model.type, as_id(name.split(".")[0])) for model in RECORD_FILES}
                    if parts[0] not in unknown:
                        self._report(Location(_name(Path(path))), *_stranger(parts))
                    if len(parts) > 1 and parts[0] not in _FOLDERS:
                        unknown.add(parts[0])

    def _visible(self, folder: Path) -> list[Path]:
        """List what is in a folder but hidden files, which systems and editors leave behind."""
        if not _is_folder(folder):
            return []
        try:
            names = sorted(os.listdir(folder))  # noqa: PTH208  a Path for each is slow to sort
        except OSError:
            message = "Mappen kan ikke læses. Der mangler adgang til den. Spørg den, der passer kodelageret."
            self._report(Location(_name(folder)), message, Rule.FILE)
            self.result.unread |= {(model.type, "") for model in RECORD_FILES if model.place == folder.name}
            return []
        return [folder / name for name in names if not name.startswith(".")]

    def _yaml_files(self, folder: Path) -> list[Path]:
        return [path for path in self._visible(folder) if path.suffix == ".yml"]


def _stranger(parts: Sequence[str]) -> tuple[str, Rule]:
    """Say why a file is no record, and give the rule that says so."""
    top, name = parts[0], parts[-1]
    known = len(parts) == 1 or top in _FOLDERS
    if known and not name.endswith(".yml"):
        return (
            "Filens navn slutter ikke på .yml. Omdøb den, hvis den er en post, eller flyt den ud af data.",
            Rule.FILE_NAME,
        )
    if len(parts) == 1:
        allowed = [Path(name).stem for name in (_SITE, *(model.place for model in VOCABULARIES))]
        return f"Filen kendes ikke. {did_you_mean(Path(top).stem, allowed)}", Rule.UNKNOWN_FOLDER
    if top == Consultation.place:
        message = (
            "Filen ligger forkert. Et høringssvar ligger i sin hørings mappe: consultations/høring/organisation.yml."
        )
        return message, Rule.UNKNOWN_FOLDER
    if known:
        return f"Filen ligger for dybt. Flyt den op i mappen {top}.", Rule.UNKNOWN_FOLDER
    return f"Mappen »{top}« kendes ikke. {did_you_mean(top, _FOLDERS)}", Rule.UNKNOWN_FOLDER


def _is_there(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110  unlike Path.exists it is no error to lack access


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112  unlike Path.is_dir it is no error to lack access


def _name(path: Path) -> str:
    """Give the name of a file as it can be printed, whatever bytes it is made of."""
    return printable(path.as_posix())


def _key(record: Part) -> tuple[str, str]:
    return (record.type, record.id) if isinstance(record, Identified) else ("site", "")
