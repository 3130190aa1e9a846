import xml.etree.ElementTree as ET

import pytest
from sample import FILES

from generator.publish.feeds import identify

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def feed(asset):
    return lambda path, changes=None: ET.fromstring(asset(path, changes))  # noqa: S314  our own output


def test_an_organisations_feed_tells_what_happened_to_its_points(feed):
    root = feed("organisationer/aeldreraadet/opdateringer.xml")
    assert root.tag == f"{ATOM}feed"
    assert root.find(f"{ATOM}updated").text == "2025-05-01T00:00:00Z"
    assert [entry.find(f"{ATOM}title").text for entry in root.findall(f"{ATOM}entry")] == [
        "Punkt AE-2 fik tilstanden »imødekommet«",
        "Punkt AE-2 fik tilstanden »under vurdering«",
        "Ældrerådet sendte høringssvar med 2 punkter",
    ]


def test_without_an_address_the_links_are_relative_to_the_feed(feed):
    entry = feed("organisationer/aeldreraadet/opdateringer.xml").find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == "../../hoeringer/jobplan-2025/aeldreraadet/#ae-2"


def test_with_an_address_the_links_are_whole(feed):
    changed = FILES["site.yml"] + "address: https://eksempelby.example/pejl/\n"
    root = feed("pejlemaerker/p2/opdateringer.xml", {"site.yml": changed})
    links = [entry.find(f"{ATOM}link").get("href") for entry in root.findall(f"{ATOM}entry")]
    assert links[-1] == "https://eksempelby.example/pejl/pejlemaerker/p2/"
    assert root.find(f"{ATOM}link").get("href") == "https://eksempelby.example/pejl/pejlemaerker/p2/"


def test_every_entry_has_an_id_of_its_own_that_never_changes(feed):
    first, second = (feed("pejlemaerker/p2/opdateringer.xml") for _ in range(2))
    ids = [entry.find(f"{ATOM}id").text for entry in first.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) == 4
    assert ids == [entry.find(f"{ATOM}id").text for entry in second.findall(f"{ATOM}entry")]
    assert identify("a", 1) == identify("a", 1) != identify("a", 2)


def test_text_from_outside_stays_text(feed):
    letter = "consultations/jobplan-2025/aeldreraadet.yml"
    changed = FILES[letter].replace("summary: Rådet vil have flere job.", "summary: Løn & job > intet")
    root = feed("organisationer/aeldreraadet/opdateringer.xml", {letter: changed})
    assert root.find(f"{ATOM}entry/{ATOM}summary").text == "Løn & job > intet"
