"""The guide about paper: every command that it shows does what it says, on a copy of the frozen year."""

import shlex

import docx
import frozen
import pytest
from pages import page
from rewriting import copied
from worksheets import filled_in

GUIDE = page("redaktoer/papir.md", "{#bilag}")
COMMANDS = [line for line in GUIDE.split("\n") if line.startswith("pejl ")]
"""The commands; what they are about is called something else in the frozen year."""
HERE = {
    "jobplan-2025": "pejlemaerker-2026",
    "p3": "p1",
    "source.document=brev-2026": "source.document=referat-juni-2026",
}


@pytest.fixture
def run(tmp_path, monkeypatch, pejl):
    monkeypatch.setenv("PEJL_TODAY", frozen.YEAR_LATER.isoformat())
    monkeypatch.chdir(tmp_path)
    copied(tmp_path)

    def run(line):
        _, *words = shlex.split(line)
        return pejl(*(HERE.get(word, word) for word in words))

    return run


def test_the_appendices_are_made(run, tmp_path):
    lines = [line for line in COMMANDS if " bilag " in line]
    assert len(lines) == 3
    for line in lines:
        assert run(line)[0] == 0
    made = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert made == ["bilag-hele-planen.pdf", "bilag-p1.pdf", "bilag-pejlemaerker-2026.pdf"]
    assert all(path.read_bytes().startswith(b"%PDF") for path in tmp_path.glob("*.pdf"))


def test_the_table_goes_out_to_word_and_comes_back(run, tmp_path):
    out, back, sourced = (line for line in COMMANDS if " hvidbog " in line)
    assert run(out)[0] == 0
    assert run(back) == (0, "Der er intet at skrive.\n", "")
    document = docx.Document(tmp_path / "svar.docx")
    filled_in(document)
    document.save(tmp_path / "svar.docx")
    assert "--set source.document=ID" in run(back)[2]
    assert run(sourced)[1].endswith("Passer det, så kør det samme igen med --write.\n")
    assert "Skrevet." in run(f"{sourced} --write")[1]
    document.tables[0].rows[1].cells[2].text = "Det skrev rådet ikke."
    document.save(tmp_path / "svar.docx")
    status, _, told = run(back)
    assert status == 1
    assert "række 2 (HR26-1): Ordene er ændret i »Det skrev de«." in told
    assert told.endswith("Intet er skrevet.\n")
