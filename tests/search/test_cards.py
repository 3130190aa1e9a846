import re

import pytest

from generator.model import RECORD_TYPES, Document, Response
from generator.search.cards import Leaf, cards, leaf_cards
from generator.search.fields import Role


@pytest.fixture(scope="module")
def by_address(town):
    return {card.address: card for card in cards(town)}


def test_every_record_with_a_place_has_a_card(town, by_address):
    records = [record for model in RECORD_TYPES if model.has_place for record in town.of(model).values()]
    assert records
    assert {record.address for record in records} <= set(by_address)
    assert all(by_address[record.address].title == record.title for record in records)


def test_no_two_cards_stand_at_one_place(town, by_address):
    assert len(list(cards(town))) == len(by_address)


def test_every_card_leads_to_a_place_that_is_there(town_site, by_address):
    pages = {re.sub(r"(^|/)index\.md$", r"\1", page.path).replace(".md", "/"): page.body for page in town_site.pages}
    dead = []
    for address in by_address:
        page, _, anchor = address.partition("#")
        if page not in pages or (anchor and f' id="{anchor}"' not in pages[page]):
            dead.append(address)
    assert dead == []


def test_every_point_is_a_thing_of_its_own(town, by_address):
    for letter in town.of(Response).values():
        for point in letter.within():
            card = by_address[f"{letter.address}#{point.id}"]
            assert card.code == point.id.upper()
            assert card.state == card.answer == point.state.value
            assert point.summary.startswith(card.title)
            assert (Role.TEXT, point.text.replace("*", "")) in card.says


def test_a_hit_says_kind_number_state_organisation_and_year(by_address):
    card = by_address["hoeringer/pejlemaerker-2025/handicapraadet/#hr25-4-1"]
    assert (card.line, card.state) == (("Høringspunkt HR25-4-1", "Handicaprådet i Eksempelby · 2025"), "imødekommet")
    assert card.title == "Rådet vil have, at firmaerne får hjælp til at gøre plads."
    benchmark = by_address["pejlemaerker/p4/"]
    assert (benchmark.line, benchmark.state, benchmark.answer) == (("Pejlemærke 4", ""), "i gang", "")
    assert benchmark.themes == ["Handicap", "Job"]
    assert by_address["ordliste/#ledig"].line == ("Ord", "")


def test_points_can_be_told_apart_by_their_answers(by_address):
    answers = {card.answer for card in by_address.values() if card.kind == "Høringspunkt"}
    assert {"besvaret", "under vurdering", "imødekommet", "uden svar i kilderne"} <= answers
    assert {card.answer for card in by_address.values() if card.kind != "Høringspunkt"} == {""}


def test_a_long_summary_gives_its_first_sentence_as_the_title(by_address):
    long = [card for card in by_address.values() if re.search(r"[.!?] [A-ZÆØÅ]", card.title)]
    assert [card.address for card in long if card.kind == "Høringspunkt"] == []


def test_sources_have_the_year_of_their_date(town, by_address):
    for document in town.of(Document).values():
        assert by_address[document.address].year == document.date.end.year


def test_what_it_is_known_by_for_certain(by_address):
    assert by_address["pejlemaerker/p4/"].ids == ("p4", "Pejlemærke 4")
    point = by_address["hoeringer/pejlemaerker-2025/handicapraadet/#hr25-4-1"]
    assert point.ids == ("hr25-4-1", "Høringspunkt HR25-4-1")
    assert by_address["ordliste/#ledig"].ids == ()


def test_a_list_is_found_by_what_stands_in_it_and_a_part_of_a_page_says_which():
    leaves = [
        Leaf("indikatorer/", "Tal", summary="Alle tal."),
        Leaf("om/#hjaelp", "Få hjælp", page="Om siden", text="Ring."),
    ]
    first, second = leaf_cards(leaves)
    assert (first.title, first.names, first.line) == ("Tal", ["indikator"], ("Side", ""))
    assert (second.address, second.line, second.text) == ("om/#hjaelp", ("Side »Om siden«", ""), "Ring.")
