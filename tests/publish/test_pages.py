import re
from pathlib import Path

import frozen
import pytest
from lxml import html
from sample import FILES, TODAY

from generator.model import RECORD_TYPES
from generator.publish import feeds
from generator.site import build

WITH_PAGES = [model for model in RECORD_TYPES if model.has_page]


@pytest.fixture(scope="module")
def page(town_site):
    return lambda path: town_site.outline[path]


def rows(page):
    """The first link of every row of a page's tables."""
    return html.fromstring(page.body).xpath("//tbody/tr/th//a[1]/@href")


@pytest.mark.parametrize("model", WITH_PAGES, ids=lambda model: model.type)
def test_every_record_has_a_page_that_can_be_edited_where_it_was_written(town, page, model):
    for record in town.of(model).values():
        made = page(f"{record.address.rstrip('/')}.md")
        assert record.title in made.title
        written = Path(made.edit_path)
        assert written.is_relative_to(frozen.DATA)
        assert record.title.replace("'", "''") in written.read_text("utf-8").replace("'", "''")


def test_only_who_raised_points_has_them_by_benchmark(town_site):
    found = sorted(path for path in town_site.outline if path.endswith("efter-pejlemaerke.md"))
    assert found == [
        "organisationer/aeldreraadet/efter-pejlemaerke.md",
        "organisationer/handicapraadet/efter-pejlemaerke.md",
        "organisationer/ungeraadet/efter-pejlemaerke.md",
    ]


def test_ten_comes_after_nine_in_the_overview(page):
    found = [re.search(r"p[0-9]+", link)[0] for link in rows(page("overblik/index.md"))]
    assert found == [f"p{number}" for number in range(1, 11)]


def test_points_stand_in_the_order_of_the_letters_and_the_oldest_letter_first(page):
    found = [link.partition("#")[2] for link in rows(page("overblik/hoeringspunkter.md"))]
    assert found == [
        "ur24-1",
        "hr25-1-1", "hr25-1-2", "hr25-2-1", "hr25-4-1", "hr25-4-2", "hr25-7-1", "hr25-9-1", "hr25-10-1", "hr25-0-1",
        "ae25-3-1", "ae25-0-1",
    ]  # fmt: skip


def test_a_page_says_what_it_is_about_and_where_it_stands(page):
    made = page("pejlemaerker/p4.md")
    assert (made.title, made.kind) == (
        "Pejlemærke 4: Plads til alle på arbejdspladsen",
        page("pejlemaerker/p5.md").kind,
    )
    assert made.description
    assert ("Pejlemærker", "pejlemaerker/") in made.crumbs


def test_only_figures_are_told_to_search_engines(town_site):
    told = {path for path, made in town_site.outline.items() if made.dataset}
    indicators = {f"indikatorer/{path.stem}.md" for path in (frozen.DATA / "indicators").glob("*.yml")}
    assert told == indicators | {"data/index.md"}


def test_only_records_can_be_had_as_files_for_programs(town, town_site):
    files = {path: {file.media for file in made.alternates} - {feeds.MEDIA} for path, made in town_site.outline.items()}
    offered = {path for path, media in files.items() if media}
    records = {f"{record.address.rstrip('/')}.md" for model in WITH_PAGES for record in town.of(model).values()}
    views = {path for path in offered if path.endswith("/hvidbog.md") or "/efter-" in path}
    views |= {path for path in offered if path.startswith("emner/") and path.count("/") > 1}
    assert offered - views == records


def test_no_link_of_a_page_begins_at_the_root_of_a_host(town_site):
    for made in town_site.pages:
        assert re.findall(r'(?:href|src)="/(?!/)[^"]*"', made.body) == [], made.path


INITIATIVE = """\
title: Indsats {number}
summary: Ledige mødes.
sources:
  - document: plan-2025
    section: 4 Indsatser
"""


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """The pages of the sample with 101 initiatives, which is one more than a page has room for."""
    data = tmp_path_factory.mktemp("grown") / "data"
    more = {f"initiatives/i{number}.yml": INITIATIVE.format(number=number) for number in range(1, 102)}
    for name, content in (FILES | more).items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(content, "utf-8", newline="\n")
    return build(data, TODAY).outline


@pytest.mark.parametrize(
    ("first", "link", "most"),
    [
        ("indsatser/index.md", "//tbody/tr/th//a[1]/@href", 100),
        ("overblik/indsatser.md", "//tbody/tr/th//a[1]/@href", 100),
        ("overblik/mangler/unaevnte-indsatser.md", "//ul[@class='plain']/li//a/@href", 60),
    ],
)
def test_a_list_that_is_too_long_goes_on_at_addresses_of_its_own(grown, first, link, most):
    second = f"{first.removesuffix('index.md').removesuffix('.md').rstrip('/')}/side-2.md"
    pages = [grown[path] for path in (first, second)]
    found = [html.fromstring(page.body).xpath(link) for page in pages]
    assert [len(links) for links in found] == [most, 101 - most]
    names = {link.rstrip("/").rpartition("/")[2] for links in found for link in links}
    assert names == {f"i{number}" for number in range(1, 102)}
    assert pages[1].title == f"{pages[0].title}, side 2 af 2"


def test_the_pages_of_a_list_lead_to_each_other_by_plain_links(grown):
    first, second = (html.fromstring(grown[path].body) for path in ("indsatser/index.md", "indsatser/side-2.md"))
    assert first.xpath("//nav[@aria-label='Sider']//a[@rel='next']/@href") == ["../indsatser/side-2/"]
    assert second.xpath("//nav[@aria-label='Sider']//a[@rel='prev']/@href") == ["../../indsatser/"]
    assert second.xpath("//nav[@aria-label='Sider']//a[@aria-current='page']/text()") == ["2"]


def test_a_group_that_is_too_long_is_begun_on_its_page_and_leads_on(grown):
    gaps = html.fromstring(grown["overblik/mangler.md"].body)
    assert len(gaps.xpath("//h2[@id='unaevnte-indsatser']/following-sibling::ul[1]/li")) == 60
    (more,) = gaps.xpath("//h2[@id='unaevnte-indsatser']/following-sibling::p[1]/a")
    assert more.get("href") == "../../overblik/mangler/unaevnte-indsatser/"
    assert more.text_content() == "Se alle 101: Indsatser, som intet er koblet til"


def test_a_list_with_room_for_all_has_one_page(town_site):
    assert [path for path in town_site.outline if "/side-" in path] == []


def test_points_by_benchmark_stand_in_the_order_of_the_numbers(page):
    body = html.fromstring(page("organisationer/handicapraadet/efter-pejlemaerke.md").body)
    numbers = [int(heading.split(".")[0]) for heading in body.xpath("//h2[@id!='uden-pejlemaerke']/a/text()")]
    assert numbers == sorted(numbers)
    assert {9, 10} <= set(numbers)


def test_a_group_of_just_so_many_stands_on_its_page_alone(project):
    some = {f"initiatives/i{number}.yml": INITIATIVE.format(number=number) for number in range(1, 61)}
    found = build(project(some), TODAY).outline
    assert [path for path in found if path.startswith("overblik/mangler/")] == []
