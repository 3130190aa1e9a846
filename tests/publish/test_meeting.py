"""Benchmarks for a meeting: where each stands, and that nothing about it is left out."""

import re

import frozen
import pytest
from lxml import html
from sample import FILES, TODAY

from generator.publish import meeting
from generator.site import build

NUMBERED = {
    f"benchmarks/p{number}.yml": FILES["benchmarks/p2.yml"].replace("number: 2", f"number: {number}")
    for number in range(3, 23)
}


def words(node):
    return " ".join(node.text_content().split())


@pytest.fixture(scope="module")
def year_page():
    return html.fromstring(build(frozen.YEAR, frozen.YEAR_LATER).outline["moede/index.md"].body)


def sheet(page, benchmark):
    (found,) = page.xpath(f"//section[h2[@id='{benchmark}']]")
    return found


def rows(page):
    """Give the cells of every row of targets."""
    found = page.xpath(".//table[contains(@class, 'sheet-targets')]/tbody/tr")
    return [[words(cell) for cell in row] for row in found]


def test_every_benchmark_that_holds_has_a_sheet_in_order_of_number(year_page):
    assert [words(heading) for heading in year_page.xpath("//section/h2")] == [
        "Pejlemærke 1: Job til alle",
        "Pejlemærke 3: Plads til alle",
    ]


def test_a_sheet_has_every_point_with_its_newest_answer(year_page, year):
    rows = {words(row[0]): words(row[2]) for row in sheet(year_page, "p1").xpath("(.//table)[1]/tbody/tr")}
    assert rows["HR26-3"].startswith("▼ Ikke imødekommet")
    assert rows["HR26-5"].startswith("○ Uden svar i kilderne Nu: Fjordby Kommune svarer, eller nogen sender os svaret.")
    assert "Det er lovet: Alle får en plan inden sommer" in rows["HR26-2"]
    own = build(frozen.YEAR, frozen.YEAR_LATER).outline["pejlemaerker/p1.md"].body
    assert set(rows) == {words(link) for link in html.fromstring(own).xpath("//table[contains(@class, 'said')]//th/a")}
    assert year


def test_a_sheet_has_every_figure_and_every_sub_target(town_site):
    page = sheet(html.fromstring(town_site.outline["moede/index.md"].body), "p4")
    own = html.fromstring(town_site.outline["pejlemaerker/p4.md"].body)
    figures = page.xpath(".//table[contains(@class, 'sheet-figures')]//th[@scope='row']")
    assert len(figures) == len(own.find_class("metric")) == 2
    assert rows(page) == [
        ["F1. Tilbud eller arbejde inden for et år", "over 80 %, målår 2025", "91,0 % i februar 2025", "▲ Mål nået"]
    ]


def test_sub_targets_of_one_target_name_it_once_and_say_why_there_is_no_figure(town_site):
    page = html.fromstring(town_site.outline["moede/index.md"].body)
    assert rows(sheet(page, "p3"))[:3] == [
        ["1. Borgere i arbejde eller praktik: I arbejde", "mindst 72 %, målår 2024", "72,1 % i 2024", "▲ Mål nået"],
        [
            "1. Med en plan",
            "mindst 100 %, målår 2024",
            "50 % den 20. maj 2025. Kilderne har kun skøn og fremskrivninger",
            "○ Ingen måling",
        ],
        [
            "1. Borgere i fleksjob",
            "over niveauet i Fjordbyerne, målår 2024",
            "Kilderne har ikke tal for det",
            "○ Ingen måling",
        ],
    ]


def test_the_way_to_a_sheet_leads_to_the_page_on_which_it_stands(project):
    built = build(project(NUMBERED), TODAY)
    link = html.fromstring(built.outline["pejlemaerker/p22.md"].body).xpath("//a[text()='Print til møde']/@href")
    assert link == ["../../moede/side-2/#p22"]
    assert 'id="p22"' in built.outline["moede/side-2.md"].body
    first = re.findall(r'<h2 id="(p\d+)"', built.outline["moede/index.md"].body)
    assert first == [f"p{number}" for number in range(1, meeting.MOST + 1)]


def test_a_withdrawn_benchmark_has_no_sheet_and_leads_to_none():
    page = html.fromstring(build(frozen.YEAR, frozen.YEAR_LATER).outline["pejlemaerker/p2.md"].body)
    assert page.xpath("//a[text()='Print til møde']") == []


def test_without_benchmarks_the_page_says_so():
    assert meeting.addresses([]) == {}
