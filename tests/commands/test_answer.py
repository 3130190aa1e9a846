"""`pejl answer`: what is given becomes a step at its point, and what breaks a rule is never written."""

import builtins

import pytest
from sample import FILES, LETTER, changed

ENTRY = (
    "date=2025-06-01",
    "status=ikke imødekommet",
    "answer=Nej.",
    "reason=Der er ikke penge.",
    "decided_by=Jobudvalget",
    "source.document=plan-2025",
    "source.section=5 Høring",
)
STEP = """\
          - date: 2025-06-01
            status: ikke imødekommet
            answer: Nej.
            reason: Der er ikke penge.
            decided_by: Jobudvalget
            seen: "{}"
            source:
              document: plan-2025
              section: 5 Høring
"""
FIRST, SECOND = STEP.format("9cf83c3b"), STEP.format("62e9681d")
AGAIN = "Intet er skrevet endnu. Passer det, så kør det samme igen med --write.\n"
DONE = "Skrevet. Det følger alle regler. Send det nu ind som et forslag.\n"
AFTER = "            why: Målet siger, hvad planen vil.\n"


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", "2026-01-15")


def options(*fields):
    return [word for field in fields for word in ("--set", field)]


@pytest.fixture
def answers(monkeypatch):
    """Sit at a terminal and answer what is asked."""

    def sit(*lines):
        said = iter(lines)
        monkeypatch.setattr("generator.terminal.asking.is_somebody_there", lambda: True)
        monkeypatch.setattr(builtins, "input", lambda _="": next(said))
        return said

    return sit


def test_the_first_answer_is_shown_and_then_written_last_in_its_point(project, pejl):
    data = project()
    path = data / LETTER
    wanted = FILES[LETTER].replace(AFTER, f"{AFTER}        history:\n{FIRST}")
    lines = "".join(f"    + {line}\n" for line in f"        history:\n{FIRST}".splitlines())
    shown = f"{path.as_posix()}:\n  linje 23-32:\n{lines}"
    call = ("answer", "AE-1", "--data", data, *options(*ENTRY))
    assert pejl(*call) == (0, shown + AGAIN, "")
    assert path.read_text("utf-8") == FILES[LETTER]
    assert pejl(*call, "--write") == (0, shown + DONE, "")
    assert path.read_text("utf-8") == wanted


def test_a_later_answer_stands_under_the_earlier_and_leaves_every_comment(project, pejl):
    commented = changed(
        LETTER, ("          - date: 2025-05-01", "          # om det andet\n          - date: 2025-05-01")
    )
    data = project(commented)
    assert pejl("answer", "ae-2", "--data", data, "--write", *options(*ENTRY))[0] == 0
    assert (data / LETTER).read_text("utf-8") == commented[LETTER].replace("\nsource:\n", f"\n{SECOND}source:\n")


def test_a_second_run_is_refused_or_a_new_step_but_never_a_changed_one(project, pejl):
    data = project()
    call = ("answer", "ae-1", "--data", data, "--write", *options(*ENTRY))
    assert pejl(*call)[0] == 0
    once = (data / LETTER).read_text("utf-8")
    assert pejl(*call)[0] == 0
    assert (data / LETTER).read_text("utf-8") == once.replace(FIRST, FIRST + FIRST)


@pytest.mark.parametrize(
    ("changes", "line", "message"),
    [
        (
            {"status": "imødekommet"},
            "25:21",
            "»imødekommet« kræver »changes« eller »promised«: hvad er ændret, eller hvad er lovet? [svarets-ændring]",
        ),
        (
            {"reason": None},
            "25:21",
            "»ikke imødekommet« kræver også »reason«. Tilføj det, eller vælg »under vurdering«. [svar-mangler]",
        ),
        (
            {"date": "2025-03-01"},
            "24:19",
            "Svaret ligger før brevet, som er fra 3. marts 2025. Ret den ene dato. [svar-før-brev]",
        ),
        ({"date": "1. juni"}, "24:19", "»1. juni« er ikke en dato. Skriv den som 2025-11-21 (år-måned-dag). [dato]"),
        (
            {"status": "ikke imodekommet"},
            "25:21",
            "»ikke imodekommet« kan ikke stå i »status«. Mente du »ikke imødekommet«? [ukendt-værdi]",
        ),
        (
            {"source.document": "plan-2026"},
            "31:25",
            "»plan-2026« findes ikke. Ingen kilde har det id. Mente du »plan-2025«? [ukendt-id]",
        ),
        (
            {"answer": "Nej. <script>alert(1)</script>"},
            "26:26",
            "»<script« er kode. Skriv almindelig tekst; *kursiv* er det eneste, der kan bruges. [html]",
        ),
    ],
)
def test_an_answer_that_breaks_a_rule_is_refused_in_the_words_of_a_check(project, pejl, changes, line, message):
    data = project()
    fields = dict(pair.split("=", 1) for pair in ENTRY) | changes
    given = [f"{name}={value}" for name, value in fields.items() if value]
    status, said, errors = pejl("answer", "ae-1", "--data", data, "--write", *options(*given))
    first, *rest = errors.splitlines()
    assert (status, said, rest[-1]) == (1, "", "Intet er skrevet.")
    assert first == (f"{(data / LETTER).as_posix()}:{line}: fejl: {message}")
    assert (data / LETTER).read_text("utf-8") == FILES[LETTER]


@pytest.mark.parametrize(
    ("point", "fields", "sentence"),
    [
        ("ae-3", ENTRY, "Intet punkt har id'et »ae-3«. Mente du »ae-2«?"),
        ("../../x", ENTRY, "Intet punkt har id'et »../../x«. Find det i brevet i data/consultations/."),
        ("a\x1b[31m", ENTRY, "Intet punkt har id'et »a?[31m«. Find det i brevet i data/consultations/."),
        ("ae-1", ["svar"], "»svar« er ikke et felt og en værdi. Skriv felt=værdi."),
        ("ae-1", ["anser=Nej."], "Feltet »anser« kendes ikke. Mente du »answer«?"),
        ("ae-1", ["source.x=1"], "Feltet »x« kendes ikke. Vælg mellem: document, quote, section."),
        ("ae-1", ["changes.before=1"], "Feltet »before« kendes ikke. Skriv et nummer: 0 er den første."),
        ("ae-1", ["answer=a", "answer=b"], "Feltet »answer« er givet to gange. Slet det ene."),
        ("ae-1", ["answer=a", "answer.b=b"], "Feltet »answer« er givet to gange. Slet det ene."),
        ("ae-1", ["answer=Nej\u200b."], "Der står et usynligt tegn (U+200B) i »answer«. Slet det."),
        ("ae-1", ["answer=\udce5"], "Der står et usynligt tegn (U+DCE5) i »answer«. Slet det."),
        ("ae-1", [".".join("0" * 100) + "=x"], f"Feltet »{'0.' * 19}0…« kendes ikke."),
        (
            "ae-1",
            [],
            (
                "Der er ingen felter. Skriv dem med --set felt=værdi, eller kør kommandoen i en terminal, "
                "så bliver du spurgt."
            ),
        ),
    ],
)
def test_what_cannot_be_understood_is_said_and_nothing_written(project, pejl, point, fields, sentence):
    data = project()
    assert pejl("answer", point, "--data", data, "--write", *options(*fields)) == (2, "", f"{sentence}\n")
    assert (data / LETTER).read_text("utf-8") == FILES[LETTER]


def test_lists_are_given_by_number_and_letters_become_one_sign(project, pejl):
    data = project()
    fields = dict(pair.split("=", 1) for pair in ENTRY) | {
        "status": "imødekommet",
        "answer": "Ja, pa\u030a tirsdag.\r\n\r\nOg onsdag.",
        "changes.1.reference": "Side 3",
        "changes.0.benchmark": "p2",
        "changes.0.version": "1",
    }
    status, _, errors = pejl("answer", "ae-1", "--data", data, *options(*(f"{k}={v}" for k, v in fields.items())))
    wanted = "»p2« har ingen »versions«. Ret nummeret, eller skriv udgaven på pejlemærket. [svarets-ændring]"
    assert (status, wanted in errors) == (1, True)
    fields.pop("changes.0.version"), fields.pop("changes.0.benchmark")
    assert pejl("answer", "ae-1", "--data", data, "--write", *options(*(f"{k}={v}" for k, v in fields.items())))[0] == 0
    text = (data / LETTER).read_text("utf-8")
    assert "            answer: |-\n              Ja, på tirsdag.\n\n              Og onsdag.\n" in text
    assert "            changes:\n              - reference: Side 3\n" in text


def test_a_letter_that_cannot_be_read_is_said_before_its_points_are_missed(project, pejl):
    data = project(changed(LETTER, ("date: 2025-03-03", "date: i går")))
    status, said, errors = pejl("answer", "ae-1", "--data", data, *options(*ENTRY))
    assert (status, said) == (1, "")
    assert "»i går« er ikke en dato. Skriv den som 2025-11-21 (år-måned-dag). [dato]" in errors


def test_whoever_sits_at_a_terminal_is_asked_and_asked_again_where_it_is_wrong(project, pejl, answers):
    data = project()
    left = answers("1. juni", "2025-06-01", "nej", "under vurdering", "", "", "", "plan-2025", "5 Høring", "", "ja")
    status, said, asked = pejl("answer", "ae-1", "--data", data)
    step = "          - date: 2025-06-01\n            status: under vurdering\n"
    assert (status, said.endswith(DONE), list(left)) == (0, True, [])
    assert f"        history:\n{step}            source:\n" in (data / LETTER).read_text("utf-8")
    lines = asked.splitlines()
    assert lines[:4] == [
        "ae-1: Hvad betyder planen?",
        "",
        "Dato. Dagen, hvor tilstanden begyndte, for eksempel 2025-11-21.",
        "»1. juni« er ikke en dato. Skriv den som 2025-11-21 (år-måned-dag).",
    ]
    assert lines[5].startswith("»nej« kan ikke stå i »status«.")
    assert lines[-1] == "Skal det skrives? (j/n)"


def test_a_no_writes_nothing(project, pejl, answers):
    data = project()
    answers("2025-06-01", "under vurdering", "", "", "", "plan-2025", "5 Høring", "", "nej")
    status, said, _ = pejl("answer", "ae-1", "--data", data)
    assert (status, said.endswith("Intet er skrevet.\n")) == (0, True)
    assert (data / LETTER).read_text("utf-8") == FILES[LETTER]


def test_a_decided_answer_must_have_its_words_and_what_is_said_is_not_lost(project, pejl, answers):
    data = project()
    left = answers(
        *("2025-03-01", "ikke imødekommet", "", "Nej.", "", "Vi kan ikke.", "", "", "Jobudvalget", "n", "n", ""),
        *("plan-2025", "5 Høring", ""),
    )
    status, said, errors = pejl("answer", "ae-1", "--data", data)
    assert (status, said, list(left)) == (1, "", [])
    assert errors.count("\nSvar.\nSvar.\nBegrundelse.\nBegrundelse.\n") == 1
    assert errors.splitlines()[-3:] == [
        "Intet er skrevet.",
        "Ret det, der er forkert, og skriv det samme i én kommando:",
        (
            "--set date=2025-03-01 --set 'status=ikke imødekommet' --set answer=Nej. --set 'reason=Vi kan ikke.' "
            "--set decided_by=Jobudvalget --set source.document=plan-2025 --set 'source.section=5 Høring'"
        ),
    ]
    assert (data / LETTER).read_text("utf-8") == FILES[LETTER]


def test_a_point_in_braces_is_left_alone(project, pejl):
    flow = "{id: ae-3, summary: Kort., text: Et ord., kind: forslag, themes: [job]}"
    data = project(changed(LETTER, ("      - id: ae-2\n", f"      - {flow}\n      - id: ae-2\n")))
    before = (data / LETTER).read_text("utf-8")
    status, said, errors = pejl("answer", "ae-3", "--data", data, "--write", *options(*ENTRY))
    assert (status, said, errors.splitlines()[-1]) == (1, "", "Intet er skrevet.")
    assert "Her kan programmet ikke rette, som der er skrevet." in errors
    assert (data / LETTER).read_text("utf-8") == before
