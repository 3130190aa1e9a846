"""The page »Hvordan går det?« for a plan with much, one with one of each, and one with nothing."""

import frozen
import pytest
from lxml import html
from sample import TODAY

from generator.model import Target
from generator.publish import pages, progress
from generator.site import build

PAGE = "hvordan-gaar-det/index.md"


def words(node):
    return " ".join(node.text_content().split())


@pytest.fixture(scope="module")
def town_page(town_site):
    return html.fromstring(town_site.outline[PAGE].body)


def test_a_councillor_sees_first_where_the_municipality_stands_beside_the_country(town_page):
    heading = town_page.xpath("//h2")[0]
    assert words(heading) == "Eksempelby Kommune og hele landet"
    assert [words(item) for item in town_page.xpath("//ul[contains(@class, 'multiples')]/li/p[1]")] == [
        "▼ Dårligere end hele landet",
        "▲ Bedre end hele landet",
        "▲ Bedre end hele landet",
    ]
    worst = town_page.xpath("//ul[contains(@class, 'multiples')]/li")[0]
    assert words(worst.find("p[2]")) == (
        "I 2024: Eksempelby 72,1 %, hele landet 72,6 %. Det er 0,5 procentpoint under hele landet."
    )
    assert worst.xpath(".//*[local-name()='svg']/@class") == ["chart n"]
    fact = town_page.xpath("//div[@class='facts']/div")[-1]
    assert words(fact.find("p[2]")) == "Bedre på 2, dårligere på 1"


def test_every_sub_target_stands_once_measured_or_under_its_reason(town_page, town_site):
    measured = town_page.xpath("//table[contains(@class, 'held')]/tbody/tr")
    counted = [
        int(words(cell)) for cell in town_page.xpath("//table[contains(@class, 'stacked close')]/tbody/tr/td[2]")
    ]
    parts = sum(len(target.parts) for target in town_site.plan.of(Target).values())
    assert (len(measured), sum(counted)) == (6, 4)
    assert len(measured) + sum(counted) == parts


def test_a_plan_without_targets_or_comparisons_says_so_and_shows_no_empty_list(project):
    page = html.fromstring(build(project(), TODAY).outline[PAGE].body)
    assert words(page.find_class("lead")[0]) == "Planerne har ingen mål."
    assert [heading.get("id") for heading in page.xpath("//h2")] == ["maalt", "tal", "regler"]
    assert page.find_class("facts") == []
    assert page.xpath("//table[not(.//tr[td])]") == []


def test_one_of_everything_is_told_in_the_singular():
    page = html.fromstring(build(frozen.YEAR, frozen.YEAR_LATER).outline[PAGE].body)
    assert words(page.find_class("lead")[0]) == "Planen har 1 mål med 1 delmål. 1 delmål har ingen måling."
    assert "1 af 1 indikator har to tal, der kan sammenlignes." in words(page)


def test_long_lists_are_cut_and_lead_to_pages_of_their_own(monkeypatch):
    monkeypatch.setattr(progress, "CHARTS", 2)
    monkeypatch.setattr(pages, "MOST_ROWS", 3)
    outline = build(frozen.DATA, frozen.TODAY).outline
    page = html.fromstring(outline[PAGE].body)
    assert len(page.xpath("//ul[contains(@class, 'multiples')]/li")) == 2
    more = {link.get("href"): words(link) for link in page.xpath("//a[starts-with(text(), 'Se alle ')]")}
    assert more == {
        "../hvordan-gaar-det/ved-siden-af/": "Se alle 3: Eksempelby Kommune og hele landet",
        "../hvordan-gaar-det/maalt/": "Se alle 6: Delmål, der er målt",
        "../hvordan-gaar-det/ingen-maaling/": "Se alle 4: Delmål uden måling",
        "../hvordan-gaar-det/udvikling/": "Se alle 20: Er tallene blevet bedre?",
    }
    for name, pages_of in (("ved-siden-af", 1), ("maalt", 2), ("ingen-maaling", 2)):
        found = [path for path in outline if path.startswith(f"hvordan-gaar-det/{name}")]
        assert len(found) == pages_of
        assert all(html.fromstring(outline[path].body).xpath("//tbody/tr") for path in found)
