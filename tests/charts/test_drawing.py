import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from charting import AREAS, AWKWARD, BENEFITS, LONG, YEARS, Row, figure, target_line
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.base.hyphenation import hyphenated
from generator.charts import TargetLine, draw, drawing
from generator.charts.drawing.lettering import Width, text_width, wrapped
from generator.charts.drawing.placing import spread, ticks
from generator.model.vocabulary import Comparator

SVG = "{http://www.w3.org/2000/svg}"


def parsed(drawing: Markup):
    text = str(drawing).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    return ET.fromstring(text)  # noqa: S314 - our own drawing


def words(root: ET.Element):
    """Every line of text with its box, as wide as it is estimated."""
    boxes = []
    for text in root.iter(f"{SVG}text"):
        is_bold = re.search(r"\bn\d\b|\b[vi]\b", text.get("class")) is not None and "u" not in text.get("class").split()
        for line in text.findall(f"{SVG}tspan") or [text]:
            width = text_width(line.text, bold=is_bold)
            left = float(line.get("x")) - width * {"middle": 0.5, "end": 1}.get(text.get("text-anchor"), 0)
            base = float(line.get("y"))
            boxes.append((line.text, left, base - 11, left + width, base + 3))
    return boxes


def problems(root: ET.Element):
    """What a reader would see as wrong: text outside the drawing, or on other text."""
    _, _, width, height = map(float, root.get("viewBox").split())
    boxes = words(root)
    for number, (text, left, top, right, bottom) in enumerate(boxes):
        if left < -0.5 or top < -0.5 or right > width + 0.5 or bottom > height + 0.5:
            yield f"{text} leaves the drawing"
        for other, left2, top2, right2, bottom2 in boxes[:number]:
            if left < right2 - 0.5 and left2 < right - 0.5 and top < bottom2 - 0.5 and top2 < bottom - 0.5:
                yield f"{text} lies on {other}"


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("name", AWKWARD)
def test_no_label_leaves_the_drawing_or_lies_on_another(name: str, width: Width):
    root = parsed(draw(figure(*AWKWARD[name], unit="antal"), width=width, ids="x"))
    assert list(problems(root)) == []


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("name", AWKWARD)
def test_no_label_lies_on_a_point(name: str, width: Width):
    root = parsed(draw(figure(*AWKWARD[name], unit="antal"), width=width, ids="x"))
    points = [tuple(float(one.get(key)) for key in ("cx", "cy", "r")) for one in root.iter(f"{SVG}circle")]
    covered = [
        label
        for label, left, top, right, bottom in words(root)
        for x, y, r in points
        if left < x + r - 1 and x - r + 1 < right and top + 2 < y + r - 1 and y - r + 1 < bottom - 1
    ]
    assert covered == []


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("name", [name for name in AWKWARD if "benefit" in name])
def test_names_keep_the_word_that_tells_them_apart(name: str, width: Width):
    found = " ".join(box[0] for box in words(parsed(draw(figure(*AWKWARD[name]), width=width, ids="x"))))
    for word in ("aktivitetsparate", "jobparate", "sygedagpenge"):
        assert re.search("(- )?".join(word), found), word


@pytest.mark.parametrize("name", AWKWARD)
def test_a_line_is_never_squeezed_by_its_labels(name: str):
    found = figure(*AWKWARD[name], unit="antal")
    if found.layout.meta["form"] == "line":
        root = parsed(draw(found, width="narrow", ids="x"))
        grid = [one.get("d") for one in root.iter(f"{SVG}path") if one.get("class") == "g" and "H" in one.get("d")]
        lengths = [float(end) - float(re.match(r"M([\d.]+)", way)[1]) for way in grid for end in way.split("H")[1:]]
        assert min(lengths) >= 120


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("name", AWKWARD)
def test_marks_stay_inside_the_drawing(name: str, width: Width):
    root = parsed(draw(figure(*AWKWARD[name], unit="antal"), width=width, ids="x"))
    full, height = map(float, root.get("viewBox").split()[2:])
    circles = [(float(one.get("cx")), float(one.get("cy"))) for one in root.iter(f"{SVG}circle")]
    bars = [(float(one.get("x")) + float(one.get("width")), float(one.get("y"))) for one in root.iter(f"{SVG}rect")]
    assert circles or bars
    assert all(0 < x < full and 0 < y < height for x, y in circles + bars)


KINDS = st.sampled_from(["actual", "actual", "actual", "estimate", "forecast"])
VALUES = st.one_of(
    st.sampled_from([0, 0.1, -0.25, 100, 987654321098, -123456789012]),
    st.integers(-1000, 1000),
    st.floats(0, 100).map(lambda value: round(value, 2)),
)
PERIODS = st.sampled_from(
    [str(year) for year in range(2008, 2024)] + [f"2020-{month:02}" for month in range(1, 13)] + [*YEARS, "2019-ultimo"]
)
NAMES = st.integers(1, len(LONG)).flatmap(
    lambda end: st.integers(0, end - 1).map(lambda start: LONG[start:end].strip())
)
FORMS = st.sampled_from([None, None, "line", "small_multiples", "bar", "bar_target", "dumbbell"])


@st.composite
def any_chart(draw: st.DrawFn):
    """Figures of any size and order, with gaps, breaks, estimates and targets."""
    groups = draw(st.lists(NAMES.filter(bool), max_size=12, unique=True)) or [None]
    areas = draw(st.lists(st.sampled_from(list(AREAS)), min_size=1, max_size=3, unique=True))
    periods = draw(st.lists(PERIODS, min_size=1, max_size=8, unique=True))
    places = [(period, area, group) for period in periods for area in areas for group in groups]
    kept = draw(st.lists(st.sampled_from(places), min_size=1, max_size=40, unique=True))
    rows = [(period, area, draw(VALUES), draw(KINDS), group) for period, area, group in kept]
    aims = st.builds(
        target_line, VALUES, st.sampled_from(groups).map(lambda name: name or ""), st.sampled_from(Comparator)
    )
    breaks = [{"period": period, "note": "Ny."} for period in draw(st.lists(PERIODS, max_size=2, unique=True))]
    changes = {"unit": draw(st.sampled_from(["procent", "mio. kr.", "procentpoint"])), "breaks": breaks}
    return rows, changes | {"chart": {"form": draw(FORMS)}}, draw(st.lists(aims, max_size=3))


MONTH_BEFORE_THE_YEARS_MIDDLE = [
    ("2020-02", "landet", 0, "actual", "a"),
    ("2020-01", "landet", 0, "actual", "b"),
    ("2020", "landet", 0, "actual", "c"),
    ("2020-05", "landet", 0, "actual", "c"),
    ("2020-01", "landet", 0, "actual", "d"),
    ("2020-01", "landet", 0, "actual", "e"),
]


@given(any_chart())
@example((MONTH_BEFORE_THE_YEARS_MIDDLE, {"unit": "procent"}, []))
@settings(deadline=None, max_examples=200)
def test_no_label_leaves_any_drawing_or_lies_on_another(case: tuple[list[Row], dict[str, object], list[TargetLine]]):
    rows, changes, aims = case
    found = figure(*rows, targets=aims, **changes)
    for width in drawing.WIDTHS if found else ():
        assert list(problems(parsed(draw(found, width=width, ids="x")))) == []


def test_the_drawing_is_an_image_with_a_name_and_a_description():
    root = parsed(draw(figure(("2019", "byen", 1), ("2020", "byen", 2)), width="narrow", ids="andel"))
    assert (root.get("role"), root.get("class"), root.get("aria-labelledby")) == ("img", "chart n", "andel-nt andel-nd")
    assert root.find(f"{SVG}title[@id='andel-nt']").text == "Andel i job"
    description = root.find(f"{SVG}desc[@id='andel-nd']").text
    assert description == "Tallet for Byen steg fra 1 % i 2019 til 2 % i 2020."


@pytest.mark.parametrize(("width", "full"), [("wide", "480"), ("narrow", "300")])
def test_both_drawings_have_text_that_a_phone_can_show(width: Width, full: str):
    root = parsed(draw(figure(("2019", "byen", 1), ("2020", "byen", 2)), width=width, ids="x"))
    assert root.get("viewBox").split()[2] == full
    assert all(text.get("font-size") is None for text in root.iter(f"{SVG}text"))


def test_a_line_ends_in_its_name_and_last_value():
    root = parsed(draw(figure(("2010", "byen", 69.2), ("2020", "byen", 72.3)), width="wide", ids="x"))
    assert [box[0] for box in words(root)] == ["69", "70", "71", "72", "73", "2010", "2020", "69,2", "Byen 72,3"]


def test_a_line_that_ends_in_a_projection_says_so():
    root = parsed(draw(figure(("2019", "byen", 1), ("2020", "byen", 2, "forecast")), width="wide", ids="x"))
    assert [box[0] for box in words(root)][-2:] == ["Byen 2", "fremskrivning"]
    assert [one.get("class") for one in root.iter(f"{SVG}circle")] == ["d1", "d1 f"]
    assert [one.get("class") for one in root.iter(f"{SVG}path") if one.get("class")[0] == "l"] == ["l1 f"]


def test_a_line_that_ends_before_the_others_names_its_period():
    root = parsed(draw(figure(*AWKWARD["ended early"]), width="wide", ids="x"))
    assert "2011" in [box[0] for box in words(root)]


def test_series_differ_in_marker_and_class():
    found = draw(
        figure(*[(year, "byen", n, "actual", f"{n}") for year in ("2019", "2020") for n in range(4)]),
        width="wide",
        ids="x",
    )
    marks = re.findall(r'<(circle|path) class="d(\d)"(?: d="[^lh]*([lh]))?', found)
    assert sorted(set(marks)) == [("circle", "1", ""), ("path", "2", "h"), ("path", "3", "l"), ("path", "4", "l")]
    assert sorted(set(re.findall(r'class="(l\d)"', found))) == ["l1", "l2", "l3", "l4"]


def test_distances_are_as_in_time():
    root = parsed(draw(figure(("2010", "byen", 1), ("2011", "byen", 2), ("2020", "byen", 3)), width="wide", ids="x"))
    first, second, last = (float(one.get("cx")) for one in root.iter(f"{SVG}circle"))
    assert (second - first) / (last - first) == pytest.approx(365 / 3653, abs=0.001)


def test_a_break_is_marked_and_not_crossed():
    rows = [(str(year), "byen", year - 2000) for year in (2013, 2014, 2015, 2016)]
    found = draw(figure(*rows, breaks=[{"period": "2015", "note": "Ny."}]), width="wide", ids="x")
    assert found.count('class="l1"') == 2
    assert found.count('class="k"') == 1
    assert ">Databrud<" in found


def test_a_break_outside_the_line_is_not_marked():
    rows = [("2013", "byen", 1), ("2014", "byen", 2)]
    assert 'class="k"' not in draw(figure(*rows, breaks=[{"period": "2020", "note": "Ny."}]), width="wide", ids="x")


def periods(*rows: Row, width: Width = "wide"):
    """The names of periods below a line, from left to right."""
    root = parsed(draw(figure(*rows, unit="antal"), width=width, ids="x"))
    named = [
        text for text in root.iter(f"{SVG}text") if text.get("text-anchor") == "middle" and text.get("class") == "m"
    ]
    return [" ".join(line.text for line in text.findall(f"{SVG}tspan") or [text]) for text in named]


@pytest.mark.parametrize(
    ("name", "width", "expected"),
    [
        ("forty years", "wide", ["1981", "1990", "2000", "2010", "2020"]),
        ("forty years", "narrow", ["1981", "2000", "2020"]),
        ("a hundred months", "wide", ["januar 2011", "januar 2013", "januar 2015", "januar 2017", "december 2020"]),
        ("quarters", "wide", ["1. kvartal 2018", "1. kvartal 2019", "4. kvartal 2020"]),
        ("years gone", "wide", ["2005", "2019"]),
    ],
)
def test_periods_are_named_at_even_distances(name: str, width: Width, expected: list[str]):
    assert periods(*AWKWARD[name], width=width) == expected


def test_every_second_year_reaches_both_ends():
    assert periods(*[(str(year), "byen", year) for year in range(2012, 2021)], width="wide")[::4] == ["2012", "2020"]
    found = [int(year) for year in periods(*[(str(year), "byen", year) for year in range(2004, 2021)], width="narrow")]
    assert len({after - before for before, after in pairwise(found)}) == 1


def test_nothing_is_placed_better_than_first():
    rows = [(str(year), "byen", value) for year, value in enumerate((88, 80, 61, 3, 1), 2016)]
    root = parsed(draw(figure(*rows, unit="placering"), width="wide", ids="x"))
    axis = [
        text.text for text in root.iter(f"{SVG}text") if text.get("class") == "m" and text.get("text-anchor") == "end"
    ]
    assert axis == ["1", "50", "100"]


def test_lines_in_the_same_place_are_both_seen():
    found = draw(figure(*AWKWARD["all on one line"], unit="antal"), width="wide", ids="x")
    strokes = re.findall(r'class="(l\d)"', found)
    assert strokes == ["l1", "l2", "l3"]
    assert re.findall(r'class="(d\d)"', found)[-1] == "d1"


def test_a_line_that_never_moves_is_drawn_low():
    heights = [
        float(parsed(draw(figure(*rows), width="wide", ids="x")).get("viewBox").split()[3])
        for rows in ([(str(year), "byen", year % last) for year in range(2015, 2020)] for last in (1, 3))
    ]
    assert heights[0] < heights[1] - 100


def test_every_value_is_written_or_only_the_first():
    written = []
    for rows in ([(str(2013 + n), "byen", n) for n in range(7)], [(str(2013 + n), "byen", n % 2) for n in range(7)]):
        root = parsed(draw(figure(*rows, unit="antal"), width="narrow", ids="x"))
        written.append(sum(text.get("class") == "t q" for text in root.iter(f"{SVG}text")))
    assert written == [6, 1]


def test_points_that_would_touch_give_way_to_the_line():
    root = parsed(draw(figure(*AWKWARD["a hundred months"], unit="antal"), width="wide", ids="x"))
    assert len(list(root.iter(f"{SVG}circle"))) == 2


def test_a_crowded_line_keeps_a_point_that_nothing_joins():
    rows = AWKWARD["a hundred months"]
    lonely = [{"period": period, "note": "Ny."} for period in ("2015-03", "2015-04")]
    root = parsed(draw(figure(*rows, unit="antal", breaks=lonely), width="wide", ids="x"))
    assert len(list(root.iter(f"{SVG}circle"))) == 3


@pytest.mark.parametrize("rows", [[(str(year), "byen", year) for year in range(2014, 2020)], [("2020", "byen", 5)]])
def test_what_two_targets_ask_alike_is_written_once(rows: list[Row]):
    found = draw(figure(*rows, targets=[target_line(2016), target_line(2016)], unit="antal"), width="wide", ids="x")
    assert found.count("Mål: mindst") == 1


def test_a_panel_shows_its_own_target():
    rows = [(str(year), "byen", n, "actual", f"gruppe {n}") for year in range(2016, 2020) for n in range(5)]
    root = parsed(draw(figure(*rows, targets=[target_line(9, "gruppe 3")], unit="antal"), width="wide", ids="x"))
    (mark,) = (one for one in root.iter(f"{SVG}path") if one.get("class") == "tgt h")
    texts = {text.text: text for text in root.iter(f"{SVG}text")}
    name, aim = texts["gruppe 3"], texts["Mål: mindst 9"]
    assert (aim.get("x"), float(aim.get("y"))) == (name.get("x"), float(name.get("y")) + 19)
    left, height = re.match(r"M([\d.]+) ([\d.]+)", mark.get("d")).groups()
    assert float(name.get("x")) <= float(left)
    assert float(aim.get("y")) < float(height)


def test_a_panels_name_stands_at_its_own_lines():
    rows = [
        (str(year), "byen", n, "actual", f"{BENEFITS[0]} {n}" if n else "kort")
        for year in (2018, 2019, 2020)
        for n in range(5)
    ]
    boxes = words(parsed(draw(figure(*rows), width="wide", ids="x")))
    short = next(box for box in boxes if box[0] == "kort")
    assert any(box[1] != short[1] and box[4] == short[4] for box in boxes), "its foot is level with its neighbour's"


def test_numbers_stand_in_the_bars_where_one_of_them_must():
    rows = [(str(2017 + n), "byen", value) for n, value in enumerate((60, 70, 81, 79.9))]
    found = draw(figure(*rows, targets=[target_line(80)]), width="wide", ids="x")
    assert re.findall(r'<text class="i"[^>]*>([^<]*)', found) == ["60,0 %", "70,0 %", "81,0 %", "79,9 %"]


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("demand", range(2, 100, 7))
def test_no_targets_line_crosses_the_words_beside_an_empty_place(width: Width, demand: int):
    rows = [("2020-02", "byen", 75.6), ("2022-03", "byen", 93)]
    made = figure(*rows, unit="procent", chart={"form": "bar_target"}, targets=[target_line(demand)])
    root = parsed(draw(made, width=width, ids="x"))
    lines = [
        float(re.match(r"M([\d.]+)", one.get("d"))[1]) for one in root.iter(f"{SVG}path") if one.get("class") == "tgt"
    ]
    boxes = [(left, right) for label, left, _, right, _ in words(root) if label == "Ingen tal"]
    assert lines
    assert boxes
    assert [box for box in boxes for line in lines if box[0] < line < box[1]] == []


def test_our_own_bar_is_named_in_bold_among_others():
    found = draw(figure(("2020", "byen", 1, "estimate"), ("2020", "landet", 2, "estimate")), width="wide", ids="x")
    assert re.findall(r'<text class="([^"]*)"[^>]*>(?:Byen|Hele)', found) == ["t", "t v"]


def test_the_best_placing_is_on_top():
    root = parsed(draw(figure(("2019", "byen", 95), ("2020", "byen", 80), unit="placering"), width="wide", ids="x"))
    first, last = (float(one.get("cy")) for one in root.iter(f"{SVG}circle"))
    assert last < first


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_bars_are_as_long_as_their_values_from_zero(width: Width):
    root = parsed(
        draw(figure(("2020", "byen", 50), ("2020", "landet", 100), ("2020", "naboen", 0)), width=width, ids="x")
    )
    longest, half, none = (float(one.get("width")) for one in root.iter(f"{SVG}rect"))
    assert half == pytest.approx(longest / 2, abs=0.01)
    assert none == 0


def test_bars_below_zero_grow_to_the_left_of_the_axis():
    root = parsed(draw(figure(("2020", "byen", -50), ("2020", "landet", 100)), width="wide", ids="x"))
    above, below = root.iter(f"{SVG}rect")
    zero = float(above.get("x"))
    assert float(below.get("x")) + float(below.get("width")) == pytest.approx(zero, abs=0.01)


def test_our_own_bar_and_estimates_look_different():
    found = draw(figure(("2020", "byen", 1, "estimate"), ("2020", "landet", 2)), width="wide", ids="x")
    assert re.findall(r'<rect class="([^"]*)"', found) == ["b o", "b f"]
    assert "Byen (skøn)" in found


def test_text_is_escaped():
    rows = [("2020", "byen", 1, "actual", "<script>&"), ("2020", "byen", 2, "actual", 'b"')]
    found = draw(figure(*rows, title="<i>a & b"), width="narrow", ids='"x')
    assert "<script" not in found
    assert "&lt;script&gt;&amp;" in found
    assert '<title id="&#34;x-nt">&lt;i&gt;a &amp; b</title>' in found
    parsed(found)


def test_colours_are_left_to_classes():
    for rows in AWKWARD.values():
        assert not re.search(
            r"#[0-9a-f]{3}|style=|(?:fill|stroke)=", draw(figure(*rows, unit="antal"), width="wide", ids="x")
        )


def test_a_figure_and_its_parts_give_the_same_bytes_each_time():
    found = figure(*AWKWARD["projections"])
    assert isinstance(found, go.Figure)
    parts = found.to_plotly_json()
    assert (
        draw(found, width="wide", ids="x") == draw(parts, width="wide", ids="x") == draw(found, width="wide", ids="x")
    )


def test_coordinates_have_at_most_two_decimals():
    for rows in AWKWARD.values():
        found = draw(figure(*rows, unit="antal"), width="wide", ids="x")
        coordinates = re.sub(r">[^<]*<", "><", found)
        assert not re.search(r"\.\d{3}|-0[^.]|\de", coordinates)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ((69.2, 73.2), [69, 70, 71, 72, 73, 74]),
        ((0, 0), [-1, -0.5, 0, 0.5, 1]),
        ((5, 5), [4.6, 4.8, 5, 5.2, 5.4]),
        ((0, 100), [0, 50, 100]),
        ((-12, 31), [-20, 0, 20, 40]),
        ((1e9, 3e9), [1e9, 1.5e9, 2e9, 2.5e9, 3e9]),
    ],
)
def test_ticks_are_round_and_hold_both_ends(ends: tuple[float, float], expected: list[object]):
    assert ticks(*ends) == pytest.approx(expected)


def test_ticks_are_no_finer_than_the_figures():
    assert ticks(5, 6, 1) == [5, 6]


@given(st.lists(st.floats(0, 200), min_size=1, max_size=6), st.floats(5, 40))
@settings(deadline=None, max_examples=80)
def test_labels_are_moved_apart_and_stay_between_top_and_bottom(centres: list[float], height: float):
    placed = spread(centres, [height] * len(centres), -30, 230)
    for one, other in pairwise(sorted(placed)):
        assert other - one >= height - 1e-6
    assert min(placed) - height / 2 >= -30 - 1e-6
    assert max(placed) + height / 2 <= 230 + 1e-6


def test_labels_with_room_stay_where_they_are():
    assert spread([10, 80, 40], [10, 10, 10], 0, 100) == [10, 80, 40]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Byen", ["Byen"]),
        ("Hele landet under ét", ["Hele landet", "under ét"]),
        ("Arbejdsmarkedsreform", ["Arbejdsmar-", "kedsreform"]),
        ("Uddannelseshjælp", ["Uddannelses-", "hjælp"]),
        ("Ledighedsydelsesmodtagere", ["Ledighedsy-", "delsesmodta-", "gere"]),
        ("Sygedagpengemodtagere", ["Sygedagpen-", "gemodtagere"]),
        ("A/B-kommuner/regioner", ["A/B-", "kommuner/", "regioner"]),
        ("Jobparat/aktivitetsparat", ["Jobparat/akti-", "vitetsparat"]),
        ("Fritids\u00adjob\u00advejlederen", ["Fritidsjob-", "vejlederen"]),
        ("Job\u00adråd", ["Jobråd"]),
        ("arbejdsløshedsdagpenge", ["arbejdsløs-", "hedsdag-", "penge"]),
        ("Xxxxxxxxxxxxxxxxxx", ["Xxxxxxxxxx-", "xxxxxxxx"]),
        ("en to tre fire fem seks syv otte ni ti elleve tolv", ["en to tre fire", "fem seks syv", "otte ni ti…"]),
    ],
)
def test_names_are_wrapped_to_three_lines(text: str, expected: list[object]):
    assert wrapped(hyphenated(text), 115) == expected


def test_a_word_without_a_sign_is_broken_anywhere_but_in_its_last_letters():
    assert wrapped("Arbejdsmarkedsreform", 115) == ["Arbejdsmark-", "edsreform"]
    assert wrapped("mmmmmmmm", 115) == ["mmmm-", "mmmm"]
    assert wrapped("mmmmm", 65) == ["m-", "mmmm"]


def test_a_sign_too_far_to_the_right_is_no_place_to_break():
    assert wrapped("arbejdsløsheds\u00adpenge", 115) == ["arbejdsløshe-", "dspenge"]


@pytest.mark.parametrize("text", [LONG, hyphenated(LONG)])
def test_no_wrapped_line_is_wider_than_its_room(text: str):
    for room in (60, 100, 180):
        assert all(text_width(line, bold=True) <= room for line in wrapped(text, room, bold=True))
