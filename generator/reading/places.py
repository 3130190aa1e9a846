"""Where each type of record stands in the data folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from generator.model import RECORD_TYPES, Area, Consultation, Filing, Record, Response
from generator.reading.folder import GONE, SITE

FOLDER_TYPES = [model for model in RECORD_TYPES if model.filing is Filing.FOLDER]
LIST_TYPES = [model for model in RECORD_TYPES if model.filing is Filing.LIST]
IN_FILES = [model for model in RECORD_TYPES if model.filing is not Filing.LIST]
"""The types whose records have a file each."""

FOLDERS = [*(model.place for model in FOLDER_TYPES), Consultation.place]
LISTS = [model.place for model in LIST_TYPES]

NEEDED = {
    SITE: "Den fortæller, hvad siden hedder, og hvem der står bag.",
    Area.place: "Den nævner de områder, tallene gælder, og hvilket af dem siden handler om.",
}
"""What no site can do without, and what for."""


def ids_of(model: type[Record], stem: str, folder: str) -> dict[str, str]:
    """Give the fields that follow from where a record's file stands, so that nobody writes them."""
    if model is Response:
        return {"id": f"{folder}/{stem}", "consultation": folder, "organisation": stem}
    return {"id": folder if model is Consultation else stem}


def addresses(records: Mapping[type[Record], Mapping[str, Any]]) -> set[str]:
    """Give every address of records on the site: their pages, the places on those, and the lists."""
    found = {f"{section}/" for model in RECORD_TYPES for section in model.lists()}
    for model, known in records.items():
        for record in known.values() if model.has_place else ():
            found.add(record.address)
            found.update(f"{record.address}#{name}" for name in _anchors(record))
    return found


def _anchors(record: Record) -> Iterator[str]:
    """Give the ids of what stands inside a record and has a place of its own on its page."""
    for part in record.within():
        yield part.id
    for name in type(record).model_fields if record.has_page else ():
        value = getattr(record, name)
        for part in value if isinstance(value, list) else ():
            if isinstance(anchor := getattr(part, "id", None), str):
                yield anchor


def top_files() -> list[str]:
    """Name the files that stand at the top of the data folder, without their ending."""
    return [PurePath(name).stem for name in (SITE, GONE, *LISTS)]
