"""Where each type of record stands in the data folder."""

from __future__ import annotations

from pathlib import PurePath

from generator.model import RECORD_TYPES, Area, Consultation, Filing, Record, Response

SITE = "site.yml"
CONSULTATION = "consultation.yml"
"""The file of a consultation, in a folder of its own with the letters."""

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


def top_files() -> list[str]:
    """Name the files that stand at the top of the data folder, without their ending."""
    return [PurePath(name).stem for name in (SITE, *LISTS)]
