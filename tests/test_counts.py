"""How many of each the sources themselves say there are, held against the repository's own data."""

from pathlib import Path

import pytest

from generator.model import Goal, Indicator, Initiative, Recommendation, Response, Target, YearPlan
from generator.model.vocabulary import Comparator, GoalKind, PlanStatus, RecommendationKind
from generator.reading.loading import load

DATA = Path(__file__).parent.parent / "data"
REPORT = "fremtidens-beskaeftigelsesindsats-2024"
DEBATE = "frisaettelse-er-ikke-nok-2024"


@pytest.fixture(scope="module")
def plan():
    return load(DATA).plan


@pytest.fixture
def targets(plan):
    """The targets of the 2021 plan, by number."""
    found = [target for target in plan.of(Target).values() if target.plan == "2021"]
    return {int(target.number): target for target in found}


def goals(plan, kind):
    return {goal.number: goal for goal in plan.of(Goal).values() if goal.kind is kind}


def advice(plan, document, kind):
    found = [it for it in plan.of(Recommendation).values() if it.document == document and it.kind is kind]
    return sorted(found, key=lambda it: it.number)


def parts_of(plan, initiative):
    """The ids of the initiatives that belong under another."""
    return [it.id for it in plan.of(Initiative).values() if it.part_of == initiative]


def test_the_two_plans_are_there_and_only_the_first_is_adopted(plan):
    assert {name: one.status for name, one in plan.of(YearPlan).items()} == {
        "2021": PlanStatus.ADOPTED,
        "2023": PlanStatus.DRAFT,
    }


def test_the_minister_has_five_goals_that_hold_for_both_years(plan):
    found = goals(plan, GoalKind.MINISTERIAL)
    assert sorted(found) == ["1", "2", "3", "4", "5"]
    assert all([year.year for year in goal.years] == [2021, 2023] for goal in found.values())


def test_the_committee_has_seven_focus_points(plan):
    assert sorted(number for number in goals(plan, GoalKind.FOCUS) if number.isdigit()) == list("1234567")


def test_the_draft_has_three_focus_areas(plan):
    found = {number: goal for number, goal in goals(plan, GoalKind.FOCUS).items() if number.startswith("2023-")}
    assert sorted(found) == ["2023-1", "2023-2", "2023-3"]
    assert all([year.year for year in goal.years] == [2023] for goal in found.values())


def test_the_un_goals_are_the_four_that_the_plans_name_and_their_seven_parts(plan):
    found = set(goals(plan, GoalKind.SDG))
    assert found == {"1", "1.2", "4", "4.4", "4.5", "8", "8.5", "8.6", "16", "16.6", "16.A"}


def test_the_plan_supports_four_ministerial_goals_with_focus_points_and_says_that_the_fourth_has_none(plan):
    supported = {
        name: [link.goal for link in plan.of(Goal)[name].links if link.goal] for name in ("m1", "m2", "m3", "m4", "m5")
    }
    assert supported == {"m1": ["f4"], "m2": ["f2"], "m3": ["f5"], "m4": [], "m5": ["f2"]}


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


def test_the_supervision_targets_have_both_years_and_say_how_they_are_compared(plan):
    found = [target for name, target in plan.of(Target).items() if name.startswith("skaerpet-")]
    assert len(found) == 3
    for target in found:
        assert [wording.year for wording in target.wordings] == [2021, 2023]
        assert target.comparison
    for number in (1, 2):
        (part,) = plan.of(Target)[f"skaerpet-fokusmaal-{number}"].parts
        assert (part.comparator, part.value) == (Comparator.ABOVE, 80)


def test_sprogcenter_randers_has_three_aims_without_figures(plan):
    found = [target for target in plan.of(Target).values() if target.department == "sprogcenter-randers"]
    assert len(found) == 3
    assert all(target.unmeasured and not target.parts[0].comparator for target in found)


def test_a_part_demands_something_only_where_a_figure_or_an_area_says_how_much(plan):
    for target in plan.of(Target).values():
        for part in target.parts:
            has_level = part.value is not None or part.reference is not None
            assert (part.comparator is not None) == has_level, part.id
            assert part.value is None or part.reference is None, part.id


def test_every_part_of_a_target_is_measured_or_the_target_says_why_not(plan):
    for target in plan.of(Target).values():
        assert target.unmeasured or all(part.indicator for part in target.parts), target.id


def test_a_part_is_measured_by_a_group_that_its_indicator_has(plan):
    for target in plan.of(Target).values():
        for part in target.parts:
            if part.indicator:
                groups = {seen.group for seen in plan.of(Indicator)[part.indicator].observations}
                assert part.group in groups, part.id


def test_six_initiatives_are_for_citizens_with_disabilities(plan):
    assert len(parts_of(plan, "handicap-initiativer")) == 6


def test_the_integration_plan_has_six_tracks(plan):
    assert len(parts_of(plan, "integrationsplan")) == 6


def test_vejen_til_job_has_seven_modules_and_two_courses(plan):
    titles = " · ".join(part.title for part in plan.of(Initiative)["vejen-til-job"].parts)
    modules = ("Jobdating", "Klar til jobdating", "Jobmatch", "Jobauktion", "CV", "Brug praktikken smart", "Kig ind")
    assert len(plan.of(Initiative)["vejen-til-job"].parts) == len(modules) + 2
    assert [name for name in (*modules, "Mine talenter", "Mit job") if name not in titles] == []


def test_the_report_has_five_barriers_seen_from_both_sides(plan):
    barriers = advice(plan, REPORT, RecommendationKind.BARRIER)
    assert [barrier.number for barrier in barriers] == [1, 2, 3, 4, 5]
    assert all(barrier.citizens and barrier.employers for barrier in barriers)


def test_the_report_has_three_recommendations_with_three_two_and_four_measures(plan):
    found = advice(plan, REPORT, RecommendationKind.RECOMMENDATION)
    assert [it.number for it in found] == [1, 2, 3]
    assert [len(it.measures) for it in found] == [3, 2, 4]


def test_the_debate_article_has_three_recommendations(plan):
    assert [it.number for it in advice(plan, DEBATE, RecommendationKind.RECOMMENDATION)] == [1, 2, 3]


def test_the_letter_comments_on_nine_benchmarks_under_eight_headings_and_adds_others(plan):
    letter = plan.of(Response)["pejlemaerker-2025/handicapraadet"]
    assert [section.benchmarks for section in letter.sections] == [
        ["p1"],
        ["p2"],
        ["p3"],
        ["p4", "p8"],
        ["p5"],
        ["p6"],
        ["p7"],
        ["p9"],
        [],
    ]
