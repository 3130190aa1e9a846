"""The data folder as a typed plan, with every problem that keeps it from being one."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.base import garbage, measures
from generator.base.local import BENCHMARK, speak
from generator.base.problems import Location, Problem, first_of, limited
from generator.base.rule import Rule
from generator.base.text import counted
from generator.model import RECORD_TYPES, Consultation, Gone, Organisation, Part, Plan, Record, Response, Site
from generator.model.references import Place
from generator.reading.age import newer_of
from generator.reading.errors import explained_all
from generator.reading.folder import (
    CONSULTATION,
    GONE,
    SITE,
    can_be_named,
    files_below,
    is_folder,
    is_reserved,
    is_there,
    leads_out,
    shown_name,
    stem,
    visible,
)
from generator.reading.loaded import Loaded, Origin, key_of
from generator.reading.logo import NAMES, read_logo
from generator.reading.misplaced import home_of, misnamed, proposed, stranger, way_home
from generator.reading.places import FOLDER_TYPES, FOLDERS, LIST_TYPES, NEEDED, ids_of
from generator.reading.source import Memory, YamlFile, read, unreadable

M = TypeVar("M", bound=Part)
R = TypeVar("R", bound=Record)

_LATER_LETTER = re.compile(r"-(?:[2-9]|[1-9][0-9]+)\Z")
"""What follows the organisation in the name of its second letter in a case, its third and so on."""
_MOST_ERRORS = 1_000
"""A record with more is no record of its type; to explain each would take for ever."""
_MOST_EXPLAINED = 200
_MOST_BAD = 100
"""When so many records of a list cannot be read, something is wrong with the list."""


def load(data: Path, memory: Memory | None = None) -> Loaded:
    """Read every record in a data folder, and collect the problems instead of stopping at the first."""
    with garbage.kept():
        return _Loader(os.fspath(data), memory).load()


class _Loader:
    """Reads a data folder; holds what has been found on the way."""

    def __init__(self, data: str, memory: Memory | None) -> None:
        self.data = data
        self.memory = memory
        self.result = Loaded(memory=memory or Memory())
        self.read: set[str] = set()
        self.texts: dict[tuple[str, ...], list[Response]] = {}
        self.copies: set[str] = set()

    def load(self) -> Loaded:
        if not is_folder(self.data):
            self._report_file(self.data, "Mappen findes ikke. Angiv datamappen med --data.", Rule.DATA_FOLDER)
            return self.result
        for name, purpose in NEEDED.items():
            if not is_there(self._path(name)):
                self._report_file(self._path(name), f"Filen mangler. {purpose} Opret den.", Rule.MISSING_FILE)
        site = self._site()
        self.result.site = site
        speak(site.benchmark if site else BENCHMARK)
        measures.use(unit.measure for unit in (site.units if site else ()))
        self.result.records = {
            **{model: self._folder(model) for model in FOLDER_TYPES},
            **{model: self._vocabulary(model) for model in LIST_TYPES},
        }
        self.result.records |= self._consultations()
        self.result.gone = self._gone()
        logo, wrong = read_logo(self.data)
        self.result.problems += wrong
        self.read.update(self._path(name) for name in NAMES)
        self._strangers()
        if site:
            self.result.plan = Plan(site, self.result.records, self.result.gone, logo)
        return self.result

    def _path(self, *names: str) -> str:
        return os.path.join(self.data, *names)  # noqa: PTH118  a Path for each of thousands of files is slow

    def _report(self, location: Location, message: str, rule: Rule) -> None:
        self.result.problems.append(Problem(location, message, rule))

    def _report_file(self, path: str, message: str, rule: Rule) -> None:
        self._report(Location(shown_name(path)), message, rule)

    def _file(self, path: str) -> YamlFile:
        self.read.add(path)
        name = shown_name(path)
        if leads_out(path, self.data):
            file, problems = YamlFile(name), [_leads_out(path)]
        else:
            file, problems = read(path, name, self.memory)
        self.result.files.append(file)
        self.result.problems += problems
        return file

    def _site(self) -> Site | None:
        path = self._path(SITE)
        return self._record(Site, self._file(path), {}) if is_there(path) else None

    def _gone(self) -> Gone:
        path = self._path(GONE)
        return (self._record(Gone, self._file(path), {}) if is_there(path) else None) or Gone()

    def _folder(self, model: type[R]) -> dict[str, R]:
        found: dict[str, R] = {}
        for path in self._yaml_files(self._path(model.place)):
            name = stem(path)
            record = self._record(model, self._file(path), ids_of(model, name, ""))
            if record:
                found[record.id] = record
            else:
                self.result.unread.add((model.type, name))
        return found

    def _vocabulary(self, model: type[R]) -> dict[str, R]:
        path = self._path(model.place)
        found: dict[str, R] = {}
        if not is_there(path):
            if model.place in NEEDED:
                self.result.unread.add((model.type, ""))
            return found
        file = self._file(path)
        if not isinstance(file.value, list):
            self.result.unread.add((model.type, ""))
            if file.value is not None:
                self._report(file.locate(), "Filen skal være en liste. Begynd hver post med »- id: …«.", Rule.TYPE)
            return found
        bad = 0
        twice: list[int] = []
        for index, value in enumerate(file.value):
            record = self._record(model, file, {}, (index,))
            if record is None:
                bad += 1
                name = value.get("id", "") if isinstance(value, dict) else ""
                self.result.unread.add((model.type, str(name)))
                if bad == _MOST_BAD:
                    rest = counted(len(file.value) - index - 1, "post", "poster")
                    message = f"{bad} poster i listen kan ikke læses. Ret dem først: {rest} herefter er ikke set efter."
                    self._report(file.locate((index,)), message, Rule.TYPE)
                    self.result.unread.add((model.type, ""))
                    break
            elif record.id in found:
                twice.append(index)
            else:
                found[record.id] = record
                self.result.origins[key_of(record)] = Origin(file, (index,))
        self.result.problems += first_of(self._id_twice(model, file, index) for index in twice)
        return found

    def _id_twice(self, model: type[Record], file: YamlFile, index: int) -> Problem:
        name = str(file.value[index]["id"]).strip()
        first = self.result.origins[model.type, name].locate("id")
        message = f"Id'et »{name}« er brugt på linje {first.line}. Giv posten et andet id."
        return Problem(file.locate((index, "id")), message, Rule.ID_TWICE)

    def _consultations(self) -> dict[type[Record], dict[str, Any]]:
        consultations: dict[str, Consultation] = {}
        responses: dict[str, Response] = {}
        for folder in filter(is_folder, self._visible(self._path(Consultation.place))):
            if leads_out(folder, self.data):
                self.result.unread |= {(Consultation.type, stem(folder)), (Response.type, "")}
                continue
            name, path = stem(folder), os.path.join(folder, CONSULTATION)  # noqa: PTH118
            letters = [letter for letter in self._yaml_files(folder) if letter != path]
            if is_there(path):
                consultation = self._record(Consultation, self._file(path), ids_of(Consultation, "", name))
                if consultation:
                    consultations[consultation.id] = consultation
            else:
                message = "Filen mangler. Den beskriver den høring, som mappens svar hører til. Opret den."
                self._report_file(path, message, Rule.MISSING_FILE)
            if name not in consultations:
                self.result.unread.add((Consultation.type, name))
            if not can_be_named(name) and is_there(path):
                self.read.update(letters)  # what is wrong with the folder's name has been said
                self.result.unread.add((Response.type, ""))
                continue
            for letter in letters:
                response = self._letter(letter, name)
                if response:
                    responses[response.id] = response
        own = {name: response for name, response in responses.items() if name not in self.copies}
        return {Consultation: consultations, Response: own}

    def _letter(self, path: str, folder: str) -> Response | None:
        ids = {**ids_of(Response, stem(path), folder), "organisation": self._sender(stem(path))}
        response = self._record(Response, self._file(path), ids)
        if response:
            alike = self.texts.setdefault(tuple(point.text for _, point in response.points()), [])
            # Two that only say that they have no remarks say the same, and neither is a copy.
            twin = next((each for each in alike if each.sections == response.sections != []), None)
            if twin is None:
                alike.append(response)
                self._points(response)
                return response
            newer = self._copied(self.result.origin(twin).file.path, path)
            if newer not in (path, None):
                self._forget(twin)
                alike[alike.index(twin)] = response
                self._points(response)
                return response
        self.result.unread.add((Response.type, ids["id"]))
        return None

    def _sender(self, name: str) -> str:
        """Give the organisation whose letter a file is: all of its name, or what stands before the letter's number."""
        known = self.result.records[Organisation]
        first = _LATER_LETTER.sub("", name)
        return first if name not in known and first in known else name

    def _copied(self, first: str, second: str) -> str | None:
        """Report that two letters are one, at the newer where git knows it, and give the path of that one."""
        newer = newer_of(first, second)
        if newer is None:
            fix = "skriv det nye brevs egne ord i det, eller slet filen"
            self._report_file(second, f"Brevet er det samme som {first}. Det ene er en kopi: {fix}.", Rule.COPY)
            return None
        original = first if newer == second else shown_name(second)
        message = f"Brevet er en kopi af {original}. Skriv det nye brevs egne ord, eller slet filen."
        self._report_file(newer, message, Rule.COPY)
        return newer

    def _forget(self, response: Response) -> None:
        """Take back a letter that turned out to be a copy of a later one."""
        self.copies.add(response.id)
        self.result.unread.add((Response.type, response.id))
        for item in (response, *(point for _, point in response.points())):
            self.result.origins.pop(key_of(item))

    def _points(self, response: Response) -> None:
        origin = self.result.origin(response)
        for s, section in enumerate(response.sections):
            for p, point in enumerate(section.points):
                place = Origin(origin.file, ("sections", s, "points", p))
                first = self.result.origins.setdefault(key_of(point), place)
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
        for key in ids.keys() & value.keys():
            message = f"Feltet »{key}« skal ikke skrives: det følger af filens navn. Slet linjen."
            self._report(file.locate_key((*place, key)), message, Rule.UNKNOWN_FIELD)
        try:
            record = model.model_validate({**value, **ids})
        except ValidationError as error:
            self._explain(error, model, file, ids, place)
            return None
        reserved = next(filter(is_reserved, ids.values()), None)
        if reserved:
            self._misnamed(model, file, reserved)
            return None
        if not place:
            self.result.origins[key_of(record)] = Origin(file)
        return record

    def _explain(
        self, error: ValidationError, model: type[BaseModel], file: YamlFile, ids: dict[str, str], place: Place
    ) -> None:
        home = home_of(file.value, model) if not place else None
        if home:
            self._report(Location(file.path), way_home(home), Rule.UNKNOWN_FOLDER)
            self.result.unread.add((home.type, PurePath(file.path).stem))
            return
        if error.error_count() > _MOST_ERRORS:
            message = f"Posten har {error.error_count()} fejl. Se en anden post af samme slags, og skriv den om."
            self._report(file.locate(place) if place else Location(file.path), message, Rule.TYPE)
            return
        rest = []
        for details in error.errors(include_url=False):
            if details["loc"] and details["loc"][0] in ids:
                longest = details["ctx"]["max_length"] if details["type"] == "string_too_long" else None
                self._misnamed(model, file, str(details["input"]), longest)
            elif details["input"] not in (None, ""):  # where a value is empty, the reader of the file has said so
                rest.append(details)
        self.result.problems += limited(explained_all(rest[:_MOST_EXPLAINED], model, file, place))

    def _misnamed(self, model: type[BaseModel], file: YamlFile, name: str, longest: int | None = None) -> None:
        self.result.unread.add((getattr(model, "type", ""), proposed(name)))
        beside = {path.name for path in Path(file.path).parent.iterdir()}
        self._report(Location(file.path), misnamed(name, longest, beside), Rule.FILE_NAME)

    def _strangers(self) -> None:
        """Report files that no record type owns, so that a misplaced file is not silently left out."""
        unknown: set[str] = set()
        for path in files_below(self.data):
            if path in self.read:
                continue
            if leads_out(path, self.data):
                message = "Mappen er en genvej ud af datamappen. Læg en almindelig mappe her, eller slet den."
                why = Problem(Location(shown_name(path)), message, Rule.FILE)
                self.result.problems.append(why if is_folder(path) else _leads_out(path))
            elif not is_folder(path):
                parts = PurePath(path).relative_to(self.data).parts
                # What points at the record that the file may hold is not to blame.
                self.result.unread |= {(model.type, proposed(parts[-1].split(".")[0])) for model in FOLDER_TYPES}
                if parts[0] not in unknown:
                    self._report_file(path, *stranger(parts))
                if len(parts) > 1 and parts[0] not in FOLDERS:
                    unknown.add(parts[0])

    def _visible(self, folder: str) -> Sequence[str]:
        if not is_folder(folder):
            return []
        try:
            if not leads_out(folder, self.data):  # which is told among the strangers
                return visible(folder)
        except OSError:
            message = "Mappen kan ikke læses. Der mangler adgang til den. Spørg den, der passer kodelageret."
            self._report_file(folder, message, Rule.FILE)
        self.result.unread |= {(model.type, "") for model in RECORD_TYPES if model.place == stem(folder)}
        return []

    def _yaml_files(self, folder: str) -> list[str]:
        return [path for path in self._visible(folder) if path.endswith(".yml")]


def _leads_out(path: str) -> Problem:
    return unreadable("Den er en genvej ud af datamappen", shown_name(path))
