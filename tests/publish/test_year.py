"""What happened in a year, looked up on the built pages where a reader needs it."""

import re

import frozen
import pytest
from lxml import etree, html

from generator.site import build

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def year():
    return build(frozen.YEAR, frozen.YEAR_LATER)


@pytest.fixture(scope="module")
def shown(year):
    """Give the words of a part of a page of the year's site."""

    def words(path, part="//body"):
        found = html.fromstring(f"<body>{year.outline[path].body}</body>").xpath(part)
        return [re.sub(r" ([,:.])", r"\1", " ".join(" ".join(node.itertext()).split())) for node in found]

    return words


@pytest.fixture(scope="module")
def feed(year):
    """Give what a feed tells, by title."""
    files = {asset.path: asset for asset in year.assets}

    def entries(path):
        root = etree.fromstring(files[path].data)
        return {
            entry.findtext(f"{ATOM}title"): " ".join(
                html.fromstring(entry.findtext(f"{ATOM}content")).text_content().split()
            )
            for entry in root.iter(f"{ATOM}entry")
        }

    return entries


def test_a_joint_answer_is_told_to_all_whom_it_answers(feed):
    title = "Punkt AR26-1 fik tilstanden »imødekommet«. Det gælder også HR26-6B"
    for path in ("organisationer/handicapraadet", "organisationer/aeldreraadet", "pejlemaerker/p1", "pejlemaerker/p3"):
        assert "Svar: Nye får en mentor." in feed(f"{path}/opdateringer.xml")[title]


def test_what_is_said_to_a_joint_answer_is_told_to_its_own_alone(feed):
    told = " ".join(feed("organisationer/handicapraadet/opdateringer.xml"))
    assert "Ældrerådet er »" not in told


def test_a_feed_tells_what_the_administration_said(feed):
    told = feed("organisationer/handicapraadet/opdateringer.xml")["Punkt HR26-1 fik tilstanden »imødekommet«"]
    assert "Forvaltningens bemærkninger: Forvaltningen er enig." in told
    assert "Forvaltningens indstilling: Forvaltningen indstiller, at forslaget følges." in told


def test_the_whitebook_has_what_was_said_to_an_answer(shown):
    rows = shown("hoeringer/pejlemaerker-2026/hvidbog.md", "//tr[th[contains(., 'HR26-3')]]")
    assert "Ikke tilfreds Vi mener stadig, at vi skal være med." in rows[0]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("hoeringer/pejlemaerker-2026.md", "Vi skrev en forkert dag. Før 2026-02-02 Efter 2026-02-01"),
        ("hoeringer/pejlemaerker-2026/handicapraadet.md", "Et bogstav manglede i vores afskrift."),
    ],
)
def test_a_corrected_copy_says_what_was_corrected_and_why(shown, path, said):
    (told,) = shown(path, "//h2[@id='rettelser']/following-sibling::ul[1]")
    assert said in told


def test_a_revised_figure_says_what_it_was_and_why(shown):
    assert shown("indikatorer/ledige.md", "//h2[@id='rettede-tal']/following-sibling::table[1]/tbody/tr") == [
        "2025, Fjordby Kommune 2.400 personer 2.350 personer 1. oktober 2026 Kilden har rettet tallet."
    ]


def test_a_revised_demand_says_what_it_was_and_why(shown):
    (told,) = shown("maal/t1.md", "//p[contains(., 'Rettet krav')]")
    assert told.endswith("Vi læste planen forkert.")
    assert "Før stod der under 2.200 personer. " in told


def test_what_an_answer_set_going_is_told_to_those_who_got_the_answer(feed):
    for path in ("organisationer/handicapraadet", "organisationer/aeldreraadet", "hoeringer/pejlemaerker-2026"):
        told = feed(f"{path}/opdateringer.xml")["Indsats »Mentorer«: Gennemførelsen blev vurderet som »i gang«"]
        assert "De første ti er begyndt." in told


def test_the_overview_counts_the_answers_by_outcome(shown):
    (told,) = shown("overblik/index.md", "//p[starts-with(., 'Svarene på punkterne')]")
    assert told == (
        "Svarene på punkterne: ▲ Imødekommet 4 ◆ Delvist imødekommet 2 ▼ Ikke imødekommet 2 ● Besvaret 1 "
        "■ Taget til efterretning 1 ◔ Under vurdering 1 ○ Uden svar i kilderne 2"
    )


def test_the_list_of_benchmarks_says_how_many_hold_and_which_are_withdrawn(shown):
    (told,) = shown("pejlemaerker/index.md", "//p[contains(., 'gælder. Trukket tilbage')]")
    assert told == "2 pejlemærker gælder. Trukket tilbage: 2. Hurtig hjælp (4. november 2026)."
