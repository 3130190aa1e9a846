"""The frozen plans have something of everything, so that no test needs the living data to meet it."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

import frozen
import pytest
from conftest import problem_lines

from generator.checking import check
from generator.model import RECORD_TYPES, Part, vocabulary
from generator.model.vocabulary import AnswerState, ChartForm, DeliveryState, TargetStatus


def words(part: object) -> Iterator[StrEnum]:
    """Find every fixed word inside a record, however deep."""
    if isinstance(part, StrEnum):
        yield part
    elif isinstance(part, Part):
        for name in type(part).model_fields:
            yield from words(getattr(part, name))
    elif isinstance(part, list | dict):
        for item in part.values() if isinstance(part, dict) else part:
            yield from words(item)


def parts(part: object) -> Iterator[Part]:
    if isinstance(part, Part):
        yield part
        for name in type(part).model_fields:
            yield from parts(getattr(part, name))
    elif isinstance(part, list):
        for item in part:
            yield from parts(item)


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.type)
def test_there_are_several_of_every_type(town, year, model):
    assert len({*town.of(model), *year.of(model)}) > 1


@pytest.mark.parametrize(
    "states",
    [
        vocabulary.ConsultationState,
        AnswerState,
        DeliveryState,
        vocabulary.PlanStatus,
        vocabulary.Comparator,
        vocabulary.RecommendationKind,
        vocabulary.PointKind,
        vocabulary.DocumentKind,
        vocabulary.GoalKind,
        vocabulary.Direction,
        vocabulary.ObservationKind,
        vocabulary.Unit,
        vocabulary.ReplyState,
        vocabulary.PromiseState,
    ],
)
def test_every_word_is_used(town, year, other, states):
    unwritten = {AnswerState.UNANSWERED, DeliveryState.NOT_ASSESSED}  # what an empty history says
    used = {word for record in [*town.every(), *year.every(), *other.every()] for word in words(record)}
    assert [word for word in states if word not in used | unwritten] == []


def test_every_field_is_used_by_somebody(town, year, other):
    """What no record has, no test of the whole site meets."""
    found = [town.site, *town.every(), year.site, year.gone, *year.every(), other.site, *other.every()]
    used: dict[type[Part], set[str]] = {}
    for part in (inner for record in found for inner in parts(record)):
        filled = {name for name in type(part).model_fields if getattr(part, name) not in (None, [], {}, "", False)}
        used.setdefault(type(part), set()).update(filled)
    left = {f"{model.__name__}.{name}" for model, names in used.items() for name in set(model.model_fields) - names}
    # How tables are read is no part of what is published; two are for a site without what this one has, and the form
    # editor, which fetches its library, is switched on in tests of its own.
    assert {name for name in left if not name.startswith("Import")} == {
        "Contact.missing",
        "Site.address",
        "Site.form_editor",
    }


def test_every_form_of_chart_is_drawn_and_one_indicator_has_none(town_site):
    figures = [json.loads(asset.content) for asset in town_site.assets if asset.path.startswith("assets/diagrammer/")]
    forms = {figure["layout"]["meta"]["form"] for figure in figures}
    assert forms == set(ChartForm) - {ChartForm.NONE}


def test_targets_stand_in_every_way(town_site):
    rows = next(asset.content for asset in town_site.assets if asset.path == "data/target.json")
    statuses = {part["result"]["status"] for target in json.loads(rows)["records"] for part in target["parts"]}
    assert statuses == set(TargetStatus)


def test_the_year_has_no_problems():
    loaded, problems = check(frozen.YEAR, frozen.YEAR_LATER)
    assert (len(loaded.files), problems) == (33, [])


def test_its_problems_are_those_it_is_there_to_show():
    shown = [re.fullmatch(r"data/(.+?):[0-9]+:[0-9]+: (.+?): .* \[(.+)\]", line) for line in problem_lines(frozen.DATA)]
    unlinked = ("consultations/pejlemaerker-2025/handicapraadet.yml", "advarsel", "punkt-uden-kobling")
    assert Counter(line.groups() for line in shown if line) == {
        unlinked: 5,
        ("consultations/pejlemaerker-2025/aeldreraadet.yml", "advarsel", "punkt-uden-kobling"): 1,
        ("consultations/pejlemaerker-2025/handicapraadet.yml", "advarsel", "ses-efter"): 1,
        ("goals/sdg-8-5.yml", "advarsel", "ses-efter"): 1,
        ("indicators/afstand.yml", "advarsel", "ubrugt-indikator"): 1,
        ("indicators/budget.yml", "advarsel", "ord-om-tal"): 1,
    }
