"""JSON Schemas from the models, so that an editor completes keys and explains them in Danish."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from generator.model import RECORD_TYPES, Filing, Gone, Site

FOLDER = "schema"
"""The folder of the schemas, beside the folder of the data."""


def schemas() -> dict[str, dict[str, Any]]:
    """Make a schema for each kind of file, by the name of its record type."""
    made = {
        model.type: _list_schema(model) if model.filing is Filing.LIST else _schema(model, model.in_name)
        for model in RECORD_TYPES
    }
    return {"site": _schema(Site), "gone": _schema(Gone), **made}


def _schema(model: type[BaseModel], left_out: Iterable[str] = ()) -> dict[str, Any]:
    schema = model.model_json_schema()
    for name in left_out:
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
