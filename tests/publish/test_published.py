"""The frozen plan as the site that readers get: built strictly once, and followed link by link."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import frozen
import pytest
from lxml import html

from generator.model import Indicator, Response
from generator.reading.loading import load

HOST = "http://site.invalid/"


@pytest.fixture(scope="session")
def pages(published):
    found = {}
    for path in sorted(published.rglob("*.html")):
        address = path.relative_to(published).as_posix().removesuffix("index.html")
        found[HOST + address] = html.parse(str(path)).getroot()
    return found


@pytest.fixture(scope="session")
def plan():
    return load(frozen.DATA).plan


def links(root):
    for element, attribute, link, _ in root.iterlinks():
        if element.tag != "form" and not (element.tag == "link" and element.get("rel") == "canonical"):
            yield element, attribute, link


def test_every_link_leads_somewhere(published, pages):
    dead = []
    for address, root in pages.items():
        if address.endswith("404.html"):
            continue  # served at any address, so its links are from the root of the host
        for _, _, link in links(root):
            target, anchor = urldefrag(urljoin(address, link))
            if not target.startswith(HOST):
                continue
            file = published / unquote(urlsplit(target).path).lstrip("/")
            file = file / "index.html" if target.endswith("/") else file
            if not file.is_file():
                dead.append(f"{address}: {link}")
            elif anchor and target in pages and not pages[target].xpath("//*[@id=$id]", id=unquote(anchor)):
                dead.append(f"{address}: {link} has no such place")
    assert dead == []


def test_nothing_is_fetched_from_another_host(pages):
    fetched = {
        link
        for root in pages.values()
        for element, attribute, link in links(root)
        if (attribute == "src" or element.tag == "link") and urlsplit(link).netloc
    }
    assert fetched == set()


def test_every_page_can_be_reached_from_the_front(pages):
    reached, waiting = set(), [HOST]
    while waiting:
        address = waiting.pop()
        if address in reached or address not in pages:
            continue
        reached.add(address)
        waiting += [
            urldefrag(urljoin(address, link))[0] for element, _, link in links(pages[address]) if element.tag == "a"
        ]
    assert set(pages) - reached == {f"{HOST}404.html"}


def test_every_page_is_danish_and_has_a_title_of_its_own(pages):
    titles = {address: root.findtext(".//title") for address, root in pages.items()}
    assert {root.get("lang") for root in pages.values()} == {"da"}
    assert len(set(titles.values())) == len(titles)


def test_every_page_has_one_top_heading_and_no_id_twice(pages):
    for address, root in pages.items():
        assert len(root.xpath("//h1")) == 1, address
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids)), address


def test_every_link_of_the_plan_is_shown_on_both_its_pages(pages, plan):
    missing = []
    for record in plan.linking():
        for link in record.links:
            target = plan.record(*link.end)
            if record.type == "point":
                letter = next(
                    one for one in plan.of(Response).values() if record in [point for _, point in one.points()]
                )
                here, anchor = letter.address, f"#{record.id}"
            else:
                here, anchor = record.address, ""
            missing += [
                f"{source} → {goal}"
                for source, goal in ((here, target.address), (target.address, here + anchor))
                if HOST + goal
                not in {urljoin(HOST + source, found) for found in pages[HOST + source].xpath("//main//a/@href")}
            ]
    assert missing == []


def test_every_point_stands_on_the_pages_of_its_benchmarks(pages, plan):
    for response in plan.of(Response).values():
        for section, point in response.points():
            for benchmark in section.benchmarks if point.benchmarks is None else point.benchmarks:
                page = f"{HOST}pejlemaerker/{benchmark}/"
                found = {urljoin(page, link) for link in pages[page].xpath("//main//a/@href")}
                assert f"{HOST}{response.address}#{point.id}" in found


def test_the_letter_on_its_page_is_the_letter_in_the_data(pages, plan):
    for response in plan.of(Response).values():
        shown = [part.text_content() for part in pages[HOST + response.address].xpath("//*[@data-letter]")]
        written = list(response.opening)
        for section in response.sections:
            written += [section.heading, *(point.text for point in section.points)]
        written += response.closing
        assert " ".join(" ".join(shown).split()) == " ".join(" ".join(written).replace("*", "").split())


def test_every_figure_stands_in_its_indicators_table(pages, plan):
    for indicator in plan.of(Indicator).values():
        figures = "//figure//tbody[not(@class='aims')]/tr[not(td='Ingen tal')]"
        rows = pages[HOST + indicator.address].xpath(figures)
        assert len(rows) == len(indicator.observations), indicator.id


def test_pages_made_from_a_record_name_its_sources(pages, plan):
    for indicator in plan.of(Indicator).values():
        page = HOST + indicator.address
        found = {urljoin(page, link) for link in pages[page].xpath("//main//a/@href")}
        cited = {indicator.source_of(observation).document for observation in indicator.observations}
        assert {f"{HOST}kilder/{document}/" for document in cited} <= found


def test_every_feed_is_well_formed_and_leads_to_the_site(published):
    feeds = sorted(published.rglob("opdateringer.xml"))
    assert feeds
    for feed in feeds:
        root = ET.parse(feed).getroot()  # noqa: S314  our own output
        for link in root.iter("{http://www.w3.org/2005/Atom}link"):
            target = urldefrag(urljoin(feed.as_uri(), link.get("href")))[0]
            path = Path(unquote(urlsplit(target).path))
            assert path.is_file() or (path / "index.html").is_file(), (feed, link.get("href"))


def test_every_indicator_tells_search_engines_where_its_figures_are(published, pages, plan):
    for indicator in plan.of(Indicator).values():
        address = HOST + indicator.address
        (script,) = pages[address].xpath("//head/script[@type='application/ld+json']")
        found = json.loads(script.text)
        assert urljoin(address, found["url"]) == address
        for part in found["distribution"]:
            assert (published / urljoin(address, part["contentUrl"]).removeprefix(HOST)).is_file()
