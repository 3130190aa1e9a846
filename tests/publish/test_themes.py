"""A theme: its points first, by how they stand, each state with an address of its own."""

import frozen
import pytest
from lxml import html

from generator.site import build


@pytest.fixture(scope="module")
def outline():
    return build(frozen.YEAR, frozen.YEAR_LATER).outline


def words(node):
    return " ".join(node.text_content().split())


def rows(page):
    (table,) = page.xpath("//table[contains(@class, 'points')]")
    return [(words(row[0]).split()[0], words(row[2])) for row in table.xpath("tbody/tr")]


def test_points_stand_before_everything_else_and_those_without_an_answer_first(outline):
    page = html.fromstring(outline["emner/job.md"].body)
    assert page.xpath("//h2/@id")[0] == "hoeringspunkter"
    found = rows(page)
    assert [point for point, _ in found[:2]] == ["HR26-5", "UR26-1"]
    assert all("Uden svar i kilderne" in state for _, state in found[:2])
    assert len(found) == 13
    assert found[-1][1].startswith("▲ Imødekommet")


def test_every_state_that_a_point_has_is_a_page_of_plain_links(outline):
    page = html.fromstring(outline["emner/job.md"].body)
    (nav,) = page.xpath("//nav[@aria-label='Visning']")
    ways = {link.get("href").split("/")[-2]: words(link) for link in nav.xpath("a")}
    assert ways["job"] == "Hele emnet"
    assert ways["uden-svar-i-kilderne"] == "Uden svar i kilderne (2)"
    pages = {path.split("/")[-1].removesuffix(".md") for path in outline if path.startswith("emner/job/")}
    assert pages == set(ways) - {"job"}
    for state in pages:
        shown = html.fromstring(outline[f"emner/job/{state}.md"].body)
        assert ways[state] == f"{words(shown.find('.//h1'))} ({len(rows(shown))})"
        assert shown.xpath("//nav[@class='filter']/a[@aria-current]/@href") == [f"../../../emner/job/{state}/"]


def test_a_theme_without_points_says_so_and_has_no_pages_of_states(town_site):
    path = next(
        path
        for path, page in town_site.outline.items()
        if path.startswith("emner/") and "Ingen høringspunkter er mærket med emnet." in page.body
    )
    assert not [other for other in town_site.outline if other.startswith(f"{path.removesuffix('.md')}/")]
    assert "Visning" not in town_site.outline[path].body


def test_the_list_of_themes_leads_straight_to_what_has_no_answer(outline):
    page = html.fromstring(outline["emner/index.md"].body)
    assert "../emner/job/uden-svar-i-kilderne/" in page.xpath("//a/@href")


def test_glossary_plan_and_initiatives_list_what_is_on_the_page(town_site):
    for path, first in (
        ("ordliste/index.md", "bogstav-a"),
        ("indsatser/index.md", "bogstav-f"),
        ("planer/2024.md", "kort-fortalt"),
        ("overblik/mangler.md", "ubesvarede"),
    ):
        page = html.fromstring(town_site.outline[path].body)
        (rail,) = page.xpath("//nav[@aria-label='På denne side']")
        assert rail.xpath(".//a/@href")[0] == f"#{first}"
        assert rail.xpath(".//a/@href") == [f"#{name}" for name in page.xpath("//h2/@id")]
