"""`pejl letter`: a letter becomes a file, word for word, that an editor fills in until every rule is followed."""

import re

import pytest
from sample import TODAY

from generator.checking import check
from generator.model import Response

TEXT = """\
Rådet har disse kommentarer:

1. Job først

Hvad betyder planen?

Vi foreslår flere job.

Med venlig hilsen
Formanden
"""
GIVEN = (
    "consultation=jobplan-2025",
    "organisation=ungeraadet",
    "title=Svar fra Ungerådet",
    "date=2025-03-03",
    "sent_by=Sendt som brev.",
    "signatory_role=Formand",
    "summary=Rådet spørger om planen.",
    "source.document=brev-2025",
    "source.section=Hele brevet",
)
YOUNG = {"organisations/ungeraadet.yml": "title: Ungerådet\nlegal_role: Et råd for unge.\n"}
WRITTEN = """\
# yaml-language-server: $schema=../../../schema/response.json
# Ordene er brevets egne. Ret dem ikke. Programmet har gættet, hvor afsnit og punkter begynder. Flyt dem gerne.
# Skriv summary, kind og themes ved hvert punkt. Emnerne står i data/themes.yml.
# Tag navne, telefonnumre og adresser ud. Skriv rollen i stedet.
# Udfyld felterne uden #. Slet # foran de felter, du også vil bruge. Slet forklaringerne til sidst.
title: Svar fra Ungerådet
date: 2025-03-03
sent_by: Sendt som brev.
signatory_role: Formand
summary: Rådet spørger om planen.
opening:
  - "Rådet har disse kommentarer:"
sections:
  - heading: 1. Job først
    benchmarks: [p1]
    points:
      - id: un25-1-1
        summary:
        text: Hvad betyder planen?
        kind:
        themes:
      - id: un25-1-2
        summary:
        text: Vi foreslår flere job.
        kind:
        themes:
closing:
  - Med venlig hilsen Formanden
"""
DONE = "Skrevet. Brevet er delt i afsnit og punkter. Ret delingen, udfyld felterne, og kør pejl check.\n"
FILE = "consultations/jobplan-2025/ungeraadet.yml"


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", TODAY.isoformat())


@pytest.fixture
def letter(tmp_path):
    def write(text):
        path = tmp_path / "brev.txt"
        path.write_text(text, "utf-8")
        return path

    return write


def options(*fields):
    return [word for field in fields for word in ("--set", field)]


def test_a_letter_becomes_a_file_for_an_editor_to_fill_in(project, pejl, letter):
    data = project(YOUNG)
    call = ("letter", letter(TEXT), "--data", data, *options(*GIVEN))
    status, said, errors = pejl(*call)
    assert (status, said.splitlines()[0], errors) == (0, f"{(data / FILE).as_posix()} (ny fil):", "")
    assert not (data / FILE).exists()
    status, said, errors = pejl(*call, "--write")
    assert (status, said.endswith(DONE), errors) == (0, True, "")
    text = (data / FILE).read_text("utf-8")
    assert text.startswith(WRITTEN)
    assert text.endswith("source:\n  document: brev-2025\n  section: Hele brevet\n  # Kan også have: quote.\n")
    fields = {"summary": "En sætning.", "kind": "spørgsmål", "themes": "[job]"}
    whole = re.sub(r"(?m)^( {8}(summary|kind|themes)):$", lambda found: f"{found[1]}: {fields[found[2]]}", text)
    (data / FILE).write_text(whole, "utf-8")
    loaded, problems = check(data, TODAY)
    assert {problem.rule for problem in problems} == {"punkt-uden-kobling"}
    assert pejl("format", "--check", data / FILE, "--data", data)[0] == 0
    response = loaded.of(Response)["jobplan-2025/ungeraadet"]
    words = [
        *response.opening,
        *(
            part
            for section in response.sections
            for part in (section.heading, *(point.text for point in section.points))
        ),
        *response.closing,
    ]
    assert " ".join(words).split() == TEXT.split()


def test_a_second_run_never_writes_over_what_an_editor_has_written(project, pejl, letter):
    data = project(YOUNG)
    call = ("letter", letter(TEXT), "--data", data, "--write", *options(*GIVEN))
    pejl(*call)
    (data / FILE).write_text("title: Rettet\n", "utf-8")
    sentence = f"{data / FILE} er der allerede. Vælg et andet id.\n"
    assert pejl(*call) == (2, "", sentence)
    assert (data / FILE).read_text("utf-8") == "title: Rettet\n"


def test_what_is_private_or_code_in_a_letter_is_told_and_shown_as_text(project, pejl, letter):
    data = project(YOUNG)
    text = TEXT.replace("Formanden", "Ring på 20 12 34 56").replace("planen?", "<b>planen</b>?")
    status, _, errors = pejl("letter", letter(text), "--data", data, "--write", *options(*GIVEN))
    assert (status, [line.rpartition(" ")[2] for line in errors.splitlines()[:-1]]) == (
        0,
        ["[html]", "[html]", "[telefon]"],
    )
    assert "        text: Hvad betyder <b>planen</b>?\n" in (data / FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--prefix", "../x"], "»../x« kan ikke begynde et id. Skriv for eksempel »x«."),
        (["--prefix", "ae"], "Et andet brevs punkter begynder med »ae«. Vælg noget andet."),
        (options("organisation=../x"), "Feltet »organisation« er givet to gange. Slet det ene."),
    ],
)
def test_what_cannot_be_used_is_said(project, pejl, letter, more, sentence):
    data = project(YOUNG)
    assert pejl("letter", letter(TEXT), "--data", data, *options(*GIVEN), *more) == (2, "", f"{sentence}\n")


def test_a_file_that_is_no_letter_is_said(project, pejl, letter):
    data = project(YOUNG)
    sentence = "Filen har ingen tekst. Er brevet et billede, så skriv det af.\n"
    assert pejl("letter", letter(" \n"), "--data", data, "--write", *options(*GIVEN)) == (2, "", sentence)
    assert not (data / FILE).exists()
