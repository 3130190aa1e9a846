"""JSON Schemas from the models, so that an editor completes keys, offers ids and explains mistakes in Danish.

They say no more than an editor's language server can say in our words: the messages of some keywords cannot be chosen
(of lengths and bounds, and of keys made by editors), and what those would say is left to `pejl check`, the judge.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.base.local import said
from generator.base.text import joined
from generator.model import RECORD_TYPES, Filing, Gone, Site
from generator.model.fields import REFERENCE
from generator.model.vocabulary import Unit
from generator.reading.errors import EXPECTED

FOLDER = ".schemas"
"""The folder of the schemas, inside the folder of the data: they hold the ids of the records there."""

IDS = "ids"
"""The schema that holds every id that others may be referred to by."""

_DRAFT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
_UNSPOKEN = ("default", "minLength", "maxLength", "minItems", "minimum", "maximum", "exclusiveMinimum", "propertyNames")
"""Keywords whose messages are the server's own and English, and defaults, which nobody may write."""

_NEEDED = {
    "array": EXPECTED["list"],
    "boolean": EXPECTED["bool"],
    "integer": EXPECTED["int"],
    "object": EXPECTED["model"],
}


def written(ids: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Give the text of every schema by the name of its file, with the ids that there are by type."""
    made = schemas()
    wanted = sorted({found for schema in made.values() for found in _references(schema)})
    every = {**made, IDS: _choices(wanted, ids)}
    return {
        f"{name}.json": said(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"
        for name, content in every.items()
    }


def renewed(data: Path, ids: Iterable[tuple[str, str]]) -> bool:
    """Write down the ids that there are now, where a folder of data keeps a list of them; tell whether it changed."""
    path = data / FOLDER / f"{IDS}.json"
    text = written(ids)[path.name]
    if not path.is_file() or path.read_bytes() == text.encode():
        return False
    path.write_text(text, "utf-8", newline="\n")
    return True


def schemas() -> dict[str, dict[str, Any]]:
    """Make a schema for each kind of file, by the name of its record type."""
    made = {
        model.type: _list_schema(model) if model.filing is Filing.LIST else _schema(model, model.in_name)
        for model in RECORD_TYPES
    }
    return {"site": _schema(Site), "gone": _schema(Gone), **made}


def _schema(model: type[BaseModel], left_out: Collection[str] = ()) -> dict[str, Any]:
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})
    if Unit.__name__ in definitions:
        definitions[Unit.__name__]["enum"] = Unit.known()
    for name in left_out:
        schema["properties"].pop(name)
        schema["required"] = [other for other in schema["required"] if other != name]
    made = {**_DRAFT, **_part(schema)}
    return made | ({"$defs": {name: _part(part) for name, part in definitions.items()}} if definitions else {})


def _list_schema(model: type[BaseModel]) -> dict[str, Any]:
    schema = _schema(model)
    items = {key: value for key, value in schema.items() if key not in _DRAFT and key != "$defs"}
    return {
        **_DRAFT,
        "type": "array",
        "errorMessage": EXPECTED["list"],
        "items": items,
        "$defs": schema.get("$defs", {}),
    }


def _part(schema: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of a part or of a value of its own: its class' name and docstring are the developers'."""
    return _made({key: value for key, value in schema.items() if key not in ("title", "description")})


def _made(schema: dict[str, Any]) -> dict[str, Any]:
    """Say of a value what an editor's server can say in our words, and nothing else."""
    whole = dict(schema)
    if "anyOf" in whole:  # a field that may be left out: nobody writes null for it
        (alone,) = (choice for choice in whole.pop("anyOf") if choice.get("type") != "null")
        whole = {**alone, **whole}
    kept = {key: value for key, value in whole.items() if key not in _UNSPOKEN}
    for key in ("properties", "patternProperties"):
        if key in kept:
            kept[key] = {name: _made(value) for name, value in kept[key].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(kept.get(key), dict):
            kept[key] = _made(kept[key])
    if told := _told(kept):
        kept.setdefault("errorMessage", told)
    if needed := kept.pop("required", ()):
        kept["allOf"] = [{"required": [name], "errorMessage": _missing(name, kept["properties"])} for name in needed]
    return _offered(kept) if REFERENCE in kept else kept


def _told(schema: Mapping[str, Any]) -> str:
    """Give what is said of a value that does not fit, where its field says nothing itself."""
    if "enum" in schema:
        return f"Det kan ikke stå her. Skriv {joined(schema['enum'], 'eller')}."
    if "properties" in schema and schema.get("additionalProperties") is False:
        return f"Det kendes ikke her. Felterne er {joined(list(schema['properties']))}."
    return next((words for kind, words in _NEEDED.items() if schema.get("type") == kind), "")


def _missing(name: str, properties: Mapping[str, Any]) -> str:
    field = properties[name]
    words = [f"Tilføj det: {field['title']}."] if "title" in field else []
    return " ".join([f"Feltet »{name}« mangler.", *words, *([field["description"]] if "description" in field else [])])


def _offered(schema: dict[str, Any]) -> dict[str, Any]:
    """Offer the ids that there are, and allow any other: a record made just now is no mistake."""
    told = ("title", "description", "errorMessage")
    kind = schema[REFERENCE]
    any_id = {key: value for key, value in schema.items() if key not in ("title", "description", REFERENCE)}
    kept = {key: schema[key] for key in told if key in schema}
    return {**kept, "anyOf": [any_id, {"$ref": f"{IDS}.json#/$defs/{kind}"}]}


def _references(schema: Any) -> Iterator[str]:  # noqa: ANN401  whatever stands in a schema
    """Yield the types whose ids a schema offers."""
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        if isinstance(value, str) and value.startswith(f"{IDS}.json#"):
            yield value.rpartition("/")[2]
        yield from _references(value)


def _choices(wanted: Iterable[str], ids: Iterable[tuple[str, str]]) -> dict[str, Any]:
    known = sorted(ids)
    return {**_DRAFT, "$defs": {kind: {"enum": [name for type_, name in known if type_ == kind]} for kind in wanted}}
