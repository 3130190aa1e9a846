"""Points as rows and in groups, and what changed in a text, on the plan where a year has passed."""

import frozen
import pytest
from lxml import html

from generator.site import build

COUNCIL = "organisationer/handicapraadet"


@pytest.fixture(scope="module")
def shown():
    """Give a page of the year's site as elements."""
    outline = build(frozen.YEAR, frozen.YEAR_LATER).outline
    return lambda path: html.fromstring(outline[path].body)


def words(node):
    return " ".join(node.text_content().split())


def test_an_organisations_points_are_rows_with_answer_age_and_next_step(shown):
    (table,) = shown(f"{COUNCIL}.md").xpath("//table[contains(@class, 'rows')]")
    assert words(table.find("caption")) == (
        "Handicaprådets høringssvar, 2. marts 2026. Alderen er regnet ud den 15. januar 2027."
    )
    rows = {words(row[0]).split()[0]: [words(cell) for cell in row[1:]] for row in table.xpath("tbody/tr")}
    assert list(rows) == ["HR26-1", "HR26-2", "HR26-3", "HR26-4", "HR26-5", "HR26-6A", "HR26-6B"]
    assert rows["HR26-1"] == ["1", "▲ Imødekommet 10. juni 2026", "Besvaret", "Punktet er afsluttet."]
    # From 2 March 2026 to 15 January 2027 ten whole months have passed.
    assert rows["HR26-4"][1:3] == ["◔ Under vurdering 10. juni 2026", "10 måneder"]
    assert rows["HR26-5"][1:3] == ["○ Uden svar i kilderne", "10 måneder"]


@pytest.mark.parametrize(
    ("way", "groups"),
    [
        (
            "efter-svar",
            [
                ("Uden svar i kilderne", ["HR26-5"]),
                ("Under vurdering", ["HR26-4"]),
                ("Besvaret", ["HR26-6A"]),
                ("Ikke imødekommet", ["HR26-3"]),
                ("Delvist imødekommet", ["HR26-2"]),
                ("Imødekommet", ["HR26-1", "HR26-6B"]),
            ],
        ),
        (
            "efter-emne",
            [("Job", ["HR26-1", "HR26-2", "HR26-3", "HR26-4", "HR26-5", "HR26-6A", "HR26-6B"])],
        ),
    ],
)
def test_an_organisations_points_can_be_seen_in_other_ways(shown, way, groups):
    page = shown(f"{COUNCIL}/{way}.md")
    found = [
        (
            words(heading),
            [words(link) for link in heading.xpath("following-sibling::ul[1]//a[@class='id']")],
        )
        for heading in page.xpath("//h2")
    ]
    assert found == groups
    (here,) = page.xpath("//nav[@class='filter']/a[@aria-current]/@href")
    assert here == f"../../../{COUNCIL}/{way}/"


def test_what_changed_in_a_text_is_told_word_by_word_and_in_words(shown):
    change = shown("pejlemaerker/p1.md").get_element_by_id("udgave-2").getnext()
    assert words(change) == (
        "Alle ledige får [tilføjet: hurtig] hjælp til et [fjernet: job.] [tilføjet: job, og hjælpen er individuel.]"
    )
    assert [part.tag for part in change] == ["ins", "del", "ins"]
    whole = change.getnext()
    assert words(whole).startswith("Før og efter hver for sig Før Alle ledige får hjælp til et job. Efter Alle ledige")


def test_a_version_says_which_point_it_is_made_for_and_where_it_was_decided(shown):
    page = shown("pejlemaerker/p1.md")
    said = words(page)
    assert "Ændret på grund af HR26-1 (Punkt hr26-1)." in said
    assert "Vedtaget: Jobudvalget, punkt 4" in said
    assert [words(heading) for heading in page.xpath("//h3[starts-with(@id, 'udgave')]")] == [
        "Udgave 2, vedtaget 10. juni 2026: den gælder nu",
        "Udgave 1, vedtaget 10. januar 2026",
    ]


def test_only_the_newest_answer_stands_open(shown):
    answer = shown("hoeringer/pejlemaerker-2026/handicapraadet.md").get_element_by_id("hr26-1")
    (folded,) = answer.xpath(".//details[contains(summary, 'tidligere')]")
    assert words(folded).startswith("1 tidligere trin ◔ Under vurdering 1. april 2026")
    assert words(answer.xpath(".//div[@class='answer-entry']")[0]).startswith("▲ Imødekommet 10. juni 2026")


def test_a_benchmark_leads_to_those_beside_it_that_hold(shown):
    assert words(shown("pejlemaerker/p1.md").xpath("//nav[@class='beside']")[0]) == "Næste 3. Plads til alle"
    assert words(shown("pejlemaerker/p3.md").xpath("//nav[@class='beside']")[0]) == "Forrige 1. Job til alle"
    assert shown("pejlemaerker/p2.md").xpath("//nav[@class='beside']") == []


def test_a_split_point_and_a_withdrawn_benchmark_stand_in_no_overview(shown):
    rows = [words(row[0]).split()[0] for row in shown("overblik/hoeringspunkter.md").xpath("//tbody/tr")]
    assert "HR26-6" not in rows
    assert {"HR26-6A", "HR26-6B"} <= set(rows)
    overview = shown("overblik/index.md").xpath("//tbody/tr")
    assert [words(row[0]) for row in overview] == ["1. Job til alle", "3. Plads til alle"]
    assert words(overview[0][1]) == "7"
    names = words(shown("overblik/navne.md"))
    assert all(name in names for name in ("HR26-5", "HR26-6A", "HR26-6B", "1. Job til alle", "3. Plads til alle"))
    assert "HR26-6," not in names
    assert "2. " not in names


def test_a_split_point_says_so_and_nothing_of_an_answer(shown):
    answer = (
        shown("hoeringer/pejlemaerker-2026/handicapraadet.md").get_element_by_id("hr26-6").find("div[@role='group']")
    )
    assert "Punktet er delt i HR26-6A og HR26-6B. De tæller i stedet for det." in words(answer)
    assert "Uden svar i kilderne" not in words(answer)
    assert "Vi har ikke fundet noget" not in words(answer)


def test_the_list_of_what_the_sources_have_no_answer_to_is_as_long_as_the_count(shown):
    page = shown("overblik/mangler.md")
    assert words(page.get_element_by_id("ubesvarede")) == "Punkter uden svar i kilderne (2)"
    found = page.get_element_by_id("ubesvarede").getnext()
    assert [words(row) for row in found.xpath("li/p[2]")] == [
        "HR26-5 · modtaget 2. marts 2026",
        "UR26-1 · modtaget 20. september 2026",
    ]


def test_who_was_asked_and_did_not_reply_is_told_so_on_its_page(shown):
    page = shown("organisationer/erhvervsraadet.md")
    assert "Kilderne har intet høringssvar fra organisationen i de sager, siden dækker." in words(page)
    (case,) = page.get_element_by_id("spurgt").getnext()
    assert words(case) == (
        "Pejlemærker for hjælpen til ledigeDe spurgte står her: Høringsbrev om pejlemærkerne, Side 1"
    )
    assert not shown(f"{COUNCIL}.md").xpath("//*[@id='spurgt']")


def test_words_that_were_taken_away_leave_a_line_at_their_point(shown):
    page = shown("hoeringer/pejlemaerker-2026/aeldreraadet.md")
    said = "Ord er fjernet her den 15. marts 2026 for at beskytte en person. Navnet på en borger er taget ud."
    told = [point for point in ("ar26-1", "ar26-2", "ar26-3") if said in words(page.get_element_by_id(point))]
    assert told == ["ar26-2"]


def test_a_benchmark_is_no_number_of_fewer(shown):
    """Two of three hold, so that the third would be number 3 of 2."""
    assert words(shown("pejlemaerker/p3.md").find_class("kicker")[0]) == (
        "Pejlemærke 3 · Beskæftigelsesindsatsen, Fjordby Kommune"
    )


def test_a_withdrawn_benchmark_leads_to_the_meeting_that_decided_it(shown):
    note = shown("pejlemaerker/p2.md").find_class("note")[0]
    assert words(note[0]) == (
        "Pejlemærket gælder ikke mere. Det blev trukket tilbage den 4. november 2026. Det står nu i pejlemærke 1. "
        "I stedet gælder 1. Job til alle. Besluttet af Jobudvalget, punkt 2."
    )
    assert note.xpath(".//a/@href")[1] == "../../beslutninger/jobudvalget-2026-11-04/#punkt-2"
