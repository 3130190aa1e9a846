import pytest

from generator.search.cards import Card
from generator.search.fields import Role
from generator.search.index import CERTAIN, Index, also, split
from generator.search.words import key


@pytest.fixture
def found():
    def of(*cards):
        index = Index()
        for card in cards:
            index.add(card)
        return {word: dict(map(split, entries)) for word, entries in index.postings()}

    return of


def card(title, *says, **more):
    return Card("x/", title, "Ting", says=[(Role.NAME, title), *says], **more)


def test_a_title_says_more_than_a_summary_a_summary_more_than_a_text_and_that_more_than_a_reason(found):
    levels = found(
        card("Praktik"),
        card("Et", (Role.FACT, "praktik")),
        card("To", (Role.SUMMARY, "praktik")),
        card("Tre", (Role.TEXT, "praktik")),
        card("Fire", (Role.WHY, "praktik")),
    )["praktik"]
    assert [levels[number] for number in range(5)] == sorted(levels.values(), reverse=True)
    assert len(set(levels.values())) == 5


def test_a_word_says_more_in_a_short_title_than_in_a_long_one(found):
    levels = found(card("Ledige i praktik"), card("Ledige i praktik ved de store firmaer i hele byen"))["praktik"]
    assert levels[0] > levels[1]


def test_an_id_a_whole_title_and_a_numbered_word_are_certain(found):
    words = found(card("Fast track", ids=("hr25-4-1", "Mål 4")), card("Spor 2: Flere i job", ids=()))
    assert [words[word] for word in ("hr2541", "mal4", "fastrak")] == [{0: CERTAIN}] * 3
    assert words["spor2"] == {1: CERTAIN}
    assert words["2541"][0] < CERTAIN


def test_a_part_of_a_compound_is_found_and_says_less_than_the_word_itself(found):
    words = found(card("Kontaktforløb"), card("Forløb"), card("Kontakt"))
    assert words[key("forløb")][1] > words[key("forløb")][0] > 0
    assert words[key("kontakt")][2] > words[key("kontakt")][0] > 0


def test_words_that_say_nothing_are_left_out(found):
    words = found(card("Hvad er en plan", (Role.TEXT, "og så er der ikke mere")))
    assert set(words) == {"plan", "hvaderenplan"}


def test_another_word_for_a_thing_is_a_name_of_it(found):
    words = found(card("Kontanthjælp", names=["bistand", "social assistance"]))
    assert words["bistand"][0] > 20
    assert words["socialasistanc"][0] > 20


def test_the_vocabulary_holds_each_word_once_as_it_stands_somewhere():
    index = Index()
    index.add(card("Høringer", (Role.TEXT, "en høring og høringen")))
    assert index.vocabulary == ["høring"]


def test_a_synonym_stands_for_the_words_of_its_title(town):
    synonyms = also(town)
    assert synonyms[key("arbejdsløs")] == [["ledig"]]
    assert synonyms[key("skånejob")] == [[key("fleksjob")]]
    assert synonyms["sikleav"] == [[key("sygedagpenge")]]
    assert len(synonyms) == 5
