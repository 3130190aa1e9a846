import pytest
from sample import FILES

from generator.chain.subjects import Subjects
from generator.reading.loading import load

THEMES = "themes:\n  - job\n"
PLAN = """\
title: Plan for job 2025
year: 2025
status: vedtaget
document: plan-2025
summary: Planen vil have flere i job.
sections:
  - id: 2-1
    title: 2.1 Rammer
    summary: Rammerne for de næste år.
    themes:
      - job
    source:
      document: plan-2025
      section: 2.1 Rammer
"""


@pytest.fixture
def told(project):
    def mentions(changes):
        found = Subjects(load(project(changes)).plan).mentions("job")
        return [(mention.year, mention.key) for mention in found]

    return mentions


def test_a_point_speaks_in_the_year_of_its_letter(told):
    assert told({}) == [(2025, ("point", "ae-1")), (2025, ("point", "ae-2"))]


def test_the_oldest_comes_first_and_within_a_year_the_types_come_in_the_order_that_readers_meet_them(told):
    old = FILES["goals/m1.yml"].replace("year: 2025", "year: 2021")
    changes = {
        "benchmarks/p1.yml": FILES["benchmarks/p1.yml"] + THEMES,
        "goals/m1.yml": old + THEMES,
        "indicators/ledighed.yml": FILES["indicators/ledighed.yml"] + THEMES,
        "plans/2025.yml": PLAN,
    }
    assert told(changes) == [
        (2021, ("goal", "m1")),
        (2024, ("indicator", "ledighed")),
        (2025, ("benchmark", "p1")),
        (2025, ("point", "ae-1")),
        (2025, ("point", "ae-2")),
        (2025, ("plan", "2025")),
    ]


def test_a_record_without_a_year_speaks_in_that_of_its_oldest_document(told):
    initiative = """\
title: Jobklub
summary: Ledige mødes.
themes:
  - job
sources:
  - document: plan-2025
    section: 4 Indsatser
  - document: plan-2019
    section: 2 Indsatser
"""
    older = FILES["sources/plan-2025.yml"].replace("2025", "2019")
    found = told({"initiatives/jobklub.yml": initiative, "sources/plan-2019.yml": older})
    assert found[0] == (2019, ("initiative", "jobklub"))


def test_a_section_of_a_plan_says_what_it_is_a_section_of(project):
    plan = load(project({"plans/2025.yml": PLAN})).plan
    last = Subjects(plan).mentions("job")[-1]
    assert (last.title, last.section_of, last.address) == ("2.1 Rammer", "Plan for job 2025", "planer/2025/#2-1")


def test_a_theme_that_nothing_carries_is_empty(project):
    assert list(Subjects(load(project()).plan).mentions("ukendt")) == []


def test_a_subject_runs_through_the_years_of_a_whole_plan(town):
    found = [(mention.year, *mention.key) for mention in Subjects(town).mentions("unge")]
    assert found == [
        (2023, "initiative", "ungeindsatsen"),
        (2024, "point", "ur24-1"),
        (2024, "goal", "f1"),
        (2024, "target", "t2024-2"),
        (2024, "indicator", "mentorer"),
        (2024, "indicator", "unge-fordeling"),
        (2024, "indicator", "unge-i-gang"),
        (2024, "initiative", "mentorforloeb"),
        (2024, "plan", "2024"),
        (2025, "benchmark", "p9"),
        (2025, "point", "hr25-9-1"),
        (2025, "plan", "2025"),
    ]
