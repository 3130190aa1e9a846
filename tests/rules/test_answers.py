"""What the rules in `answers` and `decisions` let pass, and what they catch beside the plain cases in `bad/`."""

import frozen
import pytest
from sample import LETTER, changed

from generator.checking import check


def in_year(tmp_path, name, *changes):
    """Copy the year with a text of one of its files replaced, and give the problems."""
    for path in frozen.YEAR.rglob("*.yml"):
        goal = tmp_path / "data" / path.relative_to(frozen.YEAR)
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.write_text(path.read_text("utf-8"), "utf-8")
    file = tmp_path / "data" / name
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")
    _, problems = check(tmp_path / "data", frozen.YEAR_LATER)
    return [str(problem).replace(f"{tmp_path.as_posix()}/", "") for problem in problems]


HR = "consultations/pejlemaerker-2026/handicapraadet.yml"
AR = "consultations/pejlemaerker-2026/aeldreraadet.yml"
CASE = "consultations/pejlemaerker-2026/consultation.yml"


def test_who_decided_is_named_by_the_meeting_or_in_words(tmp_path):
    decision = '            decision:\n              meeting: jobudvalget-2026-06-10\n              item: "4"\n'
    assert in_year(tmp_path, HR, (decision, "            decided_by: Udvalget\n")) == []
    assert in_year(tmp_path, HR, (decision, "")) == [
        (
            f"data/{HR}:25:21: fejl: »imødekommet« kræver også »decided_by«. Tilføj det, eller vælg »under vurdering«. "
            "[svar-mangler]"
        )
    ]


def test_only_half_a_yes_says_which_half(tmp_path):
    assert in_year(tmp_path, HR, ("status: delvist imødekommet", "status: besvaret")) == [
        (
            f"data/{HR}:59:13: fejl: »besvaret« kan ikke have »accepted«. Slet feltet, eller vælg »delvist "
            "imødekommet«. [svar-uden-afgørelse]"
        ),
        (
            f"data/{HR}:60:13: fejl: »besvaret« kan ikke have »not_accepted«. Slet feltet, eller vælg »delvist "
            "imødekommet«. [svar-uden-afgørelse]"
        ),
    ]


def test_a_version_that_is_not_there_is_told(tmp_path):
    assert in_year(tmp_path, HR, ("version: 2", "version: 3")) == [
        (
            f"data/{HR}:35:26: fejl: »p1« har kun 2 i »versions«. Ret nummeret, eller skriv udgaven på pejlemærket. "
            "[svarets-ændring]"
        )
    ]


@pytest.mark.parametrize("name", ["closes", "answer_by"])
def test_a_deadline_may_lie_ahead(tmp_path, name):
    old = {"closes": "closes:\n  date: 2026-03-10", "answer_by": "answer_by:\n  date: 2026-09-01"}[name]
    assert in_year(tmp_path, CASE, (old, f"{name}:\n  date: 2029-01-01")) == []


@pytest.mark.parametrize(
    ("name", "change", "where"),
    [
        (HR, ("  - date: 2026-03-20", "  - date: 2029-03-20"), "157:11"),
        ("benchmarks/p2.yml", ("withdrawn:\n  date: 2026-11-04", "withdrawn:\n  date: 2029-11-04"), "9:9"),
        ("decisions/jobudvalget-2026-11-04.yml", ("date: 2026-11-04", "date: 2029-11-04"), "3:7"),
        ("indicators/ledige.yml", ("- date: 2026-10-01", "- date: 2029-10-01"), "16:15"),
        ("targets/t1.yml", ("      - date: 2026-04-01", "      - date: 2029-04-01"), "20:15"),
        ("site.yml", ("published: 2026-02-15", "published: 2029-02-15"), "12:12"),
    ],
)
def test_nothing_else_happens_in_the_future(tmp_path, name, change, where):
    found = [line for line in in_year(tmp_path, name, change) if line.endswith("[fremtidig-dato]")]
    assert [line.removeprefix(f"data/{name}:").partition(": ")[0] for line in found] == [where]


def test_a_correction_that_stands_in_two_places_is_told_to_say_more(found):
    more = "corrections:\n  - date: 2025-06-01\n    before: jobs\n    after: job\n    why: Vi skrev forkert.\n"
    letter = changed(LETTER, ("source:\n  document: brev-2025", f"{more}source:\n  document: brev-2025"))
    assert found(letter) == [
        (
            f"data/{LETTER}:52:12: fejl: »job« står 4 steder i posten. Skriv mere af sætningen i både »before« og "
            "»after«. [rettelse]"
        )
    ]


def test_versions_take_the_place_of_the_adopted_text(tmp_path):
    assert in_year(tmp_path, "benchmarks/p1.yml", ("summary:", "adopted_text_missing: Den mangler.\nsummary:")) == [
        (
            "data/benchmarks/p1.yml:19:1: fejl: Den vedtagne tekst står i »versions«. Slet »adopted_text_missing«. "
            "[vedtaget-tekst]"
        )
    ]


def test_a_version_is_another_text_than_the_one_before(tmp_path):
    new = "text: Alle ledige får hurtig hjælp til et job, og hjælpen er individuel."
    lines = in_year(tmp_path, "benchmarks/p1.yml", (new, "text: Alle ledige får hjælp til et job."))
    assert lines[0] == (
        "data/benchmarks/p1.yml:10:11: fejl: Teksten er den samme som i udgaven over. Ret den, eller slet udgaven. "
        "[vedtaget-tekst]"
    )
