import csv
import io

import pytest


@pytest.fixture(scope="module")
def table(town_site):
    """Read a table of the frozen plan, by its path under `data/`."""

    def read(path):
        (content,) = (asset.content for asset in town_site.assets if asset.path == f"data/{path}.csv")
        return list(csv.DictReader(io.StringIO(content)))

    return read


def test_a_point_under_consideration_is_not_answered(table):
    rows = {row["benchmark"]: row for row in table("overblik")}
    assert (rows["p1"]["points"], rows["p1"]["unanswered"]) == ("hr25-1-1 hr25-1-2", "hr25-1-2")
    assert (rows["p4"]["points"], rows["p4"]["unanswered"]) == ("hr25-4-1 hr25-4-2", "")


def test_a_benchmark_lists_what_is_linked_to_it_by_its_type(table):
    (row,) = (row for row in table("overblik") if row["benchmark"] == "p4")
    linked = [row[name] for name in ("goals", "indicators", "targets", "initiatives", "recommendations")]
    assert linked == ["m2 sdg-8-5", "fokusmaal-1 rummelige-firmaer", "fokus-1", "", "barriere-1"]


def test_a_point_says_what_addresses_it_and_its_text_word_for_word(table):
    (row,) = (row for row in table("punkter") if row["point"] == "hr25-2-1")
    assert row["text"] == "Vi er bange for, at *hvor behovet er størst* betyder, at andre får mindre."
    assert (row["indicators"], row["benchmarks"], row["state"]) == ("budget", "p2", "ikke imødekommet")


def test_a_point_shows_the_newest_step_and_the_answers_show_every_one(table):
    (point,) = (row for row in table("punkter") if row["point"] == "hr25-4-1")
    assert (point["state_since"], point["after"]) == (
        "2025-05-20",
        "Arbejdspladserne i byen får hjælp til at have plads.",
    )
    steps = [(row["date"], row["state"], row["note"]) for row in table("svar") if row["point"] == "hr25-4-1"]
    assert steps == [("2025-03-20", "under vurdering", "Udvalget bad om mere tid."), ("2025-05-20", "imødekommet", "")]


def test_a_change_that_cannot_be_shown_is_referred_to(table):
    (row,) = (row for row in table("svar") if row["point"] == "hr25-4-2")
    assert (row["before"], row["after"], row["reference"]) == ("", "", "Pejlemærke 8, anden linje.")


def test_an_indicator_covers_the_time_from_its_first_to_its_last_figure(table):
    rows = {row["indicator"]: row for row in table("indikatorer")}
    covered = [rows["ledige"][name] for name in ("observations", "start", "end", "breaks")]
    assert covered == ["7", "2023-01-01", "2025-12-31", "2024-K1"]
    assert (rows["unge-fordeling"]["start"], rows["unge-fordeling"]["end"]) == ("2022-12-31", "2024-12-31")


def test_a_figure_has_its_own_source_or_that_of_its_indicator(table):
    rows = table("indikatorer/fokusmaal-1")
    assert [(row["source_id"], row["calculation"]) for row in rows] == [
        ("jobplan-2024", ""),
        ("jobplan-2024", "100 − 25,5"),
        ("jobplan-2025-udkast", ""),
    ]


def test_a_link_is_listed_once_with_its_reason(table):
    rows = [tuple(row.values()) for row in table("koblinger")]
    assert len(rows) == len(set(rows))
    assert ("goal", "sdg-8-5", "benchmark", "p4", "Begge handler om job til borgere med handicap.", "true") in rows
    assert ("point", "hr25-4-1", "benchmark", "p4", "", "false") in rows
    assert not any(row[:4] == ("point", "hr25-4-1", "benchmark", "p8") for row in rows)
