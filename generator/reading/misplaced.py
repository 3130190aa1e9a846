"""Files from which no record can be read because of what they are called or where they lie."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.base.rule import Rule
from generator.base.text import as_id, did_you_mean, printable, shown
from generator.model import Consultation, Record
from generator.reading.folder import CONSULTATION, is_reserved
from generator.reading.places import FOLDERS, IN_FILES, ids_of, top_files

_MOST_FIELDS = 100
"""No record has more, and to hold thousands against every type takes long."""


def stranger(parts: Sequence[str]) -> tuple[str, Rule]:
    """Say why a file is no record, and give the rule that says so; `parts` is the way to it from the data folder."""
    top, name = parts[0], parts[-1]
    known = len(parts) == 1 or top in FOLDERS
    if known and not name.endswith(".yml"):
        fix = "Omdøb den, hvis den er en post, eller flyt den ud af data."
        return f"Filens navn slutter ikke på .yml. {fix}", Rule.FILE_NAME
    if len(parts) == 1:
        return f"Filen kendes ikke. {did_you_mean(PurePath(top).stem, top_files())}", Rule.UNKNOWN_FOLDER
    if top == Consultation.place:
        message = (
            "Filen ligger forkert. Et høringssvar ligger i sin hørings mappe: consultations/høring/organisation.yml."
        )
        return message, Rule.UNKNOWN_FOLDER
    if known:
        return f"Filen ligger for dybt. Flyt den op i mappen {top}.", Rule.UNKNOWN_FOLDER
    return f"Mappen »{printable(top)}« kendes ikke. {did_you_mean(top, FOLDERS)}", Rule.UNKNOWN_FOLDER


def misnamed(name: str, longest: int | None, taken: Collection[str]) -> str:
    """Say why a name cannot be an id, and what to call the file or folder; `taken` are the files beside it."""
    fix = proposed(name)
    if longest:
        return f"{shown(name)} kan ikke være et id. Brug højst {longest} tegn."
    if f"{fix}.yml" in taken:
        return f"{shown(name)} kan ikke være et id, og »{fix}« er optaget. Giv posten et andet id, eller slet filen."
    why = ", for Windows kan ikke have en fil, der hedder sådan" if is_reserved(name) else ""
    return f"{shown(name)} kan ikke være et id{why}. Kald filen eller mappen for eksempel »{fix}«."


def proposed(name: str) -> str:
    """Make a name that can be an id of one that cannot."""
    fix = as_id(name)
    return f"{fix}-1" if is_reserved(fix) else fix


def home_of(value: dict[str, Any], model: type[BaseModel]) -> type[Record] | None:
    """Give the type whose record a file of another type holds, if it would be right in that type's place."""
    if len(value) > _MOST_FIELDS:
        return None
    for other in IN_FILES:
        try:
            other.model_validate({**value, **ids_of(other, "x", "x")})
        except ValidationError:
            continue
        return other if other is not model else None
    return None


def way_home(home: type[Record]) -> str:
    """Say what a file that stands in the wrong place is, and where it belongs."""
    where = f"Kald den {CONSULTATION}" if home is Consultation else f"Flyt den til mappen {home.place}"
    return f"Filen ligner {home.noun}. {where}."
