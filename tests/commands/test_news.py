import pytest
from rewriting import Repository

ANSWER = {
    "file": "consultations/pejlemaerker-2026/handicapraadet.yml",
    "old": "        kind: spørgsmål\n",
    "new": (
        "        kind: spørgsmål\n        history:\n          - date: 2026-11-20\n"
        "            status: delvist imødekommet\n"
        "            answer: Jobcentret har ansvaret.\n            accepted: Nogen har det.\n"
        "            not_accepted: Ingen har det alene.\n            reason: Det bad rådet om.\n"
        "            decided_by: Jobudvalget\n            promised:\n              - text: Vi skriver det ned.\n"
        "                who: Jobcentret\n                due: 2027-03-01\n"
        "            source:\n              document: status-2026\n              section: Side 1\n"
    ),
}
MAIL = """\
Nyt på Pejl Fjordby siden 1. december 2026

Punkt HR26-5: Punkt hr26-5.
Tilstand: delvist imødekommet, 20. november 2026
Svar: Jobcentret har ansvaret.
Det er imødekommet: Nogen har det.
Det er ikke imødekommet: Ingen har det alene.
Begrundelse: Det bad rådet om.
Besluttet af: Jobudvalget
Lovet: Vi skriver det ned. (Jobcentret, senest 1. marts 2027)
Læs det her: {root}hoeringer/pejlemaerker-2026/handicapraadet/#hr26-5
"""


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", "2027-01-15")
    made = Repository(tmp_path / "town")
    made.commit("2026-02-01")
    made.commit("2026-12-01", ANSWER)
    return made


def test_an_answer_is_told_with_its_reason_who_decided_and_the_address(repository, pejl):
    assert pejl("news", "--since", "2026-12-01", "--data", repository.data) == (0, MAIL.format(root=""), "")
    address = {"file": "site.yml", "old": "published:", "new": "address: https://fjordby.example/pejl/\npublished:"}
    repository.commit("2026-12-02", address)
    said = pejl("news", "--since", "2026-12-01", "--organisation", "handicapraadet", "--data", repository.data)[1]
    assert said == MAIL.format(root="https://fjordby.example/pejl/")


@pytest.mark.parametrize(
    "given", [["--since", "2026-12-02"], ["--since", "2026-12-01", "--organisation", "ungeraadet"]]
)
def test_it_says_so_when_nothing_has_happened(repository, pejl, given):
    status, said, _ = pejl("news", *given, "--data", repository.data)
    assert (status, said.splitlines()[2:]) == (0, ["Der er ikke kommet noget nyt."])


def test_what_is_no_answer_is_told_in_a_sentence_and_our_own_words_are_not(repository, pejl):
    figure = {"file": "indicators/ledige.yml", "old": "value: 2550", "new": "value: 2500"}
    words = {"file": "indicators/ledige.yml", "old": "summary: Færre", "new": "summary: Mange"}
    repository.commit("2026-12-20", figure, words)
    _, said, _ = pejl("news", "--since", "2026-12-20", "--data", repository.data)
    assert said == (
        "Nyt på Pejl Fjordby siden 20. december 2026\n\nDet er nyt:\n"
        "- Tal »Ledige«: Tallet for 2024 (Fjordby Kommune) var 2.550 personer og er nu 2.500 personer.\n"
    )


def test_a_joint_answer_is_told_to_both(repository, pejl):
    _, said, _ = pejl("news", "--since", "2026-01-01", "--organisation", "handicapraadet", "--data", repository.data)
    assert "Punkt HR26-6B: Punkt hr26-6b.\nTilstand: imødekommet, 10. juni 2026\nSvar: Nye får en mentor." in said
    assert "AR26-1" not in said


def test_wrong_use_is_told(repository, pejl, tmp_path):
    assert pejl("news", "--since", "i går", "--data", repository.data)[::2] == (
        2,
        "»i går« er ikke en dato. Skriv den som 2026-01-31.\nSe hjælpen med: pejl news --help\n",
    )
    assert pejl("news", "--since", "2026-12-01", "--organisation", "ungerad", "--data", repository.data)[::2] == (
        2,
        "Ingen organisation har id'et »ungerad«. Mente du »ungeraadet«?\n",
    )
    repository.run("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(tmp_path / "shallow"))
    assert pejl("news", "--since", "2026-12-01", "--data", tmp_path / "shallow/data")[::2] == (
        2,
        (
            "Det kan ikke ses, hvad der er nyt: hele historikken i git skal være her. "
            "Hent den med: git fetch --unshallow\n"
        ),
    )
