"""`pejl rename`: every reference follows, the old address leads on, and nothing counts as rewritten."""

import frozen
import pytest
from rewriting import copied
from sample import FILES, LETTER, TODAY

from generator.checking import check
from generator.history.against import rewritten

DONE = "Skrevet. Den gamle adresse fører videre til den nye. Send det nu ind som et forslag.\n"
AGAIN = "Intet er skrevet endnu. Passer det, så kør det samme igen med --write.\n"
PAGE = """\
---
title: Om
description: Om siden.
---

Se [det første](/pejlemaerker/p1.md), [et afsnit](/pejlemaerker/p1.md#svar) og [det tiende](/pejlemaerker/p10.md).
"""


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", TODAY.isoformat())


@pytest.fixture
def later(tmp_path, monkeypatch):
    """Give a copy of the municipality where a year has passed."""
    monkeypatch.setenv("PEJL_TODAY", frozen.YEAR_LATER.isoformat())
    return copied(tmp_path)


def files(data):
    return {path.relative_to(data).as_posix(): path.read_text("utf-8") for path in data.rglob("*.yml")}


def test_a_record_gets_another_id_in_every_file_and_its_address_leads_on(project, pejl, monkeypatch, tmp_path):
    data, content = project({"sources/brev-2025.yml": "# om brevet\n" + FILES["sources/brev-2025.yml"]}), tmp_path / "c"
    monkeypatch.setenv("PEJL_CONTENT", str(content))
    content.mkdir()
    (content / "om.md").write_text(PAGE, "utf-8")
    before = files(data)
    name = data.as_posix()
    shown = (
        f"{name}/benchmarks/p1.yml flyttes til {name}/benchmarks/job-foerst.yml.\n"
        f"{name}/{LETTER}:\n"
        "  linje 9:\n    -       - p1\n    +       - job-foerst\n"
        f"{name}/goals/m1.yml:\n"
        "  linje 13:\n    -   - benchmark: p1\n    +   - benchmark: job-foerst\n"
        f"{name}/gone.yml (ny fil):\n"
        "    + moved:\n    +   - from: pejlemaerker/p1/\n    +     to: pejlemaerker/job-foerst/\n"
        f"{content.as_posix()}/om.md:\n"
        "  linje 6:\n"
        "    - Se [det første](/pejlemaerker/p1.md), [et afsnit](/pejlemaerker/p1.md#svar) og "
        "[det tiende](/pejlemaerker/p10.md).\n"
        "    + Se [det første](/pejlemaerker/job-foerst.md), [et afsnit](/pejlemaerker/job-foerst.md#svar) og "
        "[det tiende](/pejlemaerker/p10.md).\n"
    )
    assert pejl("rename", "p1", "job-foerst", "--data", data) == (0, shown + AGAIN, "")
    assert files(data) == before
    assert pejl("rename", "p1", "job-foerst", "--data", data, "--write") == (0, shown + DONE, "")
    wanted = dict(before)
    wanted["benchmarks/job-foerst.yml"] = wanted.pop("benchmarks/p1.yml")
    wanted[LETTER] = before[LETTER].replace("      - p1\n", "      - job-foerst\n", 1)
    wanted["goals/m1.yml"] = before["goals/m1.yml"].replace("benchmark: p1", "benchmark: job-foerst")
    wanted["gone.yml"] = "moved:\n  - from: pejlemaerker/p1/\n    to: pejlemaerker/job-foerst/\n"
    assert files(data) == wanted
    assert check(data, TODAY)[1] == []
    sentence = "Ingen post har id'et »p1«.\n"
    assert pejl("rename", "p1", "job-foerst", "--data", data, "--write") == (2, "", sentence)
    sentence = "»p1« er brugt, og et id bruges aldrig igen. Vælg et andet id.\n"
    assert pejl("rename", "job-foerst", "p1", "--data", data, "--write") == (2, "", sentence)


@pytest.mark.parametrize(
    ("old", "new", "gone"),
    [
        ("p2", "samarbejde", ["pejlemaerker"]),
        ("m1", "m9", ["ministermaal"]),
        ("mentorer", "mentor-job", ["indsatser"]),
        ("ledige", "ledighed", ["indikatorer"]),
        ("t1", "t9", ["maal"]),
        ("2026", "plan-26", ["planer"]),
        ("referat-november-2026", "referat-nov", ["kilder"]),
        ("jobudvalget-2026-11-04", "udvalget-nov", ["beslutninger"]),
        ("aeldreraadet", "seniorraadet", ["organisationer", "hoeringer"]),
        ("pejlemaerker-2026", "pejlemaerker-26", ["hoeringer", "hoeringer", "hoeringer"]),
    ],
)
def test_every_kind_of_record_can_be_renamed_and_nothing_counts_as_rewritten(later, pejl, old, new, gone):
    data = later
    before = {str(problem) for problem in check(data, frozen.YEAR_LATER)[1]}
    moved = len(check(data, frozen.YEAR_LATER)[0].gone.moved)
    status, said, errors = pejl("rename", old, new, "--data", data, "--write")
    assert (status, said.endswith(DONE), errors) == (0, True, "")
    loaded, problems = check(data, frozen.YEAR_LATER)
    assert [problem for problem in problems if problem.severity == "fejl"] == []
    assert len(problems) == len(before)
    lines = loaded.gone.moved[moved:]
    assert [line.to.partition("/")[0] for line in lines] == gone
    assert all(old in line.from_ and new in line.to for line in lines)
    assert old not in {name for _, name in loaded.origins}
    assert rewritten(data, str(frozen.YEAR)) == []


def test_a_rename_excuses_nothing_else(later, pejl):
    data = later
    assert pejl("rename", "aeldreraadet", "seniorraadet", "--data", data, "--write")[0] == 0
    path = data / "consultations/pejlemaerker-2026/seniorraadet.yml"
    path.write_text(path.read_text("utf-8").replace("answer: ", "answer: Andre ord og ", 1), "utf-8")
    assert [problem.rule for problem in rewritten(data, str(frozen.YEAR))] == ["omskrevet"]


def test_an_id_that_several_have_is_named_with_its_type(project, pejl):
    data = project({"organisations/jobcenter.yml": "title: Jobcentrets råd\nlegal_role: Et råd.\n"})
    sentence = "»jobcenter« er id på en organisation og en afdeling. Skriv hvilken med --type.\n"
    assert pejl("rename", "jobcenter", "job", "--data", data) == (2, "", sentence)
    assert pejl("rename", "jobcenter", "raadet", "--type", "organisation", "--data", data, "--write")[0] == 0
    assert (data / "organisations/raadet.yml").exists()
    assert "- id: jobcenter\n" in (data / "departments.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("p1", "../../x", "»../../x« kan ikke være et id. Kald filen eller mappen for eksempel »x«."),
        ("p1", "a/b", "»a/b« kan ikke være et id. Kald filen eller mappen for eksempel »a-b«."),
        ("p1", "a\u030as", "»ås« kan ikke være et id. Kald filen eller mappen for eksempel »aas«."),
        ("p1", "x\x07", "»x?« kan ikke være et id. Kald filen eller mappen for eksempel »x«."),
        (
            "p1",
            "nul",
            (
                "»nul« kan ikke være et id, for Windows kan ikke have en fil, der hedder sådan. "
                "Kald filen eller mappen for eksempel »nul-1«."
            ),
        ),
        ("p1", "p2", "»p2« er brugt, og et id bruges aldrig igen. Vælg et andet id."),
        ("p1", "p1", "»p1« er brugt, og et id bruges aldrig igen. Vælg et andet id."),
        ("../p1", "x", "Ingen post har id'et »../p1«."),
        ("q\x1b[0m", "x", "Ingen post har id'et »q?[0m«."),
        ("ae-1", "ae-9", "»ae-1« er id på et punkt. Det står i breve og svar og ændres aldrig."),
        (
            "jobplan-2025/aeldreraadet",
            "x",
            "Et brev hedder som sin høring og sin organisation. Omdøb en af dem.",
        ),
        ("landet", "riget", "Et område har ingen adresse på siden, der kan føre videre. Ret titlen."),
    ],
)
def test_what_cannot_be_renamed_is_said_and_nothing_written(project, pejl, old, new, sentence):
    data = project()
    assert pejl("rename", old, new, "--data", data, "--write") == (2, "", f"{sentence}\n")
    assert files(data) == FILES


def test_a_file_in_the_way_is_left_alone(project, pejl):
    data = project()
    (data / "benchmarks/p9.yml").symlink_to(data / "intet")
    status, said, _ = pejl("rename", "p1", "p9", "--data", data, "--write")
    assert (status != 0, said) == (True, "")
    assert (data / "benchmarks/p9.yml").is_symlink()


def test_data_with_errors_are_not_renamed_in(project, pejl):
    data = project({"goals/m1.yml": FILES["goals/m1.yml"].replace("benchmark: p1", "benchmark: p8")})
    status, said, errors = pejl("rename", "p1", "p9", "--data", data, "--write")
    assert (status, said, errors.splitlines()[-1]) == (1, "", "Intet er skrevet. Ret først fejlene i data.")


def test_the_type_of_a_record_can_be_misspelt(project, pejl):
    assert pejl("rename", "p1", "p9", "--type", "pejlemærker", "--data", project()) == (
        2,
        "",
        "»pejlemærker« kan ikke bruges til --type. Mente du »pejlemærke«?\nSe hjælpen med: pejl rename --help\n",
    )
