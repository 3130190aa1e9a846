"""The day when what a page tells was last changed, over a repository of a year."""

import datetime as dt
import shutil

import frozen
import pytest
from rewriting import Repository

from generator.site import build

SITE = "2026-02-15"
"""The day when the site of the frozen plan was published."""
ANSWERED, FIGURE = "2026-09-15", "2026-10-02"
CHANGES = {
    ANSWERED: {
        "file": "consultations/pejlemaerker-2026/handicapraadet.yml",
        "old": "        text: Hvem har ansvaret?\n        kind: spørgsmål\n",
        "new": (
            "        text: Hvem har ansvaret?\n        kind: spørgsmål\n        history:\n"
            "          - date: 2026-08-01\n            status: under vurdering\n"
            "            source: {document: status-2026, section: Side 1}\n"
        ),
    },
    FIGURE: {
        "file": "indicators/ledige.yml",
        "old": "observations:\n",
        "new": "observations:\n  - {period: 2023, area: fjordby, value: 2600, kind: actual}\n",
    },
}


@pytest.fixture
def repository(tmp_path):
    made = Repository(tmp_path / "town")
    made.commit("2026-02-20")
    for day, change in CHANGES.items():
        made.commit(day, change)
    return made


def days(data, today=frozen.YEAR_LATER):
    return {path: str(page.changed) for path, page in build(data, today).outline.items()}


def test_a_page_has_the_day_of_the_last_change_to_what_it_tells(repository):
    found = days(repository.data)
    # The point that was answered, and the pages that it stands on.
    for path in (
        "hoeringer/pejlemaerker-2026/handicapraadet.md",
        "hoeringer/pejlemaerker-2026.md",
        "hoeringer/pejlemaerker-2026/hvidbog.md",
        "organisationer/handicapraadet.md",
        "ministermaal/m1.md",
        "emner/job.md",
        "hoeringer/index.md",
    ):
        assert found[path] == ANSWERED, path
    # The figure, and the benchmark that it is linked to; what tells of everything is as new as the newest.
    for path in ("indikatorer/ledige.md", "pejlemaerker/p1.md", "index.md", "aendringer/index.md", "overblik/index.md"):
        assert found[path] == FIGURE, path
    # What nothing has happened to is as it was when the site was published.
    for path in (
        "hoeringer/pejlemaerker-2026/aeldreraadet.md",
        "pejlemaerker/p2.md",
        "organisationer/aeldreraadet.md",
        "kilder/index.md",
        "was/index.md",
    ):
        assert found[path] == SITE, path


def test_without_a_history_nobody_knows(repository):
    shutil.rmtree(repository.data.parent / ".git")
    assert set(days(repository.data).values()) == {"None"}


def test_a_site_that_is_published_later_has_no_days_yet(repository):
    assert set(days(repository.data, dt.date(2026, 2, 1)).values()) <= {"None", ANSWERED, FIGURE}


def test_another_generator_is_told_the_day(repository):
    front = build(repository.data, frozen.YEAR_LATER).outline["pejlemaerker/p1.md"].front
    assert front["changed"] == FIGURE
