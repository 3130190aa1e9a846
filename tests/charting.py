"""Small indicators for the tests of tables, charts and drawings."""

from typing import Any, TypeAlias

from generator import indicators
from generator.model import Area, Document, Indicator, Target

Row: TypeAlias = tuple[object, ...]
"""Period, area and value of an observation, with an optional kind and group."""

AREAS = {
    "landet": Area(id="landet", title="Hele landet", short="Hele landet", in_text="hele landet"),
    "byen": Area(id="byen", title="Byen Kommune", short="Byen", home=True),
    "naboen": Area(id="naboen", title="Naboens Kommune", short="Naboen"),
}
DOCUMENTS = {
    name: Document.model_validate(
        {
            "id": name,
            "title": f"Planen {name}",
            "publisher": "Byen",
            "kind": "plan",
            "date": "2020",
            "final": name == "a",
            "rights": "Byen",
            "used_for": "Tal",
        }
    )
    for name in ("a", "b")
}


def indicator(*observations: Row | dict[str, Any], unit: str = "procent", **changes: object):
    """Build an indicator from `(period, area, value)` with an optional kind and group, or from whole mappings."""
    keys = ("period", "area", "value", "kind", "group")
    values = {
        "id": "andel",
        "title": "Andel i job",
        "summary": "Kort.",
        "definition": "Sådan.",
        "unit": unit,
        "direction": "up",
        "source": {"document": "a", "section": "2.1 Vilkår"},
        "observations": [
            one if isinstance(one, dict) else {"kind": "actual"} | dict(zip(keys, one, strict=False))
            for one in observations
        ],
    }
    return Indicator.model_validate(values | changes)


def table(*observations: Row | dict[str, Any], **changes: object):
    return indicators.table(indicator(*observations, **changes), AREAS)


def target(*, year: int = 2021, stated: tuple[int, ...] = (2021,), **part: object):
    """Build a target with one part, which asks for at least 80 percent unless told otherwise."""
    asked = {"id": "t-a", "comparator": "at_least", "unit": "procent", "indicator": "andel"}
    if "reference" not in part:
        asked["value"] = 80
    source = {"document": "a", "section": "1"}
    return Target.model_validate(
        {
            "id": "t",
            "title": "Flere i job",
            "number": "1",
            "plan": "2021",
            "year": year,
            "summary": "Kort.",
            "wordings": [{"year": one, "quote": "Mindst 80 %.", "source": source} for one in stated],
            "parts": [asked | part],
        }
    )
