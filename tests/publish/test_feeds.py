import xml.etree.ElementTree as ET

import frozen
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from rewriting import Repository, copied
from sample import FILES, TODAY

from generator.chain.timeline import events_of as timeline_events
from generator.model import Point
from generator.publish import feeds
from generator.publish.feeds import identify
from generator.site import build

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def year_feeds(tmp_path_factory):
    """The feeds of the year, from a folder that git does not know."""
    data = copied(tmp_path_factory.mktemp("year"))
    return {asset.path: asset.content for asset in build(data, frozen.YEAR_LATER).files["feeds"].values()}


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


def entries(root):
    return root.findall(f"{ATOM}entry")


def words(entry):
    """What an entry's content says, a paragraph each."""
    return [
        " ".join(part.text_content().split())
        for part in html.fromstring(f"<div>{entry.find(f'{ATOM}content').text}</div>")
    ]


def test_text_from_outside_stays_text(feed):
    letter = "consultations/jobplan-2025/aeldreraadet.yml"
    changed = FILES[letter].replace("summary: Rådet vil have flere job.", "summary: Løn & job > intet")
    root = feed("organisationer/aeldreraadet/opdateringer.xml", {letter: changed})
    assert words(entries(root)[0])[0] == "Løn & job > intet"


def test_the_answer_and_its_reason_stand_in_the_entry(feed):
    assert words(entries(feed("organisationer/aeldreraadet/opdateringer.xml"))[0]) == [
        "Rådet vil have flere job.",
        "Svar: Planen nævner nu flere job.",
        "Begrundelse: Forslaget er godt.",
        "Besluttet af: Jobudvalget",
        "Før: Flere job.",
        "Efter: Mange flere job.",
        "Det skete 1. maj 2025.",
    ]


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        (
            "hoeringer/ungeplan-2026/opdateringer.xml",
            [
                "Et løfte til punkt UR26-3 er »ikke indfriet«",
                "Et løfte til punkt UR26-3 er »delvist indfriet«",
                "Et løfte til punkt UR26-2 er »udskudt«",
                "Punkt UR26-2 fik tilstanden »imødekommet«",
                "Punkt UR26-3 fik tilstanden »delvist imødekommet«",
                "Ungerådet sendte høringssvar med 3 punkter",
                "Høring »Ungeplanen« fik tilstanden »i gang«",
            ],
        ),
        ("indsatser/mentorer/opdateringer.xml", ["Indsats »Mentorer«: Gennemførelsen blev vurderet som »i gang«"]),
        (
            "pejlemaerker/p2/opdateringer.xml",
            ["Pejlemærke 2 blev trukket tilbage"],
        ),
    ],
)
def test_what_is_followed_tells_what_happened(year_feeds, path, titles):
    root = ET.fromstring(year_feeds[path])  # noqa: S314  our own output
    assert [entry.find(f"{ATOM}title").text for entry in entries(root)] == titles


def test_the_site_tells_everything(year_feeds):
    root = ET.fromstring(year_feeds["opdateringer.xml"])  # noqa: S314  our own output
    ids = [entry.find(f"{ATOM}id").text for entry in entries(root)]
    assert len(ids) == len(set(ids)) == 33
    assert root.find(f"{ATOM}title").text == "Alt nyt – Pejl Fjordby, Fjordby Kommune"
    links = {entry.find(f"{ATOM}link").get("href") for entry in entries(root)}
    assert "hoeringer/ungeplan-2026/ungeraadet/#ur26-3" in links


def test_a_feed_has_the_newest_entries_only(feed, monkeypatch):
    monkeypatch.setattr(feeds, "MOST_ENTRIES", 2)
    assert [entry.find(f"{ATOM}title").text for entry in entries(feed("opdateringer.xml"))] == [
        "Punkt AE-2 fik tilstanden »imødekommet«",
        "Punkt AE-2 fik tilstanden »under vurdering«",
    ]


def test_the_head_of_a_page_leads_to_its_feed(project):
    outline = build(project(), TODAY).outline
    offered = {
        path: [one.path for one in page.alternates if one.media == feeds.MEDIA] for path, page in outline.items()
    }
    assert {path: found for path, found in offered.items() if found} == {
        "index.md": ["opdateringer.xml"],
        "hoeringer/jobplan-2025.md": ["hoeringer/jobplan-2025/opdateringer.xml"],
        "hoeringer/jobplan-2025/hvidbog.md": ["hoeringer/jobplan-2025/opdateringer.xml"],
        "organisationer/aeldreraadet.md": ["organisationer/aeldreraadet/opdateringer.xml"],
        "organisationer/aeldreraadet/efter-emne.md": ["organisationer/aeldreraadet/opdateringer.xml"],
        "organisationer/aeldreraadet/efter-pejlemaerke.md": ["organisationer/aeldreraadet/opdateringer.xml"],
        "organisationer/aeldreraadet/efter-svar.md": ["organisationer/aeldreraadet/opdateringer.xml"],
        "pejlemaerker/p1.md": ["pejlemaerker/p1/opdateringer.xml"],
        "pejlemaerker/p2.md": ["pejlemaerker/p2/opdateringer.xml"],
    }


def test_a_corrected_day_makes_no_second_entry(feed):
    letter = "consultations/jobplan-2025/aeldreraadet.yml"
    path = "organisationer/aeldreraadet/opdateringer.xml"
    before = [entry.find(f"{ATOM}id").text for entry in entries(feed(path))]
    corrected = FILES[letter].replace("date: 2025-05-01", "date: 2025-05-02")
    assert [entry.find(f"{ATOM}id").text for entry in entries(feed(path, {letter: corrected}))] == before


def test_what_is_put_on_the_site_late_is_new_to_those_who_read_it(tmp_path):
    town = Repository(tmp_path / "town")
    town.commit("2026-02-20")
    late = "- date: 2026-08-02\n    status: i gang\n    source: {document: status-2026, section: Side 7}\n"
    town.commit("2027-01-10", {"file": "benchmarks/p2.yml", "old": "summary:", "new": f"history:\n  {late}summary:"})
    made = next(asset for asset in build(town.data, frozen.YEAR_LATER).assets if asset.path == "opdateringer.xml")
    first, *_ = entries(ET.fromstring(made.content))  # noqa: S314  our own output
    assert first.find(f"{ATOM}title").text == "Pejlemærke 2: Gennemførelsen blev vurderet som »i gang«"
    assert first.find(f"{ATOM}published").text == "2027-01-10T00:00:00Z"
    assert words(first)[-1] == "Det skete 2. august 2026."


STATES = st.sampled_from(["under vurdering", "besvaret"])
DAYS = st.sampled_from(["2026-01-01", "2026-01-02"])
SOURCE = {"document": "a", "section": "b"}
PROMISES = st.lists(st.lists(st.tuples(DAYS, st.sampled_from(["indfriet", "udskudt"])), max_size=3), max_size=2)


STEPS = st.lists(st.tuples(DAYS, STATES, PROMISES), max_size=4)


@given(st.dictionaries(st.sampled_from(["a", "b-0", "b"]), STEPS))
def test_ids_are_unique_whatever_has_happened(histories):
    found = []
    for name, steps in histories.items():
        entries = [
            {
                "date": day,
                "status": status,
                "source": SOURCE,
                "promised": [
                    {
                        "text": "x",
                        "who": "y",
                        "history": [{"date": when, "status": state, "source": SOURCE} for when, state in promise],
                    }
                    for promise in promises
                ],
            }
            for day, status, promises in steps
        ]
        replies = [{"date": day, "status": "tilfreds", "text": "x", "source": SOURCE} for day, _, _ in steps]
        told = {"history": entries, "replies": replies}
        point = Point.model_validate(
            {"id": name, "summary": "x", "text": "x", "kind": "forslag", "themes": ["x"]} | told
        )
        found += [feeds.identity("By", event) for event in timeline_events(point)]
    assert len(found) == len(set(found))


def test_an_answer_that_was_written_as_a_list_is_one_in_feed_page_and_whitebook(project):
    letter = "consultations/jobplan-2025/aeldreraadet.yml"
    block = "|-\n              1. En plan.\n              2. Flere job & ro."
    changed = FILES[letter].replace("answer: Planen nævner nu flere job.", f"answer: {block}")
    changed = changed.replace(
        "reason: Forslaget er godt.", "reason: |-\n              Det er:\n              - godt\n              - nyt"
    )
    site = build(project({letter: changed}), TODAY)
    listed = '<ol class="own" role="list"><li value="1">1. En plan.</li><li value="2">2. Flere job &amp; ro.</li></ol>'
    reasoned = 'Det er:</p>\n<ul class="own" role="list"><li>- godt</li><li>- nyt</li></ul>'
    path = "organisationer/aeldreraadet/opdateringer.xml"
    (told,) = (asset.content for asset in site.assets if asset.path == path)
    entry = ET.fromstring(told).find(f"{ATOM}entry/{ATOM}content").text  # noqa: S314  our own output
    assert f"<p>Svar:</p>{listed}" in entry
    assert f"Begrundelse: {reasoned}" in entry
    for path in ("hoeringer/jobplan-2025/aeldreraadet.md", "hoeringer/jobplan-2025/hvidbog.md"):
        body = site.outline[path].body
        assert f'<p><strong>Svar:</strong></p><div class="quoted">{listed}</div>' in body
        assert f"<strong>Begrundelse:</strong> {reasoned}" in body
