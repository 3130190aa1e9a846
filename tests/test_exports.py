import csv
import io

import pytest
from sample import FILES, TODAY

from generator import site


@pytest.fixture
def table(project):
    def build(path, changes=None):
        built = site.build(project(changes), TODAY)
        content = next(asset.content for asset in built.assets if asset.path == path)
        return list(csv.DictReader(io.StringIO(content)))

    return build


def test_an_indicator_is_one_row_a_figure(table):
    rows = table("data/indikatorer/ledighed.csv")
    assert rows[1] == {
        "period": "2024",
        "area": "Eksempelby Kommune",
        "group": "",
        "value": "2400",
        "kind": "actual",
        "unit": "personer",
        "calculation": "",
        "source": "Plan for job 2025",
        "section": "2.1 Rammer",
        "note": "",
    }
    assert [row["value"] for row in rows] == ["2550", "2400"]


def test_a_figure_keeps_every_decimal_and_its_sign(table):
    changed = FILES["indicators/ledighed.yml"].replace("unit: personer", "unit: mio. kr.").replace("2550", "-0.125")
    assert table("data/indikatorer/ledighed.csv", {"indicators/ledighed.yml": changed})[0]["value"] == "-0.125"


def test_the_overview_lists_what_belongs_to_each_benchmark(table):
    assert table("data/overblik.csv") == [
        {
            "benchmark": "p1",
            "title": "Job først",
            "points": "ae-2",
            "unanswered": "",
            "goals": "m1",
            "indicators": "ledighed",
        },
        {
            "benchmark": "p2",
            "title": "En samlet plan",
            "points": "ae-1 ae-2",
            "unanswered": "ae-1",
            "goals": "",
            "indicators": "",
        },
    ]


def test_the_points_carry_their_words_and_their_state(table):
    row = table("data/punkter.csv")[0]
    assert (row["point"], row["state"], row["received"]) == ("ae-1", "ikke besvaret", "2025-03-03")
    assert row["text"] == "Hvad betyder planen?"
    assert (row["benchmarks"], row["goals"]) == ("p2", "m1")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_becomes_a_formula(table, start):
    title = f"{start}SUM(A1:A9)"
    changed = FILES["benchmarks/p1.yml"].replace("title: Job først", f'title: "{title}"')
    assert table("data/overblik.csv", {"benchmarks/p1.yml": changed})[0]["title"] == f"'{title}"
