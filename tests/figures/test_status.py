import pytest
from charting import ledger
from lxml import html
from sample import TODAY

from generator import site
from generator.figures import status
from generator.figures.ledger import Ledger
from generator.figures.status import movements, overall
from generator.model import Area, Indicator
from generator.model.vocabulary import TargetStatus, Trend
from generator.reading.loading import load

MET, ON, OFF, MISSED, NONE = TargetStatus

TARGET = """\
title: Færre ledige
number: "{number}"
plan: "2025"
year: 2024
summary: Færre skal være ledige.
wordings:
  - year: 2024
    quote: Der må højst være 2.400 ledige.
    source:
      document: plan-2025
      section: 3.1 Mål
parts:
  - id: {id}-a
    label: Alle ledige
    comparator: at_most
    value: {value}
    unit: personer
    indicator: ledighed
  - id: {id}-b
    label: De unge
    comparator: at_most
    value: 100
    unit: personer
unmeasured: Kilderne tæller ikke de unge.
links:
  - benchmark: p2
    why: Begge handler om planen.
"""
PLAN = """\
title: Plan for job 2025
year: 2025
status: vedtaget
document: plan-2025
summary: Planen vil have flere i job.
sections:
  - id: "1"
    title: 1 Rammer
    summary: Rammerne.
    source:
      document: plan-2025
      section: 1 Rammer
"""
WITH_TARGETS = {
    "plans/2025.yml": PLAN,
    "targets/t2.yml": TARGET.format(number=2, id="t2", value=2400),
    "targets/t10.yml": TARGET.format(number=10, id="t10", value=2000),
}


@pytest.mark.parametrize(
    ("direction", "before", "now", "expected"),
    [
        ("up", 69.2, 72.3, Trend.IMPROVED),
        ("up", 72.3, 69.2, Trend.WORSENED),
        ("down", 69.2, 72.3, Trend.WORSENED),
        ("down", -30, -40, Trend.IMPROVED),
        ("up", 0, 0, Trend.UNCHANGED),
        ("none", 1, 2, None),
        ("none", 1, 1, None),
    ],
)
def test_a_change_is_better_or_worse_in_the_indicators_direction(direction, before, now, expected):
    one = ledger(("2019", "byen", before), ("2020", "byen", now), direction=direction)
    (found,) = movements(one)
    assert (found.trend, found.change.before.value, found.change.now.value) == (expected, before, now)
    assert found.title == "Andel i job"


@pytest.mark.parametrize(
    "rows",
    [
        [("2020", "byen", 1)],
        [("2019", "byen", 1), ("2020", "byen", 2, "forecast")],
        [("2019", "byen", 1, "estimate"), ("2020", "byen", 2, "estimate")],
        [("2019", "landet", 1), ("2020", "byen", 2)],
    ],
    ids=["one", "forecast", "estimates", "areas"],
)
def test_without_two_comparable_figures_nothing_is_better_or_worse(rows):
    one = ledger(*rows)
    assert movements(one) == ()


def test_every_series_that_the_chart_is_about_has_its_own_change():
    rows = [(year, "byen", value, "actual", group) for group, values in GROUPS.items() for year, value in values]
    one = ledger(*rows, chart={"groups": ["a", "b"]})
    found = movements(one)
    assert [(each.change.now.group, each.trend) for each in found] == [("a", Trend.IMPROVED), ("b", Trend.WORSENED)]


GROUPS = {
    "a": [("2019", 1), ("2020", 2)],
    "b": [("2019", 2), ("2020", 1)],
    "c": [("2019", 5), ("2020", 9)],
}


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([MET], MET),
        ([MET, MET], MET),
        ([MET, ON], ON),
        ([MET, NONE], NONE),
        ([ON, NONE], NONE),
        ([NONE, OFF], OFF),
        ([OFF, MISSED, NONE, MET], MISSED),
    ],
)
def test_a_target_is_as_good_as_its_parts(parts, whole):
    assert overall(parts) is whole
    assert overall(reversed(parts)) is whole


@pytest.fixture
def results(project):
    plan = load(project(WITH_TARGETS)).plan
    ledgers = {name: Ledger.of(one, plan.of(Area)) for name, one in plan.of(Indicator).items()}
    return status.results(plan, ledgers, TODAY)


def test_targets_stand_in_the_order_of_their_numbers(results):
    assert [(result.target.id, result.status) for result in results.targets.values()] == [("t2", NONE), ("t10", MISSED)]


def test_sub_targets_are_found_by_indicator(results):
    assert [one.part.id for one in results.measured_by("ledighed")] == ["t2-a", "t10-a"]
    assert results.measured_by("andel") == []
    assert len(results.verdicts) == 4


def test_changes_are_found_by_what_they_are_called(results):
    assert [one.indicator.id for one in results.moving(Trend.IMPROVED)] == ["ledighed"]
    assert results.moving(Trend.WORSENED) == results.moving(None) == []


# What the site says


@pytest.fixture
def page(project):
    built = site.build(project(WITH_TARGETS), TODAY)
    assert [str(problem) for problem in built.problems if problem.severity == "fejl"] == []
    bodies = {made.path: html.fromstring(made.body) for made in built.pages}
    return lambda path: bodies[path]


def words(element):
    return " ".join(element.text_content().split())


def cells(row):
    return " ".join(words(cell) for cell in row)


def section(root, identity):
    """Give the words from one second-level heading to the next."""
    parts = [root.get_element_by_id(identity)]
    while (after := parts[-1].getnext()) is not None and after.tag != "h2":
        parts.append(after)
    return " ".join(words(part) for part in parts)


def test_the_overview_counts_every_target_by_status(page):
    root = page("hvordan-gaar-det/index.md")
    assert [cells(fact) for fact in root.xpath("//div[@class='facts']/div")] == [
        "Nået eller på vej 1 af 4 delmål ▲ Mål nået 1",
        "Ikke nået eller ikke på vej 1 af 4 delmål ▼ Mål ikke nået 1",
        "Ingen måling 2 af 4 delmål Se hvorfor",
    ]
    rows = root.xpath("//table[caption='Et mål er først nået, når alle dets delmål er det']//tr")
    assert [cells(row) for row in rows] == [
        "Tilstand Delmål Mål",
        "▲ Mål nået 1 0",
        "▶ På vej 0 0",
        "◆ Ikke på vej 0 0",
        "▼ Mål ikke nået 1 1",
        "○ Ingen måling 2 1",
        "I alt 4 2",
    ]


def test_the_front_says_how_many_sub_targets_are_met_and_how_many_nobody_measures(page):
    (caption,) = page("index.md").xpath("//figcaption[contains(., 'delmål')]")
    assert "2 af 4 delmål er målt, og 1 af dem er nået." in words(caption)


def table(root, caption):
    """Give the cells of a table by its caption, row by row."""
    (found,) = [one for one in root.xpath("//table") if words(one.find("caption")) == caption]
    return [[words(cell) for cell in row] for row in found.xpath("tbody/tr")]


def test_the_overview_has_a_row_with_figure_and_demand_for_what_is_measured(page):
    assert table(page("hvordan-gaar-det/index.md"), "Plan for job 2025") == [
        [
            "2. Færre ledige: Alle ledigeAlle ledige",
            "højst 2.400 personer målår 2024",
            "2.400 personer i 2024",
            "▲ Mål nået",
        ],
        [
            "10. Færre ledige: Alle ledigeAlle ledige",
            "højst 2.000 personer målår 2024",
            "2.400 personer i 2024",
            "▼ Mål ikke nået",
        ],
    ]


def test_the_bar_reaches_from_zero_to_the_figure_and_the_stroke_is_at_the_demand(page):
    row = page("hvordan-gaar-det/index.md").xpath("//table[caption='Plan for job 2025']/tbody/tr")[1]
    (bar,) = row.xpath(".//rect")
    # 160 wide with 3.5 at both ends: 2,400 is the whole length of 153, and 2,000 five sixths of it.
    assert (bar.get("x"), bar.get("width")) == ("3.5", "153")
    assert row.xpath(".//path/@d") == ["M131 1V21"] * 2


def test_a_target_shows_the_numbers_the_rule_and_the_source(page):
    assert section(page("maal/t2.md"), "saadan-gaar-det").startswith(
        "Sådan går det ▲ Mål nået Alle ledige "
        "I 2024 var tallet 2.400 personer. Det er præcis målet på 2.400 personer. "
        "Ledige. Kravet gælder i 2024. Kilde: Plan for job 2025, afsnit 2.1 Rammer"
    )
    assert "Det er 400 personer over målet på 2.000 personer." in section(page("maal/t10.md"), "saadan-gaar-det")


def test_what_is_not_measured_stands_under_its_reason(page):
    root = page("hvordan-gaar-det/index.md")
    assert table(root, "Kilderne har ikke tal for det (2)") == [
        ["2. Færre ledige", "2025", "1", "højst 100 personer"],
        ["10. Færre ledige", "2025", "1", "højst 100 personer"],
    ]
    assert "»Mindst« og »højst« er opfyldt, når tallet er præcis det, målet siger." in section(root, "regler")


def lead(project, *changes):
    target = WITH_TARGETS["targets/t2.yml"]
    for before, after in changes:
        target = target.replace(before, after)
    files = {"plans/2025.yml": PLAN} | ({"targets/t2.yml": target} if changes else {})
    root = html.fromstring(
        next(made.body for made in site.build(project(files), TODAY).pages if "hvordan" in made.path)
    )
    return words(root.find_class("lead")[0]), root


def test_the_overview_says_whether_everything_is_measured(project):
    measured = ("    value: 100\n    unit: personer\n", "    value: 100\n    unit: personer\n    indicator: ledighed\n")
    assert lead(project)[0] == "Planerne har ingen mål."
    assert lead(project, measured)[0] == "Planen har 1 mål med 2 delmål. Alle delmål har en måling."


def test_sub_targets_of_one_target_with_one_reason_are_a_row_and_counted(project):
    more = ("unmeasured:", "  - {id: t2-c, label: De ældre}\n  - {id: t2-d, label: De nye}\nunmeasured:")
    _, root = lead(project, more)
    assert table(root, "Kilderne har ikke tal for det (1)") == [["2. Færre ledige", "2025", "1", "højst 100 personer"]]
    assert table(root, "Målet har ikke noget tal (2)") == [["2. Færre ledige", "2025", "2", "Intet tal i kilden"]]


def test_a_figure_from_before_the_plan_is_shown_where_it_decides_nothing(project):
    _, root = lead(project, ("year: 2024", "year: 2030"))
    assert table(root, "Det nyeste tal er fra før planen (1)") == [
        ["2. Færre ledige", "2025", "1", "højst 2.400 personer", "2.400 personer i 2024"]
    ]


def test_the_overview_calls_changes_better_or_worse(page):
    root = page("hvordan-gaar-det/index.md")
    assert "1 af 1 tal kan sammenlignes med et tidligere tal." in section(root, "tal")
    assert table(root, "Tallene over tid") == [
        [
            "Ledige",
            (
                "Tallet for Eksempelby var 2.400 personer i 2024. Det er 150 personer færre end i 2023 (2.550). "
                "Lavere er bedre."
            ),
            "▲ Forbedret",
        ]
    ]


def test_a_target_shows_how_it_stands_and_every_figure(page):
    root = page("maal/t10.md")
    assert "Hvordan går det?▼ Mål ikke nået" in words(root.xpath("//div[@class='facts']")[0])
    assert [cells(row) for row in root.xpath("//h2[@id='saadan-gaar-det']/following::table[1]//tr")] == [
        "Periode Tal Mål Opfyldt Kilde",
        "2023 2.550 personer 2.000 personer Nej (fra før planen) Plan for job 2025, afsnit 2.1 Rammer",
        "2024 2.400 personer 2.000 personer Nej Plan for job 2025, afsnit 2.1 Rammer",
    ]


def test_an_indicator_shows_the_targets_for_it(page):
    root = page("indikatorer/ledighed.md")
    assert "▲ Mål nået 2. Færre ledige" in section(root, "maal")
    assert "▲ Forbedret siden 2023" in words(root.xpath("//div[@class='facts']")[0])


def test_a_benchmark_sums_up_the_targets_linked_to_it(page):
    assert "Færre ledige○ Ingen måling" in section(page("pejlemaerker/p2.md"), "resultatmaal")
    assert "Redaktionen har ikke koblet noget resultatmål til pejlemærket." in section(
        page("pejlemaerker/p1.md"), "resultatmaal"
    )


FIGURES = """\
title: {id}
summary: Andelen i job.
definition: Andelen i job.
unit: procent
direction: {direction}
source:
  document: plan-2025
  section: 2.1 Rammer
observations:
{observations}
"""
ASKED = """\
title: {id}
number: "{number}"
plan: "2025"
year: {year}
summary: Flere i job.
wordings:
  - year: {stated}
    quote: Flere skal i job.
    source:
      document: plan-2025
      section: 3.1 Mål
parts:
  - id: {id}-a
    label: Alle
    comparator: {comparator}
    {demand}
    unit: procent
    indicator: andel
links:
  - benchmark: p2
    why: Begge handler om planen.
"""
OLD = {"stated": 2023, "year": 2024}
LATER = {"stated": 2023, "year": 2030}


@pytest.fixture
def told(project):
    """Give what a target's page says: its status, and its demand with everything after it."""

    def tell(figures: dict[str, float], comparator: str, demand: str, direction: str = "up", **years: int):
        observations = [
            f"  - {{period: {code}, area: {area or 'eksempelby'}, value: {value}, kind: actual"
            f"{', group: ' if group else ''}{group}}}"
            for (code, area, group), value in (((*key.split(), "", "")[:3], value) for key, value in figures.items())
        ]
        files = {
            "plans/2025.yml": PLAN,
            "indicators/andel.yml": FIGURES.format(
                id="andel", direction=direction, observations="\n".join(observations)
            ),
            "targets/krav.yml": ASKED.format(id="krav", number=1, comparator=comparator, demand=demand, **years),
        }
        built = site.build(project(files), TODAY)
        assert [str(problem) for problem in built.problems if problem.severity == "fejl"] == []
        body = next(made.body for made in built.pages if made.path == "maal/krav.md")
        root = html.fromstring(body)
        (row,) = root.xpath("//h2[@id='delmaal']/following::tbody[1]/tr")
        (heading,) = root.xpath("//h3[span][preceding-sibling::h2[1][@id='saadan-gaar-det']]")
        texts = []
        while (after := (texts[-1] if texts else heading).getnext()) is not None and after.tag == "p":
            texts.append(after)
        said, *rest = map(words, texts)
        return words(heading[0]), f"{words(row[0])}: {words(row[1])}. {said}", *rest

    return tell


SOURCE = "Kilde: Plan for job 2025, afsnit 2.1 Rammer"
UP = "Kravet er skrevet uden »mindst« og »højst«. Vi læser det sådan: lige så højt eller højere."
DOWN = "Kravet er skrevet uden »mindst« og »højst«. Vi læser det sådan: lige så lavt eller lavere."
NEITHER = (
    "Kravet er skrevet uden »mindst« og »højst«, og tallet har ingen retning. Derfor kan kun det samme tal opfylde det."
)


@pytest.mark.parametrize(
    ("figures", "comparator", "demand", "years", "expected"),
    [
        (
            {"2024": 31},
            "at_level",
            "value: 30",
            OLD,
            (
                "▲ Mål nået",
                "Alle: 30 %. I 2024 var tallet 31 %. Det er 1 procentpoint over målet på 30 %.",
                f"andel. Kravet gælder i 2024. {UP} {SOURCE}",
            ),
        ),
        (
            {"2024": 31},
            "at_level",
            "value: 30",
            OLD | {"direction": "down"},
            (
                "▼ Mål ikke nået",
                "Alle: 30 %. I 2024 var tallet 31 %. Det er 1 procentpoint over målet på 30 %.",
                f"andel. Kravet gælder i 2024. {DOWN} {SOURCE}",
            ),
        ),
        (
            {"2024": 31},
            "at_level",
            "value: 30",
            OLD | {"direction": "none"},
            (
                "○ Ingen måling",
                (
                    "Alle: 30 %. I 2024 var tallet 31 %. Det er 1 procentpoint over målet på 30 %. "
                    "Vi kan ikke sige, om det er godt nok."
                ),
                f"andel. {NEITHER} {SOURCE}",
            ),
        ),
        (
            {"2024": 72.1, "2024 landet": 70.1},
            "at_level",
            "{reference: landet, offset: 2}",
            OLD,
            (
                "▲ Mål nået",
                (
                    "Alle: 2 procentpoint over Hele landet. I 2024 var tallet 72,1 %. Det er præcis målet på 72,1 %. "
                    "Målet er regnet ud fra tallet for Landet, som var 70,1 %."
                ),
                f"andel. Kravet gælder i 2024. {UP} {SOURCE}",
            ),
        ),
        (
            {"2024": 30},
            "above",
            "value: 30",
            OLD,
            (
                "▼ Mål ikke nået",
                "Alle: over 30 %. I 2024 var tallet 30 %. Det er lige på grænsen, men målet er over 30 %.",
                f"andel. Kravet gælder i 2024. {SOURCE}",
            ),
        ),
        (
            {"2022": 20, "2024": 25},
            "at_least",
            "value: 30",
            LATER,
            (
                "▶ På vej",
                (
                    "Alle: mindst 30 %. I 2024 var tallet 25 %. Det er 5 procentpoint under målet på 30 %. "
                    "I 2022 var afstanden 10 procentpoint."
                ),
                f"andel. Kravet gælder i 2030, og det år er ikke gået endnu. {SOURCE}",
            ),
        ),
        (
            {"2024": 30},
            "at_least",
            "value: 30",
            LATER,
            (
                "▶ På vej",
                (
                    "Alle: mindst 30 %. I 2024 var tallet 30 %. Det er præcis målet på 30 %. "
                    "Kravet er opfyldt nu, men målåret 2030 er ikke gået endnu."
                ),
                f"andel. Kravet gælder i 2030, og det år er ikke gået endnu. {SOURCE}",
            ),
        ),
        (
            {"2022": 35, "2024": 29},
            "at_least",
            "value: 30",
            LATER,
            (
                "◆ Ikke på vej",
                (
                    "Alle: mindst 30 %. I 2024 var tallet 29 %. Det er 1 procentpoint under målet på 30 %. "
                    "I 2022 var kravet opfyldt."
                ),
                f"andel. Kravet gælder i 2030, og det år er ikke gået endnu. {SOURCE}",
            ),
        ),
        (
            {"2022": 30, "2024": 29},
            "above",
            "value: 30",
            LATER,
            (
                "◆ Ikke på vej",
                (
                    "Alle: over 30 %. I 2024 var tallet 29 %. Det er 1 procentpoint under målet på 30 %. "
                    "I 2022 var tallet lige på grænsen."
                ),
                f"andel. Kravet gælder i 2030, og det år er ikke gået endnu. {SOURCE}",
            ),
        ),
        (
            {"2024": 29},
            "at_least",
            "value: 30",
            {"stated": 2023, "year": 2023},
            (
                "○ Ingen måling",
                "Alle: mindst 30 %. Det nyeste tal er 29 % i 2024. Det siger ikke, hvordan det gik i målåret 2023.",
                f"andel. {SOURCE}",
            ),
        ),
        (
            {"2024": 29, "2023 landet": 28},
            "at_least",
            "reference: landet",
            OLD,
            (
                "○ Ingen måling",
                (
                    "Alle: mindst niveauet i Hele landet. Det nyeste tal er 29 % i 2024. "
                    "Kilderne har ikke et tal for Hele landet i samme periode."
                ),
                f"andel. {SOURCE}",
            ),
        ),
        (
            {"2024 eksempelby unge": 29},
            "at_least",
            "value: 30",
            OLD,
            ("○ Ingen måling", "Alle: mindst 30 %. Kilderne har ikke et samlet tal for kommunen.", "andel."),
        ),
        (
            {"2024 landet unge": 29, "2024": 29},
            "at_least",
            "{value: 30, group: unge}",
            OLD,
            ("○ Ingen måling", "Alle: mindst 30 %. Kilderne har ikke tal for »unge« i kommunen.", "andel, unge."),
        ),
    ],
)
def test_every_verdict_says_the_numbers_the_reading_and_the_rule(  # noqa: PLR0913, PLR0917  one case's parts
    told, figures, comparator, demand, years, expected
):
    if demand.startswith("{"):
        demand = demand.strip("{}").replace(", ", "\n    ")
    assert told(figures, comparator, demand, **years) == expected


def test_a_targets_page_says_how_a_level_is_read(project):
    files = {
        "plans/2025.yml": PLAN,
        "indicators/andel.yml": FIGURES.format(
            id="andel", direction="up", observations="  - {period: 2024, area: eksempelby, value: 30, kind: actual}"
        ),
    }
    reading = "Når et krav kun nævner et niveau og hverken skriver »mindst« eller »højst«, læser vi det sådan:"
    for comparator, is_said in (("at_level", True), ("at_least", False)):
        asked = ASKED.format(id="krav", number=1, comparator=comparator, demand="value: 30", **OLD)
        built = site.build(project(files | {"targets/krav.yml": asked}), TODAY)
        body = next(made.body for made in built.pages if made.path == "maal/krav.md")
        assert (reading in words(html.fromstring(body))) is is_said
