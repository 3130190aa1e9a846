"""What the model says of a place in a file: which part, which words and which form stand there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.fields import Fingerprint
from generator.model.period import Period
from generator.model.references import inside
from generator.reading.errors import choices

_FINGERPRINT = get_args(Fingerprint)[1]


@dataclass(frozen=True)
class Kind:
    """What the model says of a place: the annotation of the field that stands there."""

    annotation: object

    @cached_property
    def _inside(self) -> list[object]:
        return list(inside(self.annotation))

    @property
    def _types(self) -> set[type]:
        return {item for item in self._inside if isinstance(item, type)}

    @property
    def choices(self) -> list[str]:
        """The words of which one must stand there; none where any may."""
        return list(choices(self.annotation))

    @property
    def is_list(self) -> bool:
        """Tell whether a list stands there."""
        return any(get_origin(item) is list for item in self._inside)

    @property
    def is_mapping(self) -> bool:
        """Tell whether an editor's own keys stand there."""
        return any(get_origin(item) is dict for item in self._inside)

    @property
    def is_flag(self) -> bool:
        """Tell whether true or false stands there."""
        return bool in self._types

    @property
    def is_number(self) -> bool:
        """Tell whether a number stands there."""
        return bool(self._types & {int, float}) and not self.is_flag

    @property
    def fields(self) -> dict[str, FieldInfo]:
        """The fields of the part that stands there, by their keys."""
        model = self.model
        return {field.alias or name: field for name, field in model.model_fields.items()} if model else {}

    @property
    def model(self) -> type[BaseModel] | None:
        """The model of the mapping that stands there, where it has one."""
        return next((item for item in self._inside if isinstance(item, type) and issubclass(item, BaseModel)), None)

    @property
    def is_text(self) -> bool:
        """Tell whether only a text can stand there."""
        types = self._types
        return str in types and not types & {int, float, bool, Period}

    @property
    def is_fingerprint(self) -> bool:
        """Tell whether a fingerprint stands there, which is always in quotes: some are made of digits alone."""
        return any(item is _FINGERPRINT for item in self._inside)

    @property
    def is_period(self) -> bool:
        """Tell whether a period stands there, which may look like a number."""
        return Period in self._types

    def of(self, key: str) -> Kind:
        """Give what the model says of a key's value."""
        if self.model:
            field = self.fields.get(key)
            return Kind(_whole(field) if field else None)
        values = [get_args(part)[1] for part in self._inside if get_origin(part) is dict]
        return Kind(values[0] if values else None)


def _whole(field: FieldInfo) -> object:
    """Give a field's annotation with what marks it, which pydantic keeps apart."""
    annotation: object = field.annotation
    for mark in field.metadata:
        annotation = Annotated[annotation, mark]
    return annotation
