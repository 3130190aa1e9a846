"""The command alone; what an import does is tested with `generator.editing.importing`."""

from imports import FILE, SIMPLE
from sample import FILES

TABLE = "OMRÅDE;TID;INDHOLD\nEksempelby;2021;2400\n"


def test_figures_are_shown_and_then_written(project, pejl, tmp_path):
    data = project({FILE: FILES[FILE] + SIMPLE})
    table = tmp_path / "tabel.csv"
    table.write_text(TABLE, "utf-8")
    before = (data / FILE).read_bytes()
    status, said, errors = pejl("import", table, "--indicator", "ledighed", "--data", data)
    assert (status, errors) == (0, "")
    assert said.startswith("1 nyt tal:\n")
    assert said.endswith("Intet er skrevet endnu. Passer det, så kør det samme igen med --write.\n")
    assert (data / FILE).read_bytes() == before
    status, said, errors = pejl("import", table, "--indicator", "ledighed", "--data", data, "--write")
    assert (status, errors) == (0, "")
    assert said.endswith(
        f"Skrevet i {data.as_posix()}/{FILE}. Filen følger alle regler. Send den nu ind som et forslag.\n"
    )
    assert b"2400" in (data / FILE).read_bytes()
    status, said, _ = pejl("import", table, "--indicator", "ledighed", "--data", data, "--write")
    assert (status, said.splitlines()[-1]) == (0, "Der er intet at skrive.")


def test_an_indicator_that_is_not_there(project, pejl, tmp_path):
    table = tmp_path / "tabel.csv"
    table.write_text(TABLE, "utf-8")
    sentence = "Ingen indikator har id'et »ledighet«. Mente du »ledighed«?\n"
    assert pejl("import", table, "--indicator", "ledighet", "--data", project()) == (2, "", sentence)
