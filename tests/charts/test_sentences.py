"""What is said about awkward figures: each row is a small indicator and the sentences, worked out by hand."""

import datetime as dt

import pytest
from charting import DOCUMENTS, Row, ledger, target

from generator import charts
from generator.charts import Addresses, parts
from generator.figures.judging import judge

ADDRESSES = Addresses({"a": "/kilder/a/", "b": "/kilder/b/"}, "/tal.csv")
BREAK = [{"period": "2020", "note": "Ny opgørelse."}]


def said(rows: list[Row], **changes: object):
    """Give the headline after the title, and the description."""
    view = charts.view(ledger(*rows, **changes), DOCUMENTS, ADDRESSES, ids="a")
    return view.headline.removeprefix("Andel i job: "), view.description


AWKWARD: dict[str, tuple[list[Row], dict[str, object], str, str]] = {
    "one value": ([("2020", "byen", 72.3)], {}, "72,3 % i 2020", "Tallet for Byen var 72,3 % i 2020."),
    "one person": (
        [("2019", "byen", 0), ("2020", "byen", 1)],
        {"unit": "personer"},
        "1 person i 2020, op fra 0 i 2019",
        "Tallet for Byen steg fra 0 i 2019 til 1 person i 2020.",
    ),
    "down to one person": (
        [("2019", "byen", 2), ("2020", "byen", 1)],
        {"unit": "fuldtidspersoner"},
        "1 fuldtidsperson i 2020, ned fra 2 i 2019",
        "Tallet for Byen faldt fra 2 i 2019 til 1 fuldtidsperson i 2020.",
    ),
    "no change": (
        [("2020-K2", "byen", 4), ("2020-K3", "byen", 4)],
        {},
        "4 % i 3. kvartal 2020, det samme som i 2. kvartal 2020",
        "Tallet for Byen var 4 % i 3. kvartal 2020, det samme som i 2. kvartal 2020.",
    ),
    "back where it began": (
        [("2018", "byen", 4), ("2019", "byen", 5), ("2020", "byen", 4)],
        {},
        "4 % i 2020, det samme som i 2018",
        "Tallet for Byen var 4 % i 2020, det samme som i 2018. I 2019 var tallet 5 %.",
    ),
    "to zero": (
        [("2019", "byen", 0.4), ("2020", "byen", 0)],
        {},
        "0,0 % i 2020, ned fra 0,4 % i 2019",
        "Tallet for Byen faldt fra 0,4 % i 2019 til 0,0 % i 2020.",
    ),
    "below zero": (
        [("2019-10", "byen", -30), ("2020-10", "byen", 10)],
        {"unit": "personer", "direction": "down"},
        "10 personer i oktober 2020, op fra −30 i oktober 2019",
        "Tallet for Byen steg fra −30 i oktober 2019 til 10 personer i oktober 2020.",
    ),
    "less negative is a rise": (
        [("2019", "byen", -3.5), ("2020", "byen", -1)],
        {"unit": "procentpoint", "direction": "none"},
        "−1,0 procentpoint i 2020, op fra −3,5 procentpoint i 2019",
        "Tallet for Byen steg fra −3,5 procentpoint i 2019 til −1,0 procentpoint i 2020.",
    ),
    "only a forecast": (
        [("2030", "byen", 12, "forecast")],
        {},
        "12 % ventet i 2030",
        "Kilden venter, at tallet for Byen bliver 12 % i 2030.",
    ),
    "forecasts alone are no change": (
        [("2029", "byen", 12, "forecast"), ("2030", "byen", 13, "forecast")],
        {},
        "13 % ventet i 2030",
        "Kilden venter, at tallet for Byen bliver 13 % i 2030.",
    ),
    "an estimate after a counted figure": (
        [("2019", "byen", 900), ("2020", "byen", 1000, "estimate")],
        {"unit": "personer"},
        "900 personer i 2019, skønnet til 1.000 i 2020",
        "Tallet for Byen var 900 personer i 2019. Kilden skønner tallet til 1.000 personer i 2020.",
    ),
    "an estimate beside a counted figure": (
        [("2020", "byen", 900), ("2020", "byen", 1000, "estimate")],
        {"unit": "personer"},
        "900 personer i 2020",
        "Tallet for Byen var 900 personer i 2020.",
    ),
    "an estimate before a counted figure": (
        [("2019", "byen", 900, "estimate"), ("2020", "byen", 1000)],
        {"unit": "personer"},
        "1.000 personer i 2020",
        "Tallet for Byen var 1.000 personer i 2020.",
    ),
    "a hole in the middle": (
        [("2010", "byen", 69.2), ("2012", "byen", 70, "estimate"), ("2020", "byen", 72.3)],
        {},
        "72,3 % i 2020, op fra 69,2 % i 2010",
        "Tallet for Byen steg fra 69,2 % i 2010 til 72,3 % i 2020.",
    ),
    "a break between the last two": (
        [("2018", "byen", 1), ("2019", "byen", 2), ("2020", "byen", 9)],
        {"breaks": BREAK},
        "9 % i 2020",
        "Tallet for Byen var 9 % i 2020.",
    ),
    "a break before a forecast": (
        [("2019", "byen", 2), ("2021", "byen", 9, "forecast")],
        {"breaks": BREAK},
        "2 % i 2019",
        "Tallet for Byen var 2 % i 2019.",
    ),
    "periods of different length": (
        [("2019", "byen", 8), ("2020-01/2020-05", "byen", 7)],
        {"unit": "antal"},
        "7 i perioden januar til maj 2020",
        "Tallet for Byen var 7 i perioden januar til maj 2020.",
    ),
    "two figures for one period": (
        [("2019", "byen", 7), ("2020", "byen", 8), ("2020", "byen", 9)],
        {},
        "9 % i 2020",
        "Tallet for Byen var 9 % i 2020.",
    ),
    "the other area lacks the newest period": (
        [("2019", "byen", 7), ("2020", "byen", 8), ("2019", "landet", 9)],
        {},
        "8 % i 2020, op fra 7 % i 2019",
        "Tallet for Byen steg fra 7 % i 2019 til 8 % i 2020.",
    ),
    "the other area's figure is an estimate": (
        [("2019", "byen", 7), ("2020", "byen", 8), ("2020", "landet", 9, "estimate")],
        {},
        "8 % i 2020, op fra 7 % i 2019",
        "Tallet for Byen steg fra 7 % i 2019 til 8 % i 2020. Til sammenligning: hele landet 9 % (skøn).",
    ),
    "a tie with the other area": (
        [("2019", "byen", 7), ("2020", "byen", 9), ("2020", "landet", 9)],
        {},
        "9 % i 2020, op fra 7 % i 2019",
        "Tallet for Byen steg fra 7 % i 2019 til 9 % i 2020 og lå på højde med hele landet (9 %).",
    ),
    "a fall below the other area": (
        [("2019", "byen", 9), ("2020", "byen", 7), ("2020", "landet", 8)],
        {"direction": "down"},
        "7 % i 2020, ned fra 9 % i 2019",
        "Tallet for Byen faldt fra 9 % i 2019 til 7 % i 2020 og lå under hele landet (8 %).",
    ),
    "areas on both sides": (
        [("2019", "byen", 9), ("2020", "byen", 7), ("2020", "landet", 8), ("2020", "naboen", 7)],
        {},
        "7 % i 2020, ned fra 9 % i 2019",
        (
            "Tallet for Byen faldt fra 9 % i 2019 til 7 % i 2020. "
            "Byen lå under hele landet (8 %) og på højde med Naboen (7 %)."
        ),
    ),
    "a town has always fewer than the country": (
        [("2019", "byen", 900), ("2020", "byen", 1000), ("2020", "landet", 9000)],
        {"unit": "personer"},
        "1.000 personer i 2020, op fra 900 i 2019",
        "Tallet for Byen steg fra 900 i 2019 til 1.000 personer i 2020. Til sammenligning: hele landet 9.000 personer.",
    ),
    "only another area": ([("2020", "landet", 7)], {}, "7 % i 2020", "Tallet for hele landet var 7 % i 2020."),
    "kroner": (
        [("2019-ultimo", "byen", 2), ("2020-ultimo", "byen", 2.5)],
        {"unit": "mio. kr.", "direction": "none"},
        "2,5 mio. kr. ultimo 2020, op fra 2,0 mio. kr. ultimo 2019",
        "Tallet for Byen steg fra 2,0 mio. kr. ultimo 2019 til 2,5 mio. kr. ultimo 2020.",
    ),
    "very large": (
        [("2019", "byen", 999999999), ("2020", "byen", 1000000000)],
        {"unit": "antal"},
        "1.000.000.000 i 2020, op fra 999.999.999 i 2019",
        "Tallet for Byen steg fra 999.999.999 i 2019 til 1.000.000.000 i 2020.",
    ),
    "very small": (
        [("2019", "byen", 0.0001), ("2020", "byen", 0.0002)],
        {},
        "0,0002 % i 2020, op fra 0,0001 % i 2019",
        "Tallet for Byen steg fra 0,0001 % i 2019 til 0,0002 % i 2020.",
    ),
    "a day": (
        [("2019-05-31", "byen", 5), ("2020-05-31", "byen", 4)],
        {"unit": "antal"},
        "4 den 31. maj 2020, ned fra 5 den 31. maj 2019",
        "Tallet for Byen faldt fra 5 den 31. maj 2019 til 4 den 31. maj 2020.",
    ),
    "a placing unchanged": (
        [("2019", "byen", 4), ("2020", "byen", 4)],
        {"unit": "placering", "direction": "down"},
        "nr. 4 i 2020, det samme som i 2019",
        "Byen var nr. 4 i 2020, det samme som i 2019.",
    ),
    "a placing over three years": (
        [("2018", "byen", 9), ("2019", "byen", 5), ("2020", "byen", 4)],
        {"unit": "placering", "direction": "down"},
        "nr. 4 i 2020, før nr. 9 i 2018",
        "Byen var nr. 4 i 2020. Det er 1 plads længere oppe end i 2019 (nr. 5). I 2018 var placeringen nr. 9.",
    ),
    "a placing beside another": (
        [("2019", "byen", 5), ("2020", "byen", 4), ("2020", "landet", 3)],
        {"unit": "placering", "direction": "down"},
        "nr. 4 i 2020, før nr. 5 i 2019",
        "Byen var nr. 4 i 2020. Det er 1 plads længere oppe end i 2019 (nr. 5). Til sammenligning: hele landet nr. 3.",
    ),
    "placings that are tied": (
        [("2020", "byen", 3, "actual", "a"), ("2020", "byen", 3, "actual", "b"), ("2020", "byen", 7, "actual", "c")],
        {"unit": "placering", "direction": "down"},
        "bedst placeret var »a« og »b« som nr. 3 i 2020",
        "Bedst placeret var »a« og »b« som nr. 3 i 2020. Sidst var »c« som nr. 7.",
    ),
    "groups tied at both ends": (
        [("2020", "byen", value, "actual", name) for name, value in {"a": 9, "b": 5, "c": 5, "d": 1, "e": 1}.items()],
        {"unit": "personer"},
        "størst var »a« med 9 personer i 2020",
        ("Størst var »a« med 9 personer i 2020. Derefter kom »b« og »c« med hver 5. Mindst var »d« og »e« med hver 1."),
    ),
    "groups all alike, expected": (
        [("2020", "byen", 2, "forecast", name) for name in "abc"],
        {},
        "alle grupper har 2 % i 2020 (fremskrivning)",
        "Alle grupper har 2 % i 2020 (fremskrivning).",
    ),
    "a hope is not ranked among what was counted": (
        [
            ("2020", "byen", 40, "actual", "a"),
            ("2020", "byen", 8, "actual", "b"),
            ("2020", "byen", 60, "forecast", "c"),
        ],
        {},
        "højest var »a« med 40 % i 2020",
        "Højest var »a« med 40 % i 2020. Lavest var »b« med 8 %.",
    ),
    "a total of another kind is left out": (
        [("2020", "byen", 40, "actual", "a"), ("2020", "byen", 8, "actual", "b"), ("2020", "byen", 60, "forecast")],
        {"unit": "personer"},
        "størst var »a« med 40 personer i 2020",
        "Størst var »a« med 40 personer i 2020. Mindst var »b« med 8.",
    ),
    "one group of several": (
        [("2019", "byen", 9, "actual", "uden job"), ("2019", "byen", 91, "actual", "med job")],
        {"chart": {"groups": ["med job"]}},
        "91 % i 2019",
        "Tallet for »med job« var 91 % i 2019.",
    ),
    "the editor's name for it": (
        [("2010", "byen", 69.2), ("2020", "byen", 72.3), ("2020", "landet", 73.1)],
        {"chart": {"subject": "andelen i job i Byen"}},
        "72,3 % i 2020, op fra 69,2 % i 2010",
        "Andelen i job i Byen steg fra 69,2 % i 2010 til 72,3 % i 2020, men lå under hele landet (73,1 %).",
    ),
    "the editor's name for what is expected": (
        [("2030", "byen", 75, "forecast")],
        {"chart": {"subject": "andelen i job i Byen"}},
        "75 % ventet i 2030",
        "Kilden venter, at andelen i job i Byen bliver 75 % i 2030.",
    ),
    "the editor's name is not a group's": (
        [("2020", "byen", 2, "actual", "a"), ("2020", "byen", 3, "actual", "b")],
        {"chart": {"subject": "andelen i job i Byen", "form": "line"}},
        "højest var »b« med 3 % i 2020",
        "Højest var »b« med 3 % i 2020. Lavest var »a« med 2 %.",
    ),
    "a colon in the title": (
        [("2020", "byen", 7)],
        {"title": "Placering: vilkår"},
        "Placering: vilkår – 7 % i 2020",
        "Tallet for Byen var 7 % i 2020.",
    ),
}


@pytest.mark.parametrize(("rows", "changes", "headline", "description"), AWKWARD.values(), ids=AWKWARD)
def test_awkward_figures(rows: list[Row], changes: dict[str, object], headline: str, description: str):
    assert said(rows, **changes) == (headline, description)


AGAINST = {
    ("at_least", 80.0): "Det er præcis målet på 80 %.",
    ("at_most", 80.0): "Det er præcis målet på 80 %.",
    ("at_level", 80.0): "Det er præcis målet på 80 %.",
    ("above", 80.0): "Det er lige på grænsen, men målet er over 80 %.",
    ("below", 80.0): "Det er lige på grænsen, men målet er under 80 %.",
    ("at_least", 81.0): "Det er 1 procentpoint over målet på 80 %.",
    ("at_most", 79.0): "Det er 1 procentpoint under målet på 80 %.",
    ("at_level", 79.0): "Det er 1 procentpoint under målet på 80 %.",
    ("above", 81.0): "Det er 1 procentpoint over målet på 80 %.",
    ("below", 81.0): "Det er 1 procentpoint over målet på 80 %.",
}


@pytest.mark.parametrize(("asked", "ending"), AGAINST.items(), ids=str)
def test_a_figure_against_every_kind_of_demand(asked: tuple[str, float], ending: str):
    comparator, value = asked
    of = target(comparator=comparator)
    held = judge(of, of.parts[0], ledger(("2021", "byen", value)), dt.date(2026, 1, 15)).deciding
    assert str(parts.words().against(held, comparator)) == f"I 2021 var tallet {value:.0f} %. {ending}"


@pytest.mark.parametrize(
    ("comparator", "expected"),
    [
        ("at_least", "mindst 30 %"),
        ("at_most", "højst 30 %"),
        ("at_level", "30 %"),
        ("above", "over 30 %"),
        ("below", "under 30 %"),
    ],
)
def test_a_level_is_only_its_number(comparator: str, expected: str):
    assert str(parts.words().demand(comparator, "30 %")) == expected
    assert str(parts.words().aim(comparator, "30 %")) == f"Mål: {expected}"
