"""What the plan for 2021 and the draft for 2023 say, held against the records that are made of them."""

import pytest

from generator.model import Document, Goal, Initiative, Target, YearPlan
from generator.model.vocabulary import Comparator, GoalKind, PlanStatus

ADOPTED = "beskaeftigelsesplan-2021"
DRAFT = "beskaeftigelsesplan-2023-udkast"


@pytest.fixture
def targets(plan, one):
    """The targets of the 2021 plan, by number."""
    one(plan.of(YearPlan), "2021")
    return {int(target.number): target for target in plan.of(Target).values() if target.plan == "2021"}


def goals(plan, kind, document):
    """The numbers of the goals of a kind that a plan has a wording of."""
    return {
        goal.number
        for goal in plan.of(Goal).values()
        if goal.kind is kind and document in {year.source.document for year in goal.years}
    }


def parts_of(plan, initiative, document):
    """The ids of the initiatives that belong under another and stand in a plan."""
    return {
        it.id
        for it in plan.of(Initiative).values()
        if it.part_of == initiative and document in {source.document for source in it.sources}
    }


@pytest.mark.parametrize(("name", "status"), [("2021", PlanStatus.ADOPTED), ("2023", PlanStatus.DRAFT)])
def test_only_the_first_plan_is_adopted(plan, one, name, status):
    assert one(plan.of(YearPlan), name).status is status


@pytest.mark.parametrize("document", [ADOPTED, DRAFT])
def test_the_minister_has_five_goals_in_both_plans(plan, one, document):
    one(plan.of(Document), document)
    assert goals(plan, GoalKind.MINISTERIAL, document) == {"1", "2", "3", "4", "5"}


def test_the_committee_has_seven_focus_points(plan, one):
    one(plan.of(Document), ADOPTED)
    assert goals(plan, GoalKind.FOCUS, ADOPTED) == set("1234567")


def test_the_draft_has_three_focus_areas(plan, one):
    one(plan.of(Document), DRAFT)
    assert {"2023-1", "2023-2", "2023-3"} == goals(plan, GoalKind.FOCUS, DRAFT) - set("1234567")


def test_the_un_goals_are_the_four_that_the_plans_name_and_their_seven_parts(plan, one):
    one(plan.of(Document), ADOPTED)
    one(plan.of(Document), DRAFT)
    named = goals(plan, GoalKind.SDG, ADOPTED) | goals(plan, GoalKind.SDG, DRAFT)
    assert named == {"1", "1.2", "4", "4.4", "4.5", "8", "8.5", "8.6", "16", "16.6", "16.A"}


@pytest.mark.parametrize(("goal", "focus"), [("m1", "f4"), ("m2", "f2"), ("m3", "f5"), ("m5", "f2")])
def test_the_plan_supports_four_ministerial_goals_with_focus_points(plan, one, goal, focus):
    assert focus in [link.goal for link in one(plan.of(Goal), goal).links]


def test_the_plan_has_sixteen_targets_and_twenty_six_sub_targets(targets):
    assert sorted(targets) == list(range(1, 17))
    assert sum(len(target.parts) for target in targets.values()) == 26


def test_the_sub_targets_are_the_groups_that_each_target_names(targets):
    several = {number: len(target.parts) for number, target in targets.items() if len(target.parts) > 1}
    assert several == {1: 2, 6: 3, 7: 3, 8: 3, 10: 3, 16: 2}


def test_the_departments_have_the_targets_that_chapter_seven_gives_them(targets):
    by_department = {}
    for number, target in sorted(targets.items()):
        by_department.setdefault(target.department, []).append(number)
    assert by_department == {
        "jobhuset": [1, 2, 3, 4],
        "jobcenter-randers-erhverv": [5],
        "uddannelseshuset": [6, 7],
        "udviklingshuset": [8, 9, 10],
        "integrationsafdelingen": [11, 12, 13],
        "sygedagpengeafdelingen": [14, 15, 16],
    }


def test_the_demands_are_those_of_the_plan(targets):
    demands = {
        part.id.removeprefix("t2021-"): (part.comparator.value, part.value, part.reference, part.offset)
        for target in targets.values()
        for part in target.parts
    }
    assert demands == {
        "1-a": ("at_least", None, "landet", 0),
        "1-b": ("at_least", None, "landet", 0),
        "2-a": ("at_level", None, "oestjylland", 0),
        "3-a": ("at_level", 30, None, 0),
        "4-a": ("at_level", None, "landet", 0),
        "5-a": ("at_level", 80, None, 0),
        "6-a": ("at_level", None, "landet", 0),
        "6-b": ("at_level", None, "landet", 0),
        "6-c": ("at_level", None, "landet", 0),
        "7-a": ("at_level", None, "landet", 0),
        "7-b": ("at_level", None, "landet", 0),
        "7-c": ("at_level", None, "landet", 0),
        "8-a": ("at_level", None, "landet", 2),
        "8-b": ("at_level", None, "landet", 10),
        "8-c": ("at_level", None, "landet", 1),
        "9-a": ("at_level", 5, None, 0),
        "10-a": ("at_level", 2.5, None, 0),
        "10-b": ("at_level", 0.9, None, 0),
        "10-c": ("at_level", 1, None, 0),
        "11-a": ("above", None, "landet", 0),
        "12-a": ("at_level", None, "landet", 0),
        "13-a": ("at_level", None, "landet", 0),
        "14-a": ("at_most", None, "landet", 0.2),
        "15-a": ("above", 74, None, 0),
        "16-a": ("at_least", None, "landet", 0),
        "16-b": ("at_least", None, "landet", 0),
    }


def test_one_target_speaks_of_another_year_than_its_plan(targets):
    assert {number for number, target in targets.items() if target.year != 2021} == {15}
    assert targets[15].year == 2020


@pytest.mark.parametrize("name", ["skaerpet-resultatmaal", "skaerpet-fokusmaal-1", "skaerpet-fokusmaal-2"])
def test_the_supervision_targets_have_both_years_and_say_how_they_are_compared(plan, one, name):
    target = one(plan.of(Target), name)
    assert {2021, 2023} <= {wording.year for wording in target.wordings}
    assert target.comparison


@pytest.mark.parametrize("number", [1, 2])
def test_two_of_the_supervision_targets_demand_more_than_eighty_percent(plan, one, number):
    parts = {part.id: part for part in one(plan.of(Target), f"skaerpet-fokusmaal-{number}").parts}
    part = one(parts, f"skaerpet-fokusmaal-{number}-a")
    assert (part.comparator, part.value) == (Comparator.ABOVE, 80)


def test_sprogcenter_randers_has_three_aims_without_demands(plan, one):
    one(plan.of(YearPlan), "2023")
    found = [it for it in plan.of(Target).values() if (it.plan, it.department) == ("2023", "sprogcenter-randers")]
    assert len(found) == 3
    assert all(part.comparator is None for target in found for part in target.parts)


def test_six_initiatives_are_for_citizens_with_disabilities(plan, one):
    one(plan.of(Initiative), "handicap-initiativer")
    assert len(parts_of(plan, "handicap-initiativer", ADOPTED)) == 6


def test_the_integration_plan_has_six_tracks(plan, one):
    one(plan.of(Initiative), "integrationsplan")
    assert len(parts_of(plan, "integrationsplan", ADOPTED)) == 6


def test_vejen_til_job_has_seven_modules_and_two_courses(plan, one):
    titles = " · ".join(part.title for part in one(plan.of(Initiative), "vejen-til-job").parts)
    modules = ("Jobdating", "Klar til jobdating", "Jobmatch", "Jobauktion", "CV", "Brug praktikken smart", "Kig ind")
    assert [name for name in (*modules, "Mine talenter", "Mit job") if name not in titles] == []
