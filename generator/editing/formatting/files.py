"""A file in its one form, and which record it is."""

from __future__ import annotations

from pathlib import Path, PurePath

from pydantic import BaseModel

from generator.editing.formatting import layout
from generator.editing.formatting.entries import outline
from generator.model import Consultation, Filing, Gone, Response, Site
from generator.reading.folder import CONSULTATION, GONE, SITE
from generator.reading.places import FOLDER_TYPES, LIST_TYPES
from generator.reading.source import YamlFile, parse


class FormError(ValueError):
    """Raised where a text would say something else in its one form, which is a mistake of ours."""


def model_of(path: Path, data: Path) -> type[BaseModel] | None:
    """Give the type of record that a file of a data folder holds, or a list of; None where it holds none."""
    parts = PurePath(path).relative_to(data).parts
    if len(parts) == 1:
        by_file: dict[str, type[BaseModel]] = {SITE: Site, GONE: Gone, **{model.place: model for model in LIST_TYPES}}
        return by_file.get(parts[0])
    if len(parts) == 3 and parts[0] == Consultation.place:  # noqa: PLR2004  folder, case and file
        return Consultation if parts[-1] == CONSULTATION else Response
    return next((model for model in FOLDER_TYPES if len(parts) == 2 and model.place == parts[0]), None)  # noqa: PLR2004


def formatted(file: YamlFile, model: type[BaseModel] | None) -> str:
    """Give the text of a file in its one form.

    Raises:
        FormError: it would not say the same.
    """
    found = layout.text(outline(file.text), annotated(model))
    again, problems = parse(found, file.path)
    if problems or not _is_same(file.value, again.value):
        raise FormError(file.path)
    return found


def annotated(model: type[BaseModel] | None) -> object:
    """Give what stands in a file of a type: one record, or a list of them."""
    is_list = getattr(model, "filing", None) is Filing.LIST
    return list[model] if is_list else model  # type: ignore[valid-type]


def _is_same(before: object, after: object) -> bool:
    """Tell whether two values say the same: the order of keys, and whether a number is in quotes, do not count."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(_is_same(value, after[key]) for key, value in before.items())
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_is_same, before, after))
    return str(before) == str(after)
