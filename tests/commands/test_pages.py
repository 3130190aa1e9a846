from sample import FILES

from generator.publish.assets import FOLDER

BAD = {"indicators/ledighed.yml": FILES["indicators/ledighed.yml"].replace("value: 2550", "value: 72,3")}


def test_pages_are_written_as_markdown(project, tmp_path, pejl):
    out = tmp_path / "ud"
    status, said, _ = pejl("pages", "--data", project(), "--out", out)
    files = [path for path in out.rglob("*") if path.is_file()]
    assert (status, said) == (0, f"{len(files)} filer ligger i {out}.\n")
    text = (out / "pejlemaerker/p1.md").read_text("utf-8")
    assert text.startswith('---\n{"title": "Pejlemærke 1: Job først"')
    assert (out / "data/indikatorer/ledighed.csv").is_file()
    # The frame is another generator's, and names them.
    shared = sorted(path.name for path in (out / "assets").iterdir() if path.is_file())
    assert shared == sorted([*(path.name for path in FOLDER.iterdir()), "plotly.min.js"])


def test_bad_data_writes_no_pages(project, tmp_path, pejl):
    status, said, errors = pejl("pages", "--data", project(BAD), "--out", tmp_path / "ud")
    assert (status, said, "[tal]" in errors) == (1, "", True)
    assert not (tmp_path / "ud").exists()
