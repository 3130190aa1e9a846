"""`pejl new MAPPE`: a folder for another municipality, of what is answered, and nothing over what is there."""

import builtins

import pytest
import yaml
from sample import TODAY

from generator.checking import check

TOLD = ("municipality=Nordby Kommune", "unit=Ældre og psykiatri", "title=Omsorg i Nordby")
ANSWERS = {
    "Hvad hedder kommunen? For eksempel »Nordby Kommune«.": ["", "Nordby Kommune"],
    "Hvilket område handler siden om? For eksempel »Ældre og psykiatri«.": ["Ældre og psykiatri"],
    "Hvad skal siden hedde?": ["Omsorg i Nordby"],
    "Hvad kalder I det, I styrer efter? Skriv ordet for ét, for eksempel »fokusområde«. Tomt: pejlemærke.": ["retning"],
    "Hedder det »et« eller »en«?": ["ved ikke", "en"],
    "Og i bestemt form? For eksempel »fokusområdet«.": ["retningen"],
    "Og flere? For eksempel »fokusområder«.": ["retninger"],
    "Og alle sammen? For eksempel »fokusområderne«.": ["retningerne"],
    "Hvilken farve har I? Skriv den som #12436d. Tomt: Pejls egen blå.": [""],
    "Hvem står for siden? Skriv en rolle, aldrig et navn.": ["Sekretariatet"],
    "Hvilket hovednummer kan man ringe til? Tomt: det mangler endnu.": ["87 65 43 21"],
    "Hvilken officiel postkasse kan man skrive til? Tomt: den mangler endnu.": [""],
    "Skal det skrives? (j/n)": ["j"],
}


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    monkeypatch.setenv("PEJL_TODAY", TODAY.isoformat())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def options(*fields):
    return [word for field in fields for word in ("--set", field)]


def test_whoever_begins_is_asked_and_what_is_not_known_is_said_to_be_missing(here, pejl, monkeypatch):
    answers = iter([answer for given in ANSWERS.values() for answer in given])
    monkeypatch.setattr("generator.terminal.asking.is_somebody_there", lambda: True)
    monkeypatch.setattr(builtins, "input", lambda _: next(answers))
    status, shown, asked = pejl("new", "nordby")
    assert status == 0
    assert asked.splitlines() == [question for question, given in ANSWERS.items() for _ in given]
    assert next(answers, None) is None
    assert "    + title: Omsorg i Nordby\n" in shown
    assert ".schemas/ids" not in shown
    site = yaml.safe_load((here / "nordby/data/site.yml").read_text("utf-8"))
    assert site["words"]["benchmark"] == {
        "article": "en",
        "one": "retning",
        "the": "retningen",
        "many": "retninger",
        "the_many": "retningerne",
    }
    assert site["tagline"] == "Ældre og psykiatri i Nordby Kommune"
    assert site["respond"] == "Du kan ringe på 87 65 43 21."
    assert site["contact"] == {
        "role": "Sekretariatet",
        "phone": "87 65 43 21",
        "missing": "E-mail er ikke skrevet ind endnu.",
    }
    assert check(here / "nordby/data", TODAY)[1] == []


def test_nothing_is_written_before_somebody_wants_it(here, pejl):
    status, shown, _ = pejl("new", "nordby", *options(*TOLD))
    assert status == 0
    assert shown.endswith("Intet er skrevet endnu. Passer det, så kør det samme igen med --write.\n")
    assert list(here.iterdir()) == []


def test_what_breaks_a_rule_is_told_where_it_would_stand(here, pejl):
    status, _, said = pejl("new", "nordby", *options(*TOLD, "colour=#eeeeee"), "--write")
    assert status == 1
    assert said.startswith("nordby/data/site.yml:9:9: fejl: Hvid tekst kan ikke læses på farven »#eeeeee«")
    assert list(here.iterdir()) == []


def test_nothing_is_written_over_what_is_there(here, pejl):
    (here / "nordby").mkdir()
    (here / "nordby/README.md").write_text("Min egen.", "utf-8")
    status, _, said = pejl("new", "nordby", *options(*TOLD), "--write")
    assert (status, said) == (2, "nordby/README.md er der allerede. Vælg en anden mappe.\n")
    assert [path.name for path in (here / "nordby").iterdir()] == ["README.md"]


def test_what_is_needed_is_asked_for(pejl, monkeypatch):
    status, _, said = pejl("new", "nordby", *options(TOLD[0]))
    assert (status, said) == (2, "Der mangler noget om kommunen. Skriv --set unit=… --set title=…\n")
    monkeypatch.setattr("generator.terminal.asking.is_somebody_there", lambda: False)
    assert pejl("new", "nordby") == (
        2,
        "",
        "Der er ingen at spørge. Skriv svarene med --set felt=værdi. Felterne hedder det samme som i site.yml.\n",
    )


def test_a_word_beside_data_is_a_type_and_no_folder(here, pejl):
    (here / "data").mkdir()
    status, _, said = pejl("new", "kidle")
    assert status == 2
    assert said.startswith("»kidle« er ikke en type.")
    assert pejl("new", "./kidle", *options(*TOLD))[0] == 0
