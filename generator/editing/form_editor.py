"""What the form editor under `/rediger/` is told: its collections, fields and words all follow from the models.

Sveltia CMS reads it. What has keys of an editor's own, and what is no part of what is published, has no place in a
form: it is left as it stands in the file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from generator.base.local import said
from generator.editing.formatting.kinds import Kind
from generator.model import RECORD_TYPES, Consultation, Filing, Gone, Identified, Record, Response, Site
from generator.model.fields import REFERENCE
from generator.model.order import keys
from generator.model.references import inside
from generator.reading.folder import CONSULTATION, GONE, SITE

FOLDER = "data"
"""The folder of the data in the repository."""

_GITHUB = "github.com"
_LISTS, _OWN = "lister", "siden"
_ITEMS = "poster"
"""What a list that is a whole file is called inside the editor; the file has no such key."""
_IN_SUMMARY = 3
_WRITTEN = "^(?!(?:null|undefined)$).+"
"""The pattern of what is there at all, as the editor sees it."""
_ANY_WORDS = r"\S"
"""The pattern of a text of any form."""

Field = dict[str, Any]


def api(site: Site) -> str:
    """Give the address of the interface that the editor talks to: the one of the host of the repository."""
    host = urlsplit(site.repository or "").hostname or ""
    return "https://api.github.com" if host == _GITHUB else f"https://{host}/api/v3"


def configuration(site: Site) -> dict[str, Any]:
    """Make the whole configuration for a site that has the editor."""
    assert site.form_editor  # noqa: S101  who asks has looked
    host, root = urlsplit(site.repository or ""), api(site)
    made = {
        "backend": {
            "name": "github",
            "repo": host.path.strip("/").removesuffix(".git"),
            "branch": site.form_editor.branch,
            "api_root": root,
            # The library works out another address, which no server of one's own has.
            "graphql_api_root": f"{root.removesuffix('/v3')}/graphql",
            "auth_methods": ["token"],
            "commit_messages": {
                "create": "Skriv {{collection}} {{slug}} i formularredaktøren",
                "update": "Ret {{collection}} {{slug}} i formularredaktøren",
            },
        },
        "publish_mode": "editorial_workflow",
        "app_title": site.title,
        "show_preview_links": False,
        "media_folder": "content/filer",
        "media_libraries": {"stock_assets": {"providers": []}},
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "output": {"omit_empty_optional_fields": True},
        "collections": [
            *(_collection(model) for model in RECORD_TYPES if model.filing is not Filing.LIST),
            {
                "name": _LISTS,
                "label": "Korte lister",
                "files": [_list_file(model) for model in RECORD_TYPES if model.filing is Filing.LIST],
            },
            {
                "name": _OWN,
                "label": "Siden selv",
                "files": [
                    _file("site", "Sidens oplysninger", SITE, Site),
                    _file("gone", "Det, der er væk", GONE, Gone),
                ],
            },
        ],
    }
    found: dict[str, Any] = _worded(made)
    return found


def _worded(told: Any) -> Any:  # noqa: ANN401  whatever it is told
    """Fill in what the municipality itself calls things."""
    if isinstance(told, dict):
        return {name: _worded(value) for name, value in told.items()}
    if isinstance(told, list):
        return [_worded(value) for value in told]
    return said(told) if isinstance(told, str) else told


def _collection(model: type[Record]) -> Field:
    """Give the collection of a type whose records have a file each."""
    found: Field = {
        "name": model.type,
        "label": model.plural,
        "label_singular": model.label,
        "folder": f"{FOLDER}/{model.place}",
        "extension": "yml",
        "format": "yaml",
        "identifier_field": "title",
        "summary": "{{slug}}: {{title}}",
        "slug": {"template": "{{title}}", "editable": ["create"]},
        # What is deleted leaves a page that says so, which the guide tells how to make.
        "delete": False,
        "publish": False,
        "fields": _fields(model),
    }
    if model is Consultation:
        found["path"] = f"{{{{slug}}}}/{CONSULTATION.removesuffix('.yml')}"
    elif model is Response:
        # The letters stand beside the file of their case, and are told from it by a field that only they have.
        others = (*model.in_name, *Kind(Consultation).fields)
        own = next(name for name, field in Kind(model).fields.items() if field.is_required() and name not in others)
        # A letter comes by `pejl letter` or by its issue form, which cut it word for word.
        found |= {"create": False, "nested": {"depth": 2, "subfolders": False}}
        found |= {"filter": {"field": own, "pattern": _WRITTEN}}
    return found


def _list_file(model: type[Record]) -> Field:
    items = {"name": _ITEMS, "label": model.plural, "root": True, **_items(model)}
    return {
        "name": model.type,
        "label": model.plural,
        "file": f"{FOLDER}/{model.place}",
        "format": "yaml",
        "fields": [items],
    }


def _file(name: str, label: str, place: str, model: type[BaseModel]) -> Field:
    return {"name": name, "label": label, "file": f"{FOLDER}/{place}", "format": "yaml", "fields": _fields(model)}


def _items(model: type[BaseModel]) -> Field:
    """Give a list whose items have fields: collapsed, each with what tells it from the others."""
    shown = [
        name for name, field in Kind(model).fields.items() if field.is_required() and _is_short(Kind(model).of(name))
    ]
    summary = " · ".join(f"{{{{fields.{name}}}}}" for name in shown[:_IN_SUMMARY])
    return {"widget": "list", "collapsed": True, "summary": summary, "fields": _fields(model)}


def _is_short(kind: Kind) -> bool:
    return not (kind.model or kind.is_list or kind.is_mapping)


def _fields(model: type[BaseModel]) -> list[Field]:
    """Give the fields that an editor fills in, in the order in which they are written."""
    schema = model.model_json_schema()
    around, in_name = (
        Kind(model),
        model.in_name if issubclass(model, Record) and model.filing is not Filing.LIST else (),
    )
    return [
        _field(name, around, _resolved(schema["properties"].get(name, {})))
        for name in keys(model)
        if name not in in_name and not around.fields[name].exclude and not around.of(name).is_mapping
    ]


def _field(name: str, around: Kind, schema: Mapping[str, Any]) -> Field:
    field, kind = around.fields[name], around.of(name)
    if kind.is_fingerprint:  # `pejl confirm` writes it, and nobody else
        return {"name": name, "widget": "hidden"}
    found: Field = {
        "name": name,
        "label": field.title or name,
        "required": field.is_required(),
        **({"hint": field.description} if field.description else {}),
    }
    return found | _widget(name, kind, schema)


def _widget(name: str, kind: Kind, schema: Mapping[str, Any]) -> Field:
    if kind.model:
        found = (
            _items(kind.model)
            if kind.is_list
            else {"widget": "object", "collapsed": "auto", "fields": _fields(kind.model)}
        )
    elif kind.is_list:
        item = schema.get("items", {})
        several = _one_of(kind, item)
        found = (
            several | {"multiple": True}
            if several
            else {"widget": "list", "field": {"name": "tekst", "label": "Tekst", **_text(name, item)}}
        )
    else:
        found = _one_of(kind, schema) or _single(name, kind, schema)
    return found | ({"min": schema["minItems"]} if "minItems" in schema else {})


def _one_of(kind: Kind, schema: Mapping[str, Any]) -> Field:
    """Give a choice among words or among other records; nothing where anything may be written."""
    if REFERENCE in schema:
        return {"widget": "relation", **_relation(schema[REFERENCE])}
    if kind.choices and not kind.is_flag:
        return {"widget": "select", "options": kind.choices}
    return {}


def _single(name: str, kind: Kind, schema: Mapping[str, Any]) -> Field:
    if kind.is_flag:
        return {"widget": "boolean", "default": False}
    if kind.is_number:
        limits = {key: schema[bound] for key, bound in (("min", "minimum"), ("max", "maximum")) if bound in schema}
        return {"widget": "number", "value_type": "float" if float in _types(kind) else "int", **limits}
    if dt.date in _types(kind):
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    return _text(name, schema)


def _text(name: str, schema: Mapping[str, Any]) -> Field:
    """Give a field for a text: with room for several lines, but for a title and what has a form."""
    pattern = schema.get("pattern", _ANY_WORDS)
    if pattern == _ANY_WORDS:
        return {"widget": "string" if name == "title" else "text"}
    return {"widget": "string", "pattern": [pattern, schema.get("errorMessage", "Det kan ikke stå her.")]}


def _relation(wanted: str) -> Field:
    """Give where the ids of a type are found, and what an editor sees of each record."""
    for model in RECORD_TYPES:
        if model.type == wanted and model.filing is Filing.LIST:
            shown = {"value_field": f"{_ITEMS}.*.id", "display_fields": [f"{_ITEMS}.*.title"]}
            return {"collection": _LISTS, "file": wanted, **shown}
        if model.type == wanted:
            return {"collection": wanted, "value_field": "{{slug}}", "display_fields": ["{{slug}}: {{title}}"]}
        for inner in model.inner:
            if inner.type == wanted:
                way = ".*.".join(_way(model, inner))
                return {"collection": model.type, "value_field": f"{way}.*.id", "display_fields": [f"{way}.*.id"]}
    raise KeyError(wanted)


def _way(model: type[BaseModel], inner: type[Identified]) -> tuple[str, ...]:
    """Give the keys of the lists that lead from a record to what stands inside it."""
    for name in keys(model):
        part = Kind(model).of(name).model
        if part is inner:
            return (name,)
        if part and part is not model and (rest := _way(part, inner)):
            return (name, *rest)
    return ()


def _types(kind: Kind) -> set[object]:
    return set(inside(kind.annotation))


def _resolved(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a field's schema without the choice of leaving it out, and with its items' own."""
    whole = dict(schema)
    if "anyOf" in whole:
        (alone,) = (choice for choice in whole.pop("anyOf") if choice.get("type") != "null")
        whole = {**alone, **whole}
    if isinstance(whole.get("items"), dict):
        whole["items"] = _resolved(whole["items"])
    return whole
