"""Small indicators for the tests of figures, charts and drawings."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from generator import charts
from generator.charts import TargetLine
from generator.figures.ledger import Ledger
from generator.model import Area, Document, Indicator, Target
from generator.model.vocabulary import ChartForm, Comparator

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


def ledger(*observations: Row | dict[str, Any], **changes: object):
    return Ledger.of(indicator(*observations, **changes), AREAS)


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


def figure(*rows: Row, targets: Sequence[TargetLine] = (), **changes: object):
    return charts.figure(ledger(*rows, **changes), targets)


def target_line(value: float, group: str = "", comparator: str = "at_least"):
    return TargetLine(value, "", Comparator(comparator), group)


LONG = "Arbejdsmarkedsuddannelsesforanstaltninger for sygedagpengemodtagere i ressourceforløb"
SLOPES = {"byen": 1, "landet": -1, "naboen": 0.3}
BENEFITS = (
    "Uddannelseshjælpsmodtagere, som er vurderet aktivitetsparate",
    "Kontanthjælpsmodtagere, som er vurderet jobparate",
    "Borgere i ressourceforløb, jobafklaringsforløb eller på sygedagpenge",
)
YEARS = ("2018-K3/2019-K2", "2019-K3/2020-K2", "2020-K3/2021-K2", "2022")
AWKWARD = {
    "one point a series": [("2019", "byen", 1), ("2020", "byen", 2), ("2020", "landet", 2)],
    "zeros": [("2019", "byen", 0), ("2020", "byen", 0)],
    "negative": [("2019", "byen", -5), ("2020", "byen", 12.25), ("2021", "byen", -0.5)],
    "large": [("2019", "byen", 123456789012), ("2020", "byen", 987654321098)],
    "alike": [(year, area, 5) for year in ("2019", "2020") for area in AREAS],
    "long names": [(year, "byen", 1, "actual", f"{LONG} {n}") for year in ("2019", "2020") for n in range(4)],
    "projections": [("2019", area, 1) for area in AREAS] + [("2025-H1", area, 1, "forecast") for area in AREAS],
    "long periods": [("2019-K3/2020-K2", "byen", 1), ("2020-K3/2021-K2", "byen", 3), ("2021-K3/2022-K2", "byen", 2)],
    "months": [(f"20{year}-{month:02}", "byen", year * month % 17) for year in (19, 20) for month in range(1, 13)],
    "ended early": [("2010", "landet", 3), ("2011", "landet", 4), ("2010", "byen", 3), ("2020", "byen", 4)],
    "twelve bars": [("2020", "byen", n * 17 % 23, "actual", f"{LONG[: n * 8]} {n}") for n in range(12)],
    "bars below zero": [("2020", "byen", -900, "forecast"), ("2020", "landet", 250000), ("2020", "naboen", -1234567)],
    "bars of zero": [("2020", "byen", 0), ("2020", "landet", 0)],
    "large bars": [("2020", "byen", 123456789012), ("2020", "landet", 1)],
    "dumbbell": [(y, "byen", n * 31 % 17 - 8, "actual", f"{LONG[n * 6 :]} {n}") for n in range(12) for y in YEARS[:2]],
    "large dumbbell": [(y, "byen", n * 10**11 + 7, "actual", f"{n}") for n in range(5) for y in YEARS[:2]],
    "areas and groups": [("2020", area, 5, "forecast", group) for area in AREAS for group in ("mænd", "kvinder")],
    "twelve panels": [(y, "byen", n * 7 % 11, "actual", f"{LONG[: n * 8]} {n}") for n in range(12) for y in YEARS],
    "large panels": [(y, "byen", n * -(10**11) - 7, "actual", f"{n}") for n in range(5) for y in YEARS],
    "crossing at the end": [
        (str(year), area, 60 + slope * (year - 2020)) for year in range(2014, 2021) for area, slope in SLOPES.items()
    ],
    "all on one line": [(str(year), area, year % 3) for year in range(2014, 2021) for area in AREAS],
    "a hundred months": [(f"{2011 + n // 12}-{n % 12 + 1:02}", "byen", n * n % 83) for n in range(120)],
    "forty years": [(str(year), "byen", year * 7 % 31) for year in range(1981, 2021)],
    "quarters": [(f"{2018 + n // 4}-K{n % 4 + 1}", "byen", 1000 + n * 7 % 9) for n in range(12)],
    "years gone": [(str(year), "byen", year) for year in (2005, 2006, 2007, 2018, 2019)],
    "great and small": [("2020", "byen", 10**n, "actual", f"gruppe {n}") for n in range(7)],
    "one stray point": [("2019", "byen", 24, "actual", BENEFITS[0])]
    + [(str(year), "byen", year % 5, "actual", "Dagpenge") for year in range(2015, 2022)],
    "long kinds of benefit": [(y, "byen", n, "actual", name) for y in YEARS for n, name in enumerate(BENEFITS)],
    "benefits in bars": [("2020", "byen", n, "actual", name) for n, name in enumerate(BENEFITS)],
    "benefits over time": [
        (str(year), "byen", n, "actual", f"{name} {n}")
        for year in range(2016, 2020)
        for n, name in enumerate([*BENEFITS, *BENEFITS])
    ],
    "mark-up": [("2020", "byen", n + 1, "actual", name) for n, name in enumerate(("<b>&", '"a" & b', "Løn < 20.000"))],
    "empty places in bars": [
        ("2019", "byen", 5, "actual", BENEFITS[0]),
        ("2019", "byen", 7, "actual", "Dagpenge"),
        ("2020", "byen", -7, "actual", BENEFITS[1]),
        ("2020", "byen", -123456, "actual", BENEFITS[2]),
    ],
    "gaps": [(y, "byen", n, "actual", f"{n}") for n in range(6) for y in YEARS[n % 2 :: 2]],
}


def example(form: ChartForm):
    """Give what a page shows of the first awkward figures that a form can hold; every form can hold some."""
    addresses = charts.Addresses({"a": "/"}, "/")
    for rows in AWKWARD.values():
        one = ledger(*rows, unit="antal", chart={"form": form.value})
        shown = charts.view(one, DOCUMENTS, addresses, ids="x", targets=[target_line(1)])
        if shown.form == form:
            return shown
    raise AssertionError(f"{form} can hold none of the awkward figures")
