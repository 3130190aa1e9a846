"""The papers beside the pages: made where `site.yml` asks for them, told of as they are, and made once."""

import io
import re

import docx
import frozen
import pikepdf
import pytest
from lxml import html
from sample import FILES, TODAY, changed

from generator.publish.paper import setting
from generator.site import build

CASE = "hoeringer/pejlemaerker-2026"
LINK = re.compile(
    r"(?P<name>.+) [(](?P<form>PDF|Word|CSV til regneark), (?:(?P<pages>[0-9]+)\xa0sider?, )?(?P<size>[0-9]+)\xa0kB[)]"
)


@pytest.fixture(scope="module")
def site():
    return build(frozen.YEAR, frozen.YEAR_LATER)


def links(site, page):
    """Give what a page says of each paper by its path."""
    found = html.fromstring(site.outline[page].body).xpath(
        "//a[contains(@href, '/bilag-') or contains(@href, '/skema-')]"
    )
    return {one.get("href").removeprefix("../").removeprefix("../").removeprefix("../"): one.text for one in found}


def test_every_paper_is_told_of_on_the_page_it_belongs_to(site):
    assert list(site.files["papers"]) == [
        "pejlemaerker/bilag-hele-planen.pdf",
        "pejlemaerker/p1/bilag-p1.pdf",
        "pejlemaerker/p2/bilag-p2.pdf",
        "pejlemaerker/p3/bilag-p3.pdf",
        f"{CASE}/bilag-pejlemaerker-2026.pdf",
        "hoeringer/ungeplan-2026/bilag-ungeplan-2026.pdf",
        "beslutninger/jobudvalget-2026-06-10/bilag-jobudvalget-2026-06-10.pdf",
        "beslutninger/jobudvalget-2026-11-04/bilag-jobudvalget-2026-11-04.pdf",
        f"{CASE}/skema-pejlemaerker-2026.docx",
        f"{CASE}/skema-pejlemaerker-2026.csv",
        "hoeringer/ungeplan-2026/skema-ungeplan-2026.docx",
        "hoeringer/ungeplan-2026/skema-ungeplan-2026.csv",
    ]
    told = set()
    for page in (
        "pejlemaerker/index.md",
        "pejlemaerker/p1.md",
        "pejlemaerker/p2.md",
        "pejlemaerker/p3.md",
        f"{CASE}.md",
        "hoeringer/ungeplan-2026.md",
        "beslutninger/jobudvalget-2026-06-10.md",
        "beslutninger/jobudvalget-2026-11-04.md",
    ):
        told |= set(links(site, page))
    assert told == set(site.files["papers"])
    assert links(site, f"{CASE}/hvidbog.md") == links(site, f"{CASE}.md")


@pytest.mark.parametrize("page", ["pejlemaerker/p1.md", "pejlemaerker/p2.md", f"{CASE}.md"])
def test_a_page_says_what_opens_a_paper_and_how_long_it_is(site, page):
    for path, words in links(site, page).items():
        raw, said = site.files["papers"][path].data, LINK.fullmatch(words)
        assert int(said["size"]) == max(1, round(len(raw) / 1000))
        if said["form"] == "PDF":
            assert int(said["pages"]) == len(pikepdf.open(io.BytesIO(raw)).pages)
            assert ("1\xa0side," in words) is (said["pages"] == "1")
        elif said["form"] == "Word":
            assert docx.Document(io.BytesIO(raw)).tables
        else:
            assert raw.decode("utf-8-sig").startswith("Nr.;Hvem;Det skrev de;")


@pytest.mark.parametrize(
    ("kinds", "paths"),
    [
        ("", []),
        ("papers: [decisions]\n", []),
        ("papers: [benchmarks]\n", ["pejlemaerker/p1/bilag-p1.pdf", "pejlemaerker/p2/bilag-p2.pdf"]),
        ("papers: [plan, plan]\n", ["pejlemaerker/bilag-hele-planen.pdf"]),
    ],
)
def test_a_site_has_the_papers_that_it_asks_for(project, kinds, paths):
    made = build(project({"site.yml": FILES["site.yml"].replace("licence:", f"{kinds}licence:")}), TODAY)
    assert list(made.files["papers"]) == paths
    pages = ("pejlemaerker/index.md", "pejlemaerker/p1.md", "pejlemaerker/p2.md", "hoeringer/jobplan-2025.md")
    assert [path for page in pages for path in links(made, page)] == paths


def test_a_paper_is_set_once_and_anew_when_a_word_changes(project, monkeypatch):
    about = {"site.yml": FILES["site.yml"].replace("licence:", "papers: [benchmarks]\nlicence:")}
    path = "pejlemaerker/p1/bilag-p1.pdf"
    first = build(project(about), TODAY).files["papers"][path].data
    with monkeypatch.context() as patch:
        patch.setattr(setting, "typeset", lambda *_: pytest.fail("set again"))
        assert build(project(about), TODAY).files["papers"][path].data == first
    other = about | changed("benchmarks/p1.yml", ("Job først", "Job til alle"))
    assert build(project(other), TODAY).files["papers"][path].data != first


def test_a_case_without_points_has_no_table_to_fill_in(project):
    quiet = {"consultations/jobplan-2025/aeldreraadet.yml": None}
    about = {"site.yml": FILES["site.yml"].replace("licence:", "papers: [consultations]\nlicence:")}
    made = build(project(about | quiet), TODAY)
    assert list(made.files["papers"]) == ["hoeringer/jobplan-2025/bilag-jobplan-2025.pdf"], made.problems


def test_the_accessibility_statement_names_the_papers(site, project):
    page = html.fromstring(site.outline["was/index.md"].body)
    told = page.xpath("//h2[@id='dokumenter']/following-sibling::p")
    said = " ".join(" ".join(one.text_content().split()) for one in told)
    assert said.startswith(
        "Siden har 8 bilag som PDF og 2 skemaer, der hver kan hentes både til Word og til regneark. "
        "De siger det samme som siderne. PDF-filerne er lavet efter standarden PDF/UA-1."
    )
    assert "Prøverne er lavet af maskiner. De viser ikke, hvordan filerne lyder i en skærmlæser." in said
    assert "dokumenter" not in build(project(), TODAY).outline["was/index.md"].body
    only = {"site.yml": FILES["site.yml"].replace("licence:", "papers: [consultations]\nlicence:")}
    assert (
        "1 bilag som PDF og 1 skema, som kan hentes både til Word og til regneark."
        in build(project(only), TODAY).outline["was/index.md"].body
    )
