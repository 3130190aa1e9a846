"""JSON Schemas from the models, so that an editor completes keys and explains them in Danish."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from generator.model import RECORD_FILES, VOCABULARIES, Consultation, Response, Site

_FROM_THE_PATH: dict[type[BaseModel], set[str]] = {
    **{model: {"id"} for model in [*RECORD_FILES, Consultation]},
    Response: {"id", "consultation", "organisation"},
}
"""Fields that follow from the name of the file, so that nobody writes them."""


def schemas() -> dict[str, dict[str, Any]]:
    """Make a schema for each kind of file, by the name of its record type."""
    files = {model.type: _schema(model) for model in [*RECORD_FILES, Consultation, Response]}
    lists = {model.type: _list_schema(model) for model in VOCABULARIES}
    return {"site": _schema(Site), **files, **lists}


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema()
    for name in _FROM_THE_PATH.get(model, ()):
        schema["properties"].pop(name)
        schema["required"] = [other for other in schema["required"] if other != name]
    # The class's own docstring is for developers, and English.
    for part in [schema, *schema.get("$defs", {}).values()]:
        part.pop("description", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _list_schema(model: type[BaseModel]) -> dict[str, Any]:
    schema = _schema(model)
    definitions = schema.pop("$defs", {})
    return {"$schema": schema.pop("$schema"), "type": "array", "items": schema, "$defs": definitions}
