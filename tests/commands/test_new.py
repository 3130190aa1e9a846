"""`pejl new`: a file with every field explained, under an id that nothing has or had, and never over another."""

import builtins
import re
import shutil

import frozen
import pytest
from sample import FILES, TODAY

from generator.checking import check
from generator.editing.creating import types
from generator.model import Filing, Response
from generator.model.order import keys
from generator.reading.source import parse

SKELETON = """\
# yaml-language-server: $schema=../.schemas/document.json
# Udfyld felterne uden #. Slet # foran de felter, du også vil bruge. Slet forklaringerne til sidst.
title: Referat fra mødet
# Udgiver.
publisher:
# Slags. Vælg mellem: høringssvar, plan, udkast, rapport, debatindlæg, referat, notat, brev,
# tabel.
kind:
# Dato. Dato, måned eller år, så nøjagtigt som kilden selv siger.
date:
# Endelig. true for et endeligt dokument, false for et udkast.
final:
# Journalnummer.
#case_number:
# Rettigheder. Hvem der har ophavsretten, og hvordan vi bruger teksten.
rights:
# Brugt til. Hvad siden bruger kilden til.
used_for:
# Uoverensstemmelser. Fejl og modsigelser i kilden.
#discrepancies:
#  # Afsnit.
#  - section:
#    # Hvad er galt. Fejlen og hvordan siden behandler den.
#    text:
#    # Kan også have: quotes.
"""
AGAIN = "Intet er skrevet endnu. Passer det, så kør det samme igen med --write.\n"
UNFILLED = "Skrevet. Der er tomme felter i filen. Udfyld dem, og kør pejl check.\n"
SOURCE = ("source.document=plan-2025", "source.section=2.1 Rammer")
LETTER = ("consultation=jobplan-2025", "organisation=ungeraadet")


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", TODAY.isoformat())


def options(*fields):
    return [word for field in fields for word in ("--set", field)]


def files(data):
    return {path.relative_to(data).as_posix(): path.read_text("utf-8") for path in data.rglob("*.yml") if path.exists()}


def test_a_source_is_shown_and_then_written_with_every_field_explained(project, pejl):
    data = project()
    path = data / "sources/referat-fra-moedet.yml"
    call = ("new", "kilde", "--data", data, *options("title=Referat fra mødet"))
    shown = f"{path.as_posix()} (ny fil):\n" + "".join(f"    + {line}\n" for line in SKELETON.splitlines())
    assert pejl(*call) == (0, shown + AGAIN, "")
    assert files(data) == FILES
    assert pejl(*call, "--write") == (0, shown + UNFILLED, "")
    assert files(data) == FILES | {"sources/referat-fra-moedet.yml": SKELETON}


def test_a_second_run_makes_another_file(project, pejl):
    data = project()
    for _ in range(2):
        pejl("new", "kilde", "--data", data, "--write", *options("title=Referat fra mødet"))
    names = ("sources/referat-fra-moedet.yml", "sources/referat-fra-moedet-2.yml")
    assert files(data) == FILES | dict.fromkeys(names, SKELETON)


def test_numbered_ids_go_on_and_a_whole_record_follows_every_rule_in_its_form(project, pejl):
    data = project()
    fields = ("number=3", "title=Hurtig hjælp", "summary=Alle får hjælp.", "adopted_text_missing=Står ikke i kilderne.")
    more = ("no_metric=Kilderne har intet tal.", "themes=job", *SOURCE)
    call = ("new", "PEJLEMÆRKE", "--data", data, "--write", *options(*fields, *more))
    status, said, errors = pejl(*call)
    done = "Skrevet. Det følger alle regler. Send det nu ind som et forslag.\n"
    assert (status, said.endswith(done), errors) == (0, True, "")
    assert [str(problem) for problem in check(data, TODAY)[1]] == []
    path = data / "benchmarks/p3.yml"
    assert pejl("format", "--check", path, "--data", data)[0] == 0
    assert re.sub(r"(?m)^ *#.*\n", "", path.read_text("utf-8")) == (
        "number: 3\ntitle: Hurtig hjælp\nadopted_text_missing: Står ikke i kilderne.\nsummary: Alle får hjælp.\n"
        "themes: [job]\nno_metric: Kilderne har intet tal.\n"
        "source:\n  document: plan-2025\n  section: 2.1 Rammer\n"
    )


def test_a_type_is_called_what_the_municipality_calls_it(pejl, tmp_path):
    data = shutil.copytree(frozen.OTHER, tmp_path / "data")
    status, said, _ = pejl("new", "fokusområde", "--data", data, "--set", "title=Et godt måltid", "--set", "number=9")
    assert (status, said.splitlines()[0]) == (0, f"{data}/benchmarks/f5.yml (ny fil):")
    status, _, errors = pejl("new", "pejlemærke", "--data", data, "--set", "title=Et godt måltid")
    assert (status, errors[:34]) == (2, "»pejlemærke« er ikke en type. Vælg")


@pytest.mark.parametrize(("word", "model"), types().items())
def test_every_type_has_a_skeleton_that_only_wants_filling_in(project, pejl, word, model):
    data = project({"organisations/ungeraadet.yml": "title: Ungerådet\nlegal_role: Et råd for unge.\n"})
    before = files(data)
    given = LETTER if model is Response else ("id=ny-post",)
    assert pejl("new", word, "--data", data, "--write", *options(*given))[0] == 0
    ((name, text),) = [(name, text) for name, text in files(data).items() if before.get(name) != text]
    assert {problem.rule for problem in check(data, TODAY)[1] if problem.severity == "fejl"} == {"tom-værdi"}
    if model.filing is Filing.LIST:
        assert text.startswith(before[name])
        text = text[len(before[name]) :]
        assert text.startswith("- id: ny-post\n")
    else:
        assert text.startswith(f"# yaml-language-server: $schema={'../' * name.count('/')}.schemas/{model.type}.json\n")
    whole, problems = parse(
        re.sub(r"(?m)^( *)#(?! ?(?:[A-ZÆØÅ0-9»]|yaml))", r"\1", re.sub(r"(?m)^ *#? *# .*\n", "", text)), "x"
    )
    assert {problem.rule for problem in problems} == {"tom-værdi"}
    value = whole.value[0] if model.filing is Filing.LIST else whole.value
    left_out = () if model.filing is Filing.LIST else model.in_name
    assert list(value) == [key for key in keys(model) if key not in left_out and key != "seen"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("../../x", "»../../x« kan ikke være et id. Kald filen eller mappen for eksempel »x«."),
        ("a/b", "»a/b« kan ikke være et id. Kald filen eller mappen for eksempel »a-b«."),
        ("..", "»..« kan ikke være et id. Kald filen eller mappen for eksempel »id-1«."),
        ("P9", "»P9« kan ikke være et id. Kald filen eller mappen for eksempel »p9«."),
        ("pa\u030a-vej", "»på-vej« kan ikke være et id. Kald filen eller mappen for eksempel »paa-vej«."),
        (
            "aux",
            (
                "»aux« kan ikke være et id, for Windows kan ikke have en fil, der hedder sådan. "
                "Kald filen eller mappen for eksempel »aux-1«."
            ),
        ),
        ("a" * 81, f"»{'a' * 39}…« kan ikke være et id. Brug højst 80 tegn."),
        ("a\x07", "Der står et usynligt tegn (U+0007) i »id«. Slet det."),
        ("p1", "»p1« er brugt, og et id bruges aldrig igen. Vælg et andet id."),
        ("ae-1", "»ae-1« er brugt, og et id bruges aldrig igen. Vælg et andet id."),
        ("jobmesse", "»jobmesse« er brugt, og et id bruges aldrig igen. Vælg et andet id."),
        ("gammel", "»gammel« er brugt, og et id bruges aldrig igen. Vælg et andet id."),
    ],
)
def test_an_id_that_cannot_be_one_or_was_one_is_refused(project, pejl, name, sentence):
    gone = (
        "moved:\n  - from: indsatser/gammel/\n    to: pejlemaerker/p1/\n"
        "deleted:\n  - address: indsatser/jobmesse/\n    title: Jobmesse\n    date: 2025-05-01\n    why: En fejl.\n"
    )
    data = project({"gone.yml": gone})
    before = files(data)
    assert pejl("new", "indsats", "--data", data, "--write", *options(f"id={name}")) == (2, "", f"{sentence}\n")
    assert files(data) == before


@pytest.mark.parametrize(
    ("word", "fields", "sentence"),
    [
        ("x..", (), f"»x..« er ikke en type. Vælg mellem: {', '.join(sorted(types()))}."),
        ("indikatorer", (), "»indikatorer« er ikke en type. Mente du »indikator«?"),
        ("kilde", (), "Der mangler et id. Skriv et med --set id=…, eller skriv en titel til en kilde."),
        ("høringssvar", (), "Skriv både consultation (høringens id) og organisation (id på den, der har skrevet)."),
        (
            "høringssvar",
            ("consultation=../x", "organisation=aeldreraadet"),
            "Der er ikke en høring med id'et »../x«. Opret posten først.",
        ),
        (
            "høringssvar",
            ("consultation=jobplan-2025", "organisation=x"),
            "Der er ikke en organisation med id'et »x«. Opret posten først.",
        ),
    ],
)
def test_what_cannot_be_made_is_said(project, pejl, word, fields, sentence):
    data = project()
    assert pejl("new", word, "--data", data, "--write", *options(*fields)) == (2, "", f"{sentence}\n")
    assert files(data) == FILES


def test_a_file_that_is_there_is_never_written_over(project, pejl):
    data = project()
    path = data / "consultations/jobplan-2025/aeldreraadet.yml"
    given = options("consultation=jobplan-2025", "organisation=aeldreraadet")
    sentence = f"{path} er der allerede. Vælg et andet id.\n"
    assert pejl("new", "høringssvar", "--data", data, "--write", *given) == (2, "", sentence)
    (data / "sources/ny.yml").symlink_to(data / "sources/intet.yml")
    assert pejl("new", "kilde", "--data", data, "--write", *options("id=ny"))[0] == 2
    assert files(data) == FILES


def test_nothing_is_written_outside_the_folder(project, pejl, tmp_path):
    data, outside = project(), tmp_path / "ude"
    outside.mkdir()
    (data / "initiatives").symlink_to(outside)
    sentence = f"{data / 'initiatives/ny.yml'} fører ud af {data}. Ret genvejen, eller slet den.\n"
    assert pejl("new", "indsats", "--data", data, "--write", *options("id=ny")) == (2, "", sentence)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("title", "name"), [("Con", "con-1"), ("Å\u030a " + "x" * 200, "aa-" + "x" * 73), ("…", "id-1")]
)
def test_an_id_is_made_of_any_title(project, pejl, title, name):
    data = project()
    pejl("new", "kilde", "--data", data, "--write", *options(f"title={title}"))
    assert (data / f"sources/{name}.yml").exists()


def test_what_is_wrong_is_said_in_the_words_of_a_check_and_nothing_is_written(project, pejl):
    data = project()
    path = data / "sources/a.yml"
    words = "brev, debatindlæg, høringssvar, notat, plan, rapport, referat, tabel, udkast"
    wrong = f"»bog« kan ikke stå i »kind«. Vælg mellem: {words}."
    fields = ("id=a", "title=A", "publisher=B", "kind=bog", "date=2025", "final=ja", "rights=C.", "used_for=D.")
    status, said, errors = pejl("new", "kilde", "--data", data, "--write", *options(*fields))
    assert (status, said, errors.splitlines()[0]) == (1, "", f"{path.as_posix()}:5:7: fejl: {wrong} [ukendt-værdi]")
    assert files(data) == FILES


def test_whoever_sits_at_a_terminal_is_asked_for_what_must_be_there(project, pejl, monkeypatch):
    data = project()
    said = iter(["Referat fra mødet", "", "bog", "referat", "", "ja", "", "", "ja"])
    monkeypatch.setattr("generator.terminal.asking.is_somebody_there", lambda: True)
    monkeypatch.setattr(builtins, "input", lambda _="": next(said))
    status, shown, asked = pejl("new", "kilde", "--data", data)
    assert (status, shown.endswith(UNFILLED), list(said)) == (0, True, [])
    assert asked.splitlines()[:3] == [
        "Titel. (kan vente)",
        "Udgiver. (kan vente)",
        (
            "Slags. Vælg mellem: høringssvar, plan, udkast, rapport, debatindlæg, referat, notat, brev, tabel. "
            "(kan vente)"
        ),
    ]
    text = (data / "sources/referat-fra-moedet.yml").read_text("utf-8")
    assert "publisher:\nkind: referat\n" in text
    assert "final: true\n" in text
