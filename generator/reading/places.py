"""Where each type of record stands in the data folder."""

from __future__ import annotations

from pathlib import PurePath

from generator.model import RECORD_FILES, VOCABULARIES, Area, Consultation, Record, Response

SITE = "site.yml"
CONSULTATION = "consultation.yml"
"""The file of a consultation, in a folder of its own with the letters."""

FOLDERS = [*(model.place for model in RECORD_FILES), Consultation.place]
LISTS = [model.place for model in VOCABULARIES]

IN_FILES: tuple[type[Record], ...] = (*RECORD_FILES, Consultation, Response)
"""The types whose records have a file each."""
RECORD_TYPES: tuple[type[Record], ...] = (*RECORD_FILES, *VOCABULARIES, Consultation, Response)
"""Every type of record that has a place of its own in the data folder."""

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


def top_files() -> list[str]:
    """Name the files that stand at the top of the data folder, without their ending."""
    return [PurePath(name).stem for name in (SITE, *LISTS)]
