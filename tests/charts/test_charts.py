import datetime as dt
import html.parser

import jinja2
import plotly.graph_objects as go
import pytest
from charting import AREAS, DOCUMENTS, Row, ledger, target

from generator.base.text import unbroken
from generator.charts import Addresses, ChartView, TargetLine, choose_form, figure, view
from generator.figures.judging import judge
from generator.model.vocabulary import Comparator
from generator.publish.view import TEMPLATES

ADDRESSES = Addresses(
    {"a": "/kilder/a/", "b": "/kilder/b/"},
    "/data/andel.csv",
    "/indikatorer/andel/",
    lambda figure: f"/{figure['layout']['title']['text']}.json",
)
BREAK = [{"period": "2015", "note": "Ny opgørelse."}]


def form(*rows: Row, **changes: object):
    return choose_form(ledger(*rows, **changes))


def drawn(*rows: Row, **changes: object):
    return figure(ledger(*rows, **changes))


def shown(*rows: Row, **changes: object):
    return view(ledger(*rows, **changes), DOCUMENTS, ADDRESSES, ids="andel")


def groups(number: int, period: str = "2020", area: str = "byen"):
    return [(period, area, value + 1, "actual", f"gruppe {value:02}") for value in range(number)]


# Which form


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("2020", "byen", 1)], "none"),
        ([("2019", "byen", 1), ("2020", "landet", 2)], "none"),
        ([("2019", "byen", 1), ("2020", "byen", 2)], "line"),
        ([("2019", "byen", 1), ("2020", "byen", 2), ("2020", "landet", 2)], "line"),
        ([("2020", "byen", 1), ("2020", "landet", 2)], "bar"),
        (groups(2), "bar"),
        (groups(12), "bar"),
        (groups(13), "none"),
        (groups(4) + groups(4, "2019"), "line"),
        (groups(5) + groups(5, "2019"), "dumbbell"),
        (groups(12) + groups(12, "2019") + groups(12, "2018"), "small_multiples"),
        (groups(13) + groups(13, "2019"), "none"),
    ],
    ids=["one", "apart", "line", "areas", "bars", "two", "twelve", "thirteen", "four", "five", "panels", "too many"],
)
def test_the_figures_choose_the_form(rows: list[Row], expected: str):
    assert form(*rows) == expected


def test_the_indicator_chooses_before_the_rule():
    rows = groups(2) + groups(2, "2019")
    assert form(*rows, chart={"form": "bar"}) == "bar"
    assert form(*rows, chart={"form": "none"}) == "none"


def test_a_form_that_the_figures_do_not_fit_gives_way_to_the_rule():
    assert form(*groups(3), chart={"form": "line"}) == "bar"
    assert form(*groups(5), *groups(5, "2019"), chart={"form": "line"}) == "dumbbell"
    assert form(*groups(13), *groups(13, "2019"), chart={"form": "small_multiples"}) == "none"


def test_the_named_groups_decide_what_fits():
    rows = groups(20) + groups(20, "2019")
    assert form(*rows, chart={"groups": ["gruppe 01", "gruppe 02"]}) == "line"


def test_without_a_chart_there_is_no_figure():
    assert drawn(("2020", "byen", 1)) is None


def aims(*values: float, group: str = "", comparator: str = "above"):
    return [TargetLine(value, "unge", Comparator(comparator), group, "/maal/et/") for value in values]


def aimed(targets: list[TargetLine], *rows: Row, **changes: object):
    return view(ledger(*rows, **changes), DOCUMENTS, ADDRESSES, ids="andel", targets=targets)


FEW = [(str(year), "byen", 70 + year - 2016) for year in range(2016, 2020)]


@pytest.mark.parametrize(
    ("rows", "targets", "expected"),
    [
        (FEW[:1], aims(80), "bar_target"),
        (FEW, aims(80), "bar_target"),
        ([*FEW, ("2020", "byen", 75)], aims(80), "line"),
        ([*FEW, ("2019", "landet", 75)], aims(80), "line"),
        ([("2020", "byen", 1), ("2020", "landet", 2)], aims(80), "bar_target"),
        (groups(3), aims(80, group="gruppe 01"), "bar_target"),
        (groups(3), aims(80, group="en anden"), "bar"),
        (FEW[:1], aims(80, group="en anden"), "none"),
        (groups(12), aims(80, group="gruppe 01"), "bar_target"),
        (groups(13), aims(80, group="gruppe 01"), "none"),
    ],
    ids=["one", "four", "five", "areas over time", "areas", "groups", "other group", "nothing", "twelve", "too many"],
)
def test_few_figures_with_a_target_are_held_against_it(rows: list[Row], targets: list[TargetLine], expected: str):
    assert aimed(targets, *rows).form == expected


def pairs(rows: int, *ends: str):
    return [(end, "byen", row + 1, "actual", f"gruppe {row:02}") for row in range(rows) for end in ends]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (pairs(5, "2019", "2020"), "dumbbell"),
        (pairs(6, "2019", "2020")[:-1], "dumbbell"),
        (pairs(12, "2019", "2020"), "dumbbell"),
        ([*pairs(2, "2019", "2020"), *pairs(5, "2020")[2:]], "bar"),
        ([*pairs(3, "2019", "2020"), *pairs(6, "2020")[3:]], "bar"),
        ([*pairs(5, "2019", "2020"), ("2019", "byen", 9, "actual", "gruppe 00")], "bar"),
        (pairs(5, "2019", "2020-K1"), "bar"),
        ([("2020", area, 1, "actual", name) for area in AREAS for name in ("mænd", "kvinder")], "dumbbell"),
        ([("2020", area, 1, "actual", name) for area in ("byen", "landet") for name in "abc"], "dumbbell"),
    ],
    ids=[
        "two periods",
        "a gap",
        "twelve",
        "mostly gaps",
        "half of them gaps",
        "two figures for one point",
        "year and quarter",
        "groups",
        "areas",
    ],
)
def test_two_figures_a_row_make_a_dumbbell(rows: list[Row], expected: str):
    assert form(*rows) == expected


def test_one_row_is_no_dumbbell():
    assert form(*pairs(1, "2019", "2020"), chart={"form": "dumbbell"}) == "line"


def test_a_dumbbell_never_crosses_a_break():
    assert form(*pairs(5, "2014", "2015"), breaks=BREAK) == "bar"


# Figures


def test_a_target_for_all_rows_runs_through_them_and_one_for_a_row_stays_there():
    for_all = aimed(aims(80), *FEW[:2]).figure["layout"]
    assert for_all["meta"]["targets"] == [{"value": 80, "text": "Mål: over 80\xa0%", "row": None}]
    assert [(mark["x0"], mark["yref"]) for mark in for_all["shapes"]] == [(80, "paper")]
    for_one = aimed(aims(2.5, group="gruppe 01", comparator="at_level"), *groups(3)).figure["layout"]
    assert for_one["meta"]["targets"] == [{"value": 2.5, "text": "Mål: 2,5\xa0%", "row": 1}]
    assert [(mark["x0"], mark["y0"], mark["y1"]) for mark in for_one["shapes"]] == [(2.5, 0.55, 1.45)]


def test_placings_over_time_are_a_line_also_with_a_target():
    found = aimed(aims(10, comparator="at_most"), ("2019", "byen", 60), ("2020", "byen", 3), unit="placering")
    assert found.form == "line"
    assert aimed(aims(10), ("2020", "byen", 3), unit="placering").form == "bar_target"


def test_small_multiples_hold_the_home_areas_targets():
    rows = [
        (year, area, 1, "actual", f"g{n}")
        for year in ("2018", "2019", "2020")
        for n in range(3)
        for area in AREAS
        if area != "naboen"
    ]
    layout = aimed(aims(3, group="g1"), *rows).figure["layout"]
    (mark,) = (shape for shape in layout["shapes"] if shape["name"] == "target")
    (titled,) = (title for title in layout["annotations"] if "Mål: over 3\xa0%" in title["text"])
    assert (mark["y0"], mark["xref"], mark["yref"]) == (3, titled["xref"], titled["yref"].split()[0])
    assert titled["text"].startswith("Byen, g1")


def test_the_area_is_named_where_only_one_of_several_is_drawn():
    rows = [
        (year, area, n, "actual", f"g{n}") for year in ("2018", "2019") for area in ("byen", "landet") for n in range(8)
    ]
    found = shown(*rows)
    assert (found.form, found.sub) == ("bar", "Procent, 2019, Byen Kommune")
    assert shown(*[row for row in rows if row[1] == "byen" and row[0] == "2019"]).sub == "Procent, 2019"


def test_a_target_belongs_to_the_home_area():
    found = aimed(aims(3), ("2020", "byen", 1), ("2020", "landet", 2)).figure["layout"]["meta"]["targets"]
    assert [one["row"] for one in found] == [1]


def test_a_line_has_its_target_across_unless_the_lines_are_several_groups():
    rows = [*FEW, ("2020", "byen", 75)]
    (across,) = aimed(aims(80), *rows).figure["layout"]["shapes"]
    assert (across["y0"], across["y1"], across["xref"]) == (80, 80, "paper")
    two = [("2019", "byen", 1, "actual", "a"), ("2020", "byen", 1, "actual", "a"), ("2020", "byen", 1, "actual", "b")]
    assert aimed(aims(80, group="a"), *two).figure["layout"]["shapes"] == []


def test_bars_on_either_side_of_a_break_are_kept_apart():
    (aim, line) = aimed(aims(0), ("2014", "byen", 1), ("2015", "byen", 2), breaks=BREAK).figure["layout"]["shapes"]
    assert (aim["name"], line["name"], line["y0"], line["label"]["text"]) == ("target", "break", 0.5, "Databrud")


def test_a_dumbbell_has_an_end_for_each_period_and_keeps_the_order_of_the_groups():
    rows = [("2019", "byen", 9, "actual", "a"), ("2020", "byen", 1, "forecast", "a")]
    rows += [("2019", "byen", 2, "actual", "b"), ("2020", "byen", 3, "actual", "b")]
    found = drawn(*rows, chart={"form": "dumbbell"})
    ends = {trace.name: list(zip(trace.y, trace.x, strict=True)) for trace in found.data if trace.mode == "markers"}
    assert ends == {
        "2019": [("a (2020: fremskrivning)", 9), ("b", 2)],
        "2020": [("a (2020: fremskrivning)", 1), ("b", 3)],
    }
    assert [trace.meta["edge"] for trace in found.data if trace.mode == "lines"] == ["dashed", "solid"]


@pytest.mark.parametrize(
    ("unit", "order"),
    [
        ("procent", ["Naboen", "Byen", "Hele landet (2020: ingen tal)"]),
        ("placering", ["Byen", "Naboen", "Hele landet (2020: ingen tal)"]),
    ],
)
def test_areas_in_a_dumbbell_begin_with_the_largest_or_the_best_placed_and_end_with_the_unknown(
    unit: str, order: list[str]
):
    rows = [("2019", "byen", 3), ("2020", "byen", 2), ("2019", "landet", 50), ("2019", "naboen", 1)]
    found = drawn(*rows, ("2020", "naboen", 9), unit=unit, chart={"form": "dumbbell"})
    assert list(found.layout.yaxis.categoryarray) == order


def test_a_row_of_a_dumbbell_says_which_period_it_lacks_and_stays_in_its_place():
    rows = [("2019", "byen", 1, "actual", "5-9 år"), ("2020", "byen", 9, "actual", "5-9 år")]
    rows += [("2020", "byen", 50, "estimate", "10-14 år"), ("2019", "byen", 3, "actual", "15-19 år")]
    rows += [("2020", "byen", 2, "actual", "15-19 år")]
    found = drawn(*rows, chart={"form": "dumbbell"})
    assert list(found.layout.yaxis.categoryarray) == ["5-9 år", "10-14 år (2019: ingen tal, 2020: skøn)", "15-19 år"]


def test_bars_keep_the_order_of_the_groups_and_an_empty_place_for_one_without_a_figure():
    rows = [("2019", "byen", 4, "actual", "5-9 år"), ("2020", "byen", 9, "actual", "0-4 år")]
    rows += [("2020", "byen", 50, "actual", "10-14 år"), ("2020", "byen", 7)]
    found = drawn(*rows, chart={"form": "bar", "groups": ["0-4 år", "5-9 år", "10-14 år"]})
    (bars,) = found.data
    assert list(zip(bars.y, bars.x, bars.text, strict=True)) == [
        ("0-4 år", 9, "9 %"),
        ("5-9 år", None, "Ingen tal"),
        ("10-14 år", 50, "50 %"),
    ]
    assert bars.hovertext[1] == "5-9 år: ingen tal"
    (place,) = found.layout.shapes
    assert (place.type, place.name, place.y0, place.y1) == ("rect", "missing", 0.7, 1.3)


def test_bars_of_areas_end_with_those_without_a_figure():
    rows = [("2019", "landet", 4), ("2020", "byen", 9), ("2020", "naboen", 50)]
    (bars,) = drawn(*rows, chart={"form": "bar"}).data
    assert list(bars.y) == ["Naboen", "Byen", "Hele landet"]
    assert list(bars.x) == [50, 9, None]


def test_bars_over_time_have_an_empty_place_for_the_periods_without_figures():
    rows = [("2014", "byen", 1), ("2015", "byen", 2), ("2018", "byen", 3)]
    found = aimed(aims(3), *rows, breaks=[{"period": "2018", "note": "Ny."}], chart={"form": "bar_target"})
    (bars,) = found.figure["data"]
    assert list(zip(bars["y"], bars["x"], strict=True)) == [
        ("2014", 1),
        ("2015", 2),
        ("2016 til 2017", None),
        ("2018", 3),
    ]
    assert [(mark["name"], mark["y0"]) for mark in found.figure["layout"]["shapes"]] == [
        ("target", 0),
        ("break", 2.5),
        ("missing", 1.7),
    ]


def test_small_multiples_share_their_axes():
    found = drawn(*pairs(6, "2018", "2019", "2020"))
    assert {trace.xaxis for trace in found.data} == {"x", "x2", "x3", "x4", "x5", "x6"}
    assert [found.layout[f"yaxis{number}"].matches for number in range(2, 7)] == ["y"] * 5
    assert {trace.marker.color for trace in found.data if trace.mode == "markers"} == {"#12436D"}


def test_what_a_point_shows_is_said_in_danish():
    found = aimed([], ("2019", "byen", 1234.5), ("2020", "byen", 2, "forecast"), unit="mio. kr.").figure
    assert found["data"][-1]["hovertext"] == [
        "Byen<br>2019: 1.234,5 mio. kr.",
        "Byen<br>2020: 2,0 mio. kr. (fremskrivning)",
    ]


def strokes(found: go.Figure):
    return [(trace.name, list(trace.y), trace.meta["edge"]) for trace in found.data if trace.mode == "lines"]


def test_a_line_has_a_stroke_and_its_points_for_each_series():
    found = drawn(("2019", "byen", 69.2), ("2020", "byen", 72.3), ("2020", "landet", 73.1))
    assert strokes(found) == [("Byen", [69.2, 72.3], "solid")]
    points = [trace for trace in found.data if trace.mode == "markers"]
    assert [(trace.name, list(trace.text)) for trace in points] == [
        ("Byen", ["69,2", "72,3"]),
        ("Hele landet", ["73,1"]),
    ]
    assert len({trace.marker.symbol[0] for trace in points}) == 2


def test_no_line_is_drawn_over_years_without_figures():
    found = drawn(*((str(year), "byen", year - 2000) for year in (2013, 2014, 2015, 2019, 2020)))
    assert strokes(found) == [("Byen", [13, 14, 15], "solid"), ("Byen", [19, 20], "solid")]


def test_points_stand_in_the_middle_of_their_periods():
    found = drawn(("2020", "byen", 1), ("2020-ultimo", "byen", 2), ("2021-K3/2022-K2", "byen", 3))
    assert list(found.layout.xaxis.tickvals) == ["2020-07-01", "2020-12-31", "2021-12-30"]
    assert list(found.layout.xaxis.ticktext) == ["2020", "ultimo 2020", "3. kvartal 2021 til 2. kvartal 2022"]


def test_a_line_stops_at_a_break_which_is_marked():
    rows = [(str(year), "byen", year - 2000) for year in (2013, 2014, 2015, 2016)]
    found = drawn(*rows, breaks=BREAK)
    assert strokes(found) == [("Byen", [13, 14], "solid"), ("Byen", [15, 16], "solid")]
    assert [(shape.x0, shape.label.text) for shape in found.layout.shapes] == [("2015-01-01", "Databrud")]


def test_a_line_is_dashed_towards_a_projection_whose_point_is_open():
    found = drawn(("2019", "byen", 1), ("2020", "byen", 2), ("2021", "byen", 3, "forecast"))
    assert strokes(found) == [("Byen", [1, 2], "solid"), ("Byen", [2, 3], "dashed")]
    solid, dashed, points = found.data
    assert (solid.line.dash, dashed.line.dash) == ("solid", "2px,4px")
    assert list(points.marker.symbol) == ["circle", "circle", "circle-open"]
    assert [list(row) for row in points.customdata] == [["", "2019"], ["", "2020"], ["fremskrivning", "2021"]]


def test_series_are_named_after_what_tells_them_apart():
    two = [("2019", "byen", 1), ("2020", "byen", 2)]
    one_area = drawn(*groups(1), *two)
    both = drawn(*groups(1, area="landet"), *two)
    names = [[trace.name for trace in found.data if trace.mode == "markers"] for found in (one_area, both)]
    assert names == [["Samlet", "gruppe 00"], ["Byen, Samlet", "Hele landet, gruppe 00"]]


def test_the_best_placing_is_on_top():
    found = drawn(("2019", "byen", 95), ("2020", "byen", 80), unit="placering")
    assert found.layout.yaxis.autorange == "reversed"


def test_bars_are_sorted_and_start_at_zero():
    found = drawn(("2020", "byen", 10.72, "estimate"), ("2020", "landet", 5.5), ("2020", "naboen", 12))
    (bars,) = found.data
    assert list(bars.y) == ["Naboen", "Byen", "Hele landet"]
    assert list(bars.x) == [12, 10.72, 5.5]
    assert list(bars.text) == ["12,00 %", "10,72 %", "5,50 %"]
    assert [list(row) for row in bars.customdata] == [["", False], ["skøn", True], ["", False]]
    assert (bars.orientation, found.layout.xaxis.rangemode) == ("h", "tozero")


def test_a_figure_is_danish_and_carries_no_template():
    found = drawn(("2019", "byen", 1), ("2020", "byen", 2))
    assert found.layout.separators == ",."
    assert found.layout.template.layout.to_plotly_json() == {}
    assert found.layout.title.text == "Andel i job"
    assert found.layout.meta["description"].startswith("Tallet for Byen steg fra 1 % i 2019")


# Words


def words(*rows: Row, **changes: object):
    found = shown(*rows, **changes)
    return found.headline, found.description


def against(*rows: Row, part: dict[str, object], **changes: object):
    of = target(**part)
    held = judge(of, of.parts[0], ledger(*rows, **changes), dt.date(2026, 1, 15)).deciding
    sentences = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True)
    return str(sentences.get_template("sentences.j2").module.against(held, of.parts[0].comparator))


def test_one_value():
    assert words(("2020-K2", "byen", 1537), unit="fuldtidspersoner") == (
        "Andel i job: 1.537 fuldtidspersoner i 2. kvartal 2020",
        "Tallet for Byen var 1.537 fuldtidspersoner i 2. kvartal 2020.",
    )


def test_a_rise_beside_other_areas():
    assert words(("2010", "byen", 69.2), ("2020", "byen", 72.3), ("2020", "landet", 73.1), ("2020", "naboen", 70)) == (
        "Andel i job: 72,3 % i 2020, op fra 69,2 % i 2010",
        (
            "Tallet for Byen steg fra 69,2 % i 2010 til 72,3 % i 2020. "
            "Byen lå under hele landet (73,1 %) og over Naboen (70,0 %)."
        ),
    )


@pytest.mark.parametrize(
    ("nation", "ending"),
    [
        (73.1, ", men lå under hele landet (73,1 %)."),
        (70.0, " og lå over hele landet (70,0 %)."),
        (72.3, " og lå på højde med hele landet (72,3 %)."),
    ],
)
def test_a_rise_beside_one_other_area(nation: float, ending: str):
    rows = [("2010", "byen", 69.2), ("2020", "byen", 72.3), ("2020", "landet", nation)]
    assert words(*rows)[1] == f"Tallet for Byen steg fra 69,2 % i 2010 til 72,3 % i 2020{ending}"


def test_a_fall_beside_one_other_area():
    rows = [("2010", "byen", 5), ("2020", "byen", 4), ("2020", "landet", 3)]
    assert words(*rows)[1] == "Tallet for Byen faldt fra 5 % i 2010 til 4 % i 2020, men lå over hele landet (3 %)."


def test_no_change_beside_one_other_area():
    rows = [("2019", "byen", 4), ("2020", "byen", 4), ("2020", "landet", 4)]
    assert words(*rows)[1] == (
        "Tallet for Byen var 4 % i 2020, det samme som i 2019. Byen lå på højde med hele landet (4 %)."
    )


def test_other_areas_come_before_the_previous_figure():
    rows = [("2010", "byen", 1), ("2019", "byen", 2), ("2020", "byen", 3), ("2020", "landet", 4), ("2020", "naboen", 5)]
    assert words(*rows)[1] == (
        "Tallet for Byen steg fra 1 % i 2010 til 3 % i 2020, men lå under hele landet (4 %) og Naboen (5 %). "
        "I 2019 var tallet 2 %."
    )


def test_placings_are_only_set_beside_each_other():
    assert words(("2020", "byen", 80), ("2020", "naboen", 3), unit="placering")[1] == (
        "Byen var nr. 80 i 2020. Til sammenligning: Naboen nr. 3."
    )


def test_a_projection_alone():
    assert words(("2030", "byen", 12, "forecast"), unit="antal") == (
        "Andel i job: 12 ventet i 2030",
        "Kilden venter, at tallet for Byen bliver 12 i 2030.",
    )


@pytest.mark.parametrize(
    ("value", "unit", "demand", "expected"),
    [
        (93, "procent", 80, "I 2021 var tallet 93 %. Det er 13 procentpoint over målet på 80 %."),
        (75.6, "procent", 80, "I 2021 var tallet 75,6 %. Det er 4,4 procentpoint under målet på 80,0 %."),
        (80, "procent", 80, "I 2021 var tallet 80 %. Det er præcis målet på 80 %."),
        (-30, "personer", 0, "I 2021 var tallet −30 personer. Det er 30 personer under målet på 0 personer."),
        (2.5, "mio. kr.", 2, "I 2021 var tallet 2,5 mio. kr. Det er 0,5 mio. kr. over målet på 2,0 mio. kr."),
        (9, "placering", 10, "I 2021 var placeringen nr. 9. Det er 1 plads længere oppe end målet, nr. 10."),
        (12, "placering", 10, "I 2021 var placeringen nr. 12. Det er 2 pladser længere nede end målet, nr. 10."),
        (10, "placering", 10, "I 2021 var placeringen nr. 10. Det er præcis målet, nr. 10."),
    ],
)
def test_a_figure_against_its_target(value: float, unit: str, demand: float, expected: str):
    assert against(("2021", "byen", value), unit=unit, part={"value": demand, "unit": unit}) == expected


def test_a_figure_against_another_area():
    rows = [("2021", "byen", 72.3), ("2021", "landet", 73.1)]
    assert against(*rows, part={"reference": "landet", "offset": 2}) == (
        "I 2021 var tallet 72,3 %. Det er 2,8 procentpoint under målet på 75,1 %. "
        "Målet er regnet ud fra tallet for hele landet, som var 73,1 %."
    )


def test_a_fall_over_several_periods():
    rows = [("2018-ultimo", "byen", 1200), ("2019-ultimo", "byen", 1000), ("2020-ultimo", "byen", 900)]
    assert words(*rows, unit="personer") == (
        "Andel i job: 900 personer ultimo 2020, ned fra 1.200 ultimo 2018",
        ("Tallet for Byen faldt fra 1.200 ultimo 2018 til 900 personer ultimo 2020. Ultimo 2019 var tallet 1.000."),
    )


def test_no_change():
    assert words(("2019", "byen", 0), ("2020", "byen", 0)) == (
        "Andel i job: 0 % i 2020, det samme som i 2019",
        "Tallet for Byen var 0 % i 2020, det samme som i 2019.",
    )


def test_a_placing():
    assert words(("2018", "byen", 95), ("2020", "byen", 80), unit="placering") == (
        "Andel i job: nr. 80 i 2020, før nr. 95 i 2018",
        "Byen var nr. 80 i 2020. Det er 15 pladser længere oppe end i 2018 (nr. 95).",
    )


def test_a_projection_after_a_counted_figure():
    assert words(("2019-ultimo", "byen", 3.8), ("2021-ultimo", "byen", 4.6, "forecast")) == (
        "Andel i job: 3,8 % ultimo 2019, 4,6 % ventet ultimo 2021",
        "Tallet for Byen var 3,8 % ultimo 2019. Kilden venter, at tallet bliver 4,6 % ultimo 2021.",
    )


def test_an_estimate_alone():
    assert words(("2021-K3/2022-K2", "byen", 600, "estimate"), unit="personer") == (
        "Andel i job: skønnet til 600 personer i perioden 3. kvartal 2021 til 2. kvartal 2022",
        "Kilden skønner tallet for Byen til 600 personer i perioden 3. kvartal 2021 til 2. kvartal 2022.",
    )


def test_areas_in_one_period():
    assert words(("2021", "byen", 10, "estimate"), ("2021", "landet", 7), unit="antal") == (
        "Andel i job: Byen 10 (skøn) og hele landet 7 i 2021",
        "Kilden skønner tallet for Byen til 10 i 2021. Til sammenligning: hele landet 7.",
    )


def test_groups_in_one_period_with_their_total():
    rows = [("2022", "byen", 668.4, "actual", "Pension"), ("2022", "byen", 65.5, "actual", "Øvrige")]
    rows += [("2022", "byen", 378.6, "actual", "Fleksjob"), ("2022", "byen", 1112.5)]
    assert words(*rows, unit="mio. kr.") == (
        "Andel i job: størst var »Pension« med 668,4 mio. kr. i 2022",
        (
            "Størst var »Pension« med 668,4 mio. kr. i 2022. Derefter kom »Fleksjob« med 378,6 mio. kr. "
            "Mindst var »Øvrige« med 65,5 mio. kr. Samlet: 1.112,5 mio. kr."
        ),
    )


def test_groups_that_share_the_first_place():
    rows = [("2022", "byen", 3, "actual", "a"), ("2022", "byen", 3, "actual", "b"), ("2022", "byen", 1, "actual", "c")]
    assert words(*rows) == (
        "Andel i job: højest var »a« og »b« med hver 3 % i 2022",
        "Højest var »a« og »b« med hver 3 % i 2022. Lavest var »c« med 1 %.",
    )


def test_groups_that_are_all_alike():
    rows = [("2022", "byen", 3, "actual", "a"), ("2022", "byen", 3, "actual", "b")]
    assert words(*rows) == ("Andel i job: begge grupper havde 3 % i 2022", "Begge grupper havde 3 % i 2022.")


def test_losses_are_high_and_low():
    rows = [("2021", "byen", -900, "forecast", "a"), ("2021", "byen", -550, "forecast", "b")]
    assert words(*rows, unit="personer") == (
        "Andel i job: højest er »b« med −550 personer i 2021 (fremskrivning)",
        "Højest er »b« med −550 personer i 2021 (fremskrivning). Lavest er »a« med −900.",
    )


def test_groups_over_several_periods():
    rows = [("2019", "byen", 1, "actual", "a"), ("2020", "byen", 2, "actual", "a"), ("2020", "byen", 5, "actual", "b")]
    assert words(*rows) == (
        "Andel i job: a 2 % i 2020, op fra 1 % i 2019",
        "Tallet for »a« steg fra 1 % i 2019 til 2 % i 2020. Tallet for »b« var 5 % i 2020.",
    )


def test_the_indicators_own_words_come_first_and_what_is_measured_moves_below():
    own = shown(("2020", "byen", 1), chart={"headline": "Kun én.", "description": "En enkelt."})
    assert (own.headline, own.sub, own.description) == ("Kun én.", "Andel i job, procent, 2020", "En enkelt.")
    ours = shown(("2019", "byen", 1), ("2020", "byen", 1), unit="personer")
    assert ours.sub == "Antal personer, 2019 til 2020"


def test_the_largest_movements_over_several_groups():
    rows = [
        (year, "byen", value, "actual", name)
        for name, both in {
            "a": (1, 4),
            "b": (2, 5),
            "c": (3, 3),
            "d": (9, 4),
            "e": (1, 2),
        }.items()
        for year, value in zip(("2019", "2020"), both, strict=True)
    ]
    assert shown(*rows).description == (
        "»a« og »b« er steget mest, hver med 3 procentpoint. "
        "Kun »d« er faldet, med 5 procentpoint fra 9 % i 2019 til 4 % i 2020."
    )


def test_where_a_series_cannot_be_compared_nobody_knows_which_is_the_only_one():
    rows = [(year, "byen", value, "actual", name) for name in "abcd" for year, value in (("2019", 1), ("2020", 1))]
    rows += [("2019", "byen", 1, "actual", "e"), ("2020", "byen", 3, "actual", "e"), ("2020", "byen", 2, "actual", "f")]
    assert shown(*rows, chart={"form": "dumbbell"}).description.startswith("»e« er steget mest, med 2 procentpoint")
    assert shown(*rows[:-1]).description.startswith("Kun »e« er steget, med 2 procentpoint fra 1 % i 2019")


def test_nothing_moved():
    assert shown(*[(year, "byen", 1, "actual", name) for name in "abcde" for year in ("2019", "2020")]).description == (
        "Ingen af tallene har ændret sig."
    )


def test_targets_stand_in_the_words_the_drawing_and_the_table():
    found = aimed(aims(80), *FEW[:2])
    assert found.aims_in_words == "Unge: målet er over 80 %."
    assert "Unge: målet er over 80 %.</desc>" in found.wide
    page = rendered(found)
    assert "Unge: målet er over 80\xa0%.</p>" in page
    assert '<th scope="row"><a href="/maal/et/">Mål</a>: unge</th><td class="n">over 80 %</td><td>mål</td>' in page


# The place on the page


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("2020-K2", "byen", 1537)], [("2. kvartal 2020", "1.537")]),
        (
            [("2021", "landet", 600, "forecast"), ("2021", "byen", 7, "forecast")],
            [("Byen, 2021, fremskrivning", "7"), ("Hele landet, 2021, fremskrivning", "600")],
        ),
        (
            [(str(year), "byen", year) for year in range(2010, 2020)],
            [(str(year), f"2.0{year - 2000}") for year in (2019, 2018, 2017, 2016)],
        ),
        (groups(14), [(f"gruppe 0{number}, 2020", str(number + 1)) for number in (0, 1, 2, 3)]),
    ],
    ids=["one", "areas", "one series", "groups"],
)
def test_without_a_chart_the_newest_figures_stand_large(rows: list[Row], expected: list[tuple[str, str]]):
    found = shown(*rows, unit="personer", chart={"form": "none"})
    assert [(figure.label, figure.number) for figure in found.key_figures] == expected
    assert rendered(found).count("<dd>") == len(expected)
    assert "<dd>" not in rendered(found, own_page=True)


def test_a_line_that_is_cut_between_a_half_year_and_a_year_says_why():
    why = '<p class="meta">Nogle perioder er længere end andre. Derfor er ikke alle punkter forbundet.</p>'
    uneven = [("2018-H2", "byen", 1), ("2019-H1", "byen", 2), ("2020", "byen", 5)]
    assert why in rendered(shown(*uneven))
    assert why not in rendered(shown(*uneven[:2]))
    assert why not in rendered(shown(*uneven, chart={"form": "none"}))


def test_only_a_chart_can_be_made_interactive():
    button = '<button type="button" data-src="/Andel i job.json">'
    assert button in rendered(shown(*FEW))
    assert button not in rendered(shown(*FEW[:1]))


def test_the_table_has_one_number_of_decimals_and_says_what_kind_each_figure_is():
    worked = {"period": "2018", "area": "byen", "value": 1, "kind": "actual", "calculation": "2 - 1"}
    found = shown(worked, ("2019", "byen", 2.25, "estimate"), ("2020", "byen", 1000, "forecast"))
    assert [(row.period, row.number, row.kind, row.notes) for row in found.rows] == [
        ("2018", "1,00", "beregnet af os", ("2 - 1",)),
        ("2019", "2,25", "skøn", ()),
        ("2020", "1.000,00", "fremskrivning", ()),
    ]
    assert (found.has_areas, found.has_groups, found.has_notes) == (False, False, True)


def test_the_table_behind_bars_begins_with_them_and_keeps_the_rest():
    found = shown(*groups(2), ("2020", "byen", 3), ("2019", "landet", 4, "actual", "gruppe 00"))
    assert [(row.area, row.group, row.number) for row in found.rows] == [
        ("Byen Kommune", "gruppe 00", "1"),
        ("Byen Kommune", "gruppe 01", "2"),
        ("Byen Kommune", "", "3"),
        ("Hele landet", "gruppe 00", "4"),
    ]


def test_a_figure_from_another_section_of_the_same_source_says_so():
    other = {"period": "2020", "area": "byen", "value": 2, "kind": "actual"}
    found = shown(("2019", "byen", 1), other | {"source": {"document": "a", "section": "8"}})
    assert [row.notes for row in found.rows] == [(), ("Planen a, afsnit 8",)]


def test_breaks_are_told_in_order_of_time():
    breaks = [{"period": "2016", "note": "Sent."}, {"period": "2014", "note": "Tidligt."}]
    assert shown(*FEW, breaks=breaks).breaks == (("2014", "Tidligt."), ("2016", "Sent."))


def test_only_the_percent_sign_is_repeated_at_the_mark_of_a_target():
    texts = [
        aimed(aims(3), ("2020", "byen", 1), unit=unit).figure["layout"]["meta"]["targets"][0]["text"]
        for unit in ("procent", "procentpoint", "personer", "mio. kr.", "placering", "antal")
    ]
    assert texts == ["Mål: over 3\xa0%", *["Mål: over 3"] * 5]


def test_every_source_is_named_once_with_its_sections():
    other = {"area": "byen", "value": 1, "kind": "actual", "source": {"document": "b", "section": "8 Tilsyn"}}
    found = shown({"period": "2018"} | other, {"period": "2019"} | other, ("2020", "byen", 2))
    assert [(one.title, one.is_draft, one.sections, one.url) for one in found.sources] == [
        ("Planen a", False, ("2.1 Vilkår",), "/kilder/a/"),
        ("Planen b", True, ("8 Tilsyn",), "/kilder/b/"),
    ]
    assert [row.notes for row in found.rows] == [("Planen b, afsnit 8 Tilsyn",)] * 2 + [()]


def rendered(found: ChartView, **options: object):
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True)
    environment.globals["unbroken"] = unbroken
    template = environment.from_string('{% from "chart.html.j2" import chart %}{{ chart(view, **options) }}')
    return template.render(view=found, options=options)


class Elements(html.parser.HTMLParser):
    """Collects the elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]):
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str):
        return [attributes for name, attributes in self.found if name == tag]


TRICKY = [("2019", "byen", 1, "actual", "<b>a</b>"), ("2020", "byen", 2, "actual", "<b>a</b>"), ("2020", "landet", 3)]


def test_the_figure_is_one_block_named_by_its_headline():
    page = rendered(shown(*TRICKY, breaks=BREAK), level=3)
    assert "\n\n" not in page
    elements = Elements(page)
    (diagram,) = elements.all("figure")
    (heading,) = elements.all("h3")
    assert diagram["aria-labelledby"] == heading["id"] == "andel-overskrift"
    assert elements.all("b") == []


def test_ids_are_unique_and_what_they_point_to_is_there():
    elements = Elements(rendered(shown(*TRICKY)))
    ids = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    pointed = " ".join(attributes.get("aria-labelledby", "") for _, attributes in elements.found).split()
    assert pointed
    assert set(pointed) <= set(ids)


def test_the_table_has_a_caption_scopes_and_a_named_region_that_takes_focus():
    page = rendered(shown(*TRICKY))
    elements = Elements(page)
    (region,) = [attributes for attributes in elements.all("div") if attributes.get("class") == "scroll"]
    assert (region["tabindex"], region["role"], region["aria-label"]) == ("0", "region", "Tabel: Andel i job")
    assert "<caption>Andel i job, procent</caption>" in page
    assert [attributes.get("scope") for attributes in elements.all("th")] == ["col"] * 5 + ["row"] * 3


def test_the_numbers_are_open_where_they_are_all_that_the_page_shows():
    alone = shown(("2020", "byen", 1))
    assert Elements(rendered(alone, own_page=True)).all("details") == [{"open": None}]
    assert Elements(rendered(alone)).all("details") == [{}]
    assert Elements(rendered(shown(*TRICKY))).all("details") == [{}]


def test_links_lead_to_the_source_the_numbers_and_the_indicators_page():
    found = shown(*TRICKY)
    addresses = [attributes["href"] for attributes in Elements(rendered(found)).all("a")]
    assert addresses == ["/kilder/a/", "/data/andel.csv", "/indikatorer/andel/"]
    own = [attributes["href"] for attributes in Elements(rendered(found, own_page=True)).all("a")]
    assert own == ["/kilder/a/", "/data/andel.csv"]


def test_a_break_is_explained():
    page = rendered(shown(("2014", "byen", 1), ("2015", "byen", 2), breaks=BREAK))
    assert "<strong>Databrud fra 2015.</strong> Ny opgørelse. Tal før og efter kan ikke sammenlignes." in page


def test_tiny_numbers_are_told_apart():
    headline, _ = words(("2023", "byen", 0.0000004), ("2024", "byen", 0.0000003))
    assert headline == "Andel i job: 0,0000003 % i 2024, ned fra 0,0000004 % i 2023"
