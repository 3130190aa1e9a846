"""Every change is told in one sentence, in a fixed order."""

import json
from pathlib import Path

import frozen
import pytest
import yaml
from rewriting import copied

from generator.history.forms import as_json, as_markdown, as_text
from generator.history.sentences import Kind, told
from generator.history.versions import pairs, version

EDITS = yaml.safe_load((Path(__file__).parent / "edits.yml").read_text("utf-8"))
ALL = [*EDITS["refused"], *EDITS["honest"]]


def changes(folder, edits):
    data = copied(folder, edits)
    found = pairs(version(str(frozen.YEAR), data), version(str(data), data))
    return told(delta for pair in found for delta in pair.deltas)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["what"]) for case in ALL])
def test_a_change_is_told(tmp_path, case):
    assert [change.sentence for change in changes(tmp_path, case["edits"])] == case["told"]


SEVERAL = [
    {"file": "initiatives/mentorer.yml", "old": "summary: Nye på", "new": "summary: Alle på"},
    {"file": "indicators/ledige.yml", "old": "value: 2550", "new": "value: 2500"},
    {
        "file": "consultations/pejlemaerker-2026/handicapraadet.yml",
        "old": "        kind: spørgsmål\n",
        "new": (
            "        kind: spørgsmål\n        history:\n          - date: 2026-12-01\n"
            "            status: under vurdering\n"
            "            source:\n              document: status-2026\n              section: Side 1\n"
        ),
    },
    {"file": "goals/m1.yml", "old": "title: Flere i job", "new": "title: '*Flere* [i] job'"},
]


def test_changes_of_many_kinds_stand_in_the_order_of_the_kinds(tmp_path):
    found = changes(tmp_path, SEVERAL)
    assert [change.kind for change in found] == [Kind.ANSWER, Kind.FIGURE, Kind.OWN, Kind.OWN]
    assert as_text(found) == (
        "Svar\n"
        "  Høringspunkt HR26-5 fik svaret »under vurdering« den 1. december 2026.\n"
        "Tal og krav\n"
        "  Tal »Ledige«: Tallet for 2024 (fjordby) var 2.550 personer og er nu 2.500 personer.\n"
        "Vores egne ord\n"
        "  Mål »*Flere* [i] job«: titel er skrevet om.\n"
        "  Indsats »Mentorer«: kort fortalt er skrevet om.\n"
        "4 ændringer."
    )


def test_in_a_pull_request_what_the_data_say_stays_text(tmp_path):
    assert as_markdown(changes(tmp_path, SEVERAL[3:])) == (
        "### Vores egne ord\n\n- Mål »\\*Flere\\* \\[i\\] job«: titel er skrevet om.\n\n1 ændring."
    )
    assert as_markdown([]) == "Der er ingen ændringer."


def test_programs_are_told_where_it_is_and_when_it_happened(tmp_path):
    assert json.loads(as_json(changes(tmp_path, SEVERAL)))[0] == {
        "kind": "Svar",
        "sentence": "Høringspunkt HR26-5 fik svaret »under vurdering« den 1. december 2026.",
        "type": "response",
        "id": "pejlemaerker-2026/handicapraadet",
        "point": "hr26-5",
        "happened": "2026-12-01",
        "path": "consultations/pejlemaerker-2026/handicapraadet.yml",
    }


def test_versions_that_are_alike_have_nothing_to_tell():
    assert pairs(version(str(frozen.YEAR), frozen.YEAR), version(str(frozen.YEAR), frozen.YEAR)) == []
