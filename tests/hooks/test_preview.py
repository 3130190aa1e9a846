"""The preview: the same bytes as a build, whatever was edited before, and mistakes in the place of the pages."""

import tempfile
from pathlib import Path

import build
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from preview import Preview
from sample import FILES

from generator.publish.assets import assets

LETTER = "data/consultations/jobplan-2025/aeldreraadet.yml"
NEW = FILES["benchmarks/p2.yml"].replace("number: 2", "number: 3").replace("En samlet plan", "Tillid")
EDITS = [
    ("data/benchmarks/p1.yml", "title: Job først", "title: Job til alle"),
    ("data/benchmarks/p1.yml", "title: Job", "titel: Job"),
    ("data/benchmarks/p3.yml", "", NEW),
    ("data/indicators/ledighed.yml", "value: 2400", "value: 2300"),
    ("data/indicators/ledighed.yml", "value: 2550", "value: 25,50"),
    ("data/glossary.yml", "title: Ledig", "title: Job"),
    ("data/site.yml", "title: Pejl Eksempelby", "title: Pejl for alle"),
    ("data/goals/m1.yml", FILES["goals/m1.yml"], ""),
    (LETTER, "Hvad betyder planen?", "Hvad betyder <planen>?"),
    (LETTER, "          - goal: m1\n", "          - goal: m2\n"),
    (LETTER, "            reason: Forslaget er godt.\n", "            reason: Forslaget er meget godt.\n"),
    ("content/om/index.md", "/ministermaal/m1.md", "/ministermaal/m2.md"),
    ("content/om/metode.md", "Kobling", "Sammenhæng"),
    ("content/om/metode.md", "Den skal have en grund.", "<b onclick=x>Den</b> skal have en grund."),
]
"""What an editor does: the file, a text in it, and what it becomes; a file without text is not there."""


@pytest.fixture
def preview(folder, monkeypatch):
    monkeypatch.chdir(folder())
    return Preview(Path("data"))


def edit(path, old, new):
    """Replace a text by another, or the other by the first where it has been replaced already."""
    file = Path(path)
    text = file.read_text("utf-8") if file.exists() else ""
    changed = text.replace(old, new) if old in text and (old or not text) else text.replace(new, old)
    if changed:
        file.write_text(changed, "utf-8")
    else:
        file.unlink(missing_ok=True)


def held_against_a_build(preview):
    with tempfile.TemporaryDirectory() as out:
        status = build.main("data", out)
        words = preview.refresh() + preview.follow()
        if status:
            assert "[" in words
            assert b"Siden kan ikke vises endnu" in preview.answer("index.html")
            return
        built = {path.relative_to(out).as_posix(): path.read_bytes() for path in Path(out).rglob("*") if path.is_file()}
    assert set(preview.paths) == set(built)
    assert [path for path, content in built.items() if preview.answer(path) != content] == []


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=3))
def test_whatever_was_edited_the_preview_is_what_a_build_makes(preview, edits):
    for each in edits:
        edit(*each)
        held_against_a_build(preview)


def test_papers_and_what_needs_an_address_are_the_same_and_told_of_alike(preview, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://x.example/plan/")
    edit("data/site.yml", "licence:", "papers: [benchmarks, consultations]\nlicence:")
    edit("data/benchmarks/p1.yml", "title: Job først", "title: Job til alle")
    held_against_a_build(preview)
    assert {"pejlemaerker/p1/bilag-p1.pdf", "sitemap.xml"} < set(preview.paths)
    assert 'href="/plan/pejlemaerker/"' in preview.answer("404.html").decode()


def test_every_edit_is_possible_and_can_be_taken_back(preview):
    for path, old, new in EDITS:
        before = Path(path).read_text("utf-8") if Path(path).exists() else None
        edit(path, old, new)
        assert (Path(path).read_text("utf-8") if Path(path).exists() else None) != before, path
        edit(path, old, new)
        assert (Path(path).read_text("utf-8") if Path(path).exists() else None) == before, path
    assert preview.refresh() == "Ingen fejl og ingen advarsler."


def test_a_mistake_stands_in_the_place_of_every_page_until_it_is_mended(preview):
    assert preview.refresh() == "Ingen fejl og ingen advarsler."
    page = preview.answer("pejlemaerker/p1/index.html")
    assert "Job først" in page.decode()
    edit("data/indicators/ledighed.yml", "value: 2550", "value: 1<2")
    words = preview.refresh()
    assert words.endswith("1 fejl og ingen advarsler.")
    instead = preview.answer("pejlemaerker/p1/index.html").decode()
    assert '<p class="kicker">1 fejl</p>' in instead
    assert "<li><p><code>data/indicators/ledighed.yml:12:12</code></p>" in instead
    assert "»1&lt;2« er ikke et tal." in instead
    assert "1<2" not in instead
    assert preview.answer(assets()["assets/pejl.css"].path)
    edit("data/indicators/ledighed.yml", "value: 2550", "value: 1<2")
    assert preview.refresh() == "Ingen fejl og ingen advarsler."
    assert preview.answer("pejlemaerker/p1/index.html") == page


def test_a_dead_link_in_a_page_written_by_hand_is_a_mistake_too(preview):
    edit("content/om/index.md", "/ministermaal/m1.md", "/ministermaal/m7.md")
    message = "fejl: Linket »/ministermaal/m7.md#koblinger« fører ingen steder hen. Mente du »/ministermaal/m1.md«?"
    assert preview.refresh() == "Ingen fejl og ingen advarsler."
    assert preview.follow() == f"content/om/index.md:3:12: {message} [dødt-link]\n1 fejl og ingen advarsler."
    assert "Linket »/ministermaal/m7.md#koblinger« fører ingen steder hen." in preview.answer("index.html").decode()
    edit("content/om/index.md", "/ministermaal/m1.md", "/ministermaal/m7.md")
    assert (preview.refresh(), preview.follow()) == ("Ingen fejl og ingen advarsler.", "")
    assert "Job først" in preview.answer("pejlemaerker/p1/index.html").decode()


def test_it_can_begin_with_a_mistake(preview):
    edit("data/site.yml", "title: Pejl Eksempelby\n", "")
    assert "[manglende-felt]" in preview.refresh()
    assert b"[manglende-felt]" in preview.answer("index.html")
    assert preview.answer(assets()["assets/pejl.css"].path)
    assert preview.answer("assets/findes-ikke.css") is None


def test_a_page_may_link_to_a_data_file(preview):
    Path("content/om/metode.md").write_text("# Metode\n\n[Tal](/data/punkter.csv) [intet](/data/intet.csv)\n", "utf-8")
    preview.refresh()
    assert preview.follow().startswith("content/om/metode.md:3:34: fejl: Linket »/data/intet.csv« fører ingen steder")
    Path("content/om/metode.md").write_text("# Metode\n\n[Tal](/data/punkter.csv)\n", "utf-8")
    assert (preview.refresh(), preview.follow()) == ("Ingen fejl og ingen advarsler.", "")
    assert b'href="../../data/punkter.csv"' in preview.answer("om/metode/index.html")


def test_a_bug_of_ours_is_shown_and_the_site_comes_back(preview, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("preview.site.build", lambda *_: 1 / 0)
        assert preview.refresh().endswith("ZeroDivisionError: division by zero\n")
        assert "Det er en fejl i Pejl, ikke i dine data." in preview.answer("index.html").decode()
        assert b"ZeroDivisionError" in preview.answer("index.html")
    assert preview.refresh() == "Ingen fejl og ingen advarsler."
    assert b"ZeroDivisionError" not in preview.answer("index.html")


def test_a_page_written_by_hand_has_the_municipalitys_own_word_as_text(folder, monkeypatch):
    own = {"article": "en", "one": "vej & sti", "the": "vejen", "many": "veje", "the_many": "vejene"}
    words = "".join(f"    {form}: {word}\n" for form, word in own.items())
    data = {"site.yml": f"{FILES['site.yml']}words:\n  benchmark:\n{words}"}
    text = "# For redaktører\n\n## {Its} tekst {#b}\n\nSkriv {with_article} og {it}.\n\n    pejl new {one}\n"
    monkeypatch.chdir(folder(data, {"redaktoer/index.md": text}))
    preview = Preview(Path("data"))
    assert preview.refresh().startswith("Ingen fejl og ")
    page = preview.answer("redaktoer/index.html").decode()
    assert '<h2 id="b">Vejens tekst</h2>' in page
    assert "<p>Skriv en vej &amp; sti og den.</p>" in page
    assert "<code>pejl new vej &amp; sti\n</code>" in page
