import gzip
import hashlib
import json
import re

import pytest

from generator.search import pieces
from generator.search.cards import Leaf, cards
from generator.search.pieces import FOLDER, START, Search
from generator.search.words import key

LEAF = Leaf("om/", "Om siden", summary="Hvem vi er.")


@pytest.fixture(scope="module")
def files(town):
    return dict(Search(town, {"i gang": ("mix", "▶")}).files([LEAF]))


@pytest.fixture(scope="module")
def start(files):
    return json.loads(files[START])


def read(files, start, name):
    return [json.loads(files[FOLDER + path]) for path in start[name][1]]


def test_a_piece_is_named_by_what_it_holds(files):
    for path, content in files.items():
        if path != START:
            assert re.fullmatch(rf"{FOLDER}[a-z]+\.[0-9a-f]{{10}}\.json", path)
            assert hashlib.sha256(content).hexdigest().startswith(path[-15:-5])


def test_the_same_plan_gives_the_same_bytes(town, files):
    assert dict(Search(town, {"i gang": ("mix", "▶")}).files([LEAF])) == files


def test_the_start_names_every_piece(files, start):
    named = [name for kind in ("cards", "keys", "vocabulary", "facets") for name in start[kind][1]]
    assert {FOLDER + name for name in named} == set(files) - {START}
    assert start["states"] == {"i gang": ["mix", "▶"]}


def test_the_cards_stand_in_their_order_with_what_a_hit_shows(files, start, town):
    shown = [card for piece in read(files, start, "cards") for card in piece]
    assert start["count"] == len(shown) == len(list(cards(town))) + 1
    firsts = [0]
    for piece in read(files, start, "cards"):
        firsts.append(firsts[-1] + len(piece))
    assert start["cards"][0] == firsts[:-1]
    assert shown[-1] == ["om/", "Om siden", "Side", "", "", "Hvem vi er."]


def test_the_words_stand_in_order_across_the_pieces(files, start):
    words = [word for piece in read(files, start, "keys") for word in piece]
    assert words == sorted(words)
    assert len(set(words)) == len(words)
    assert [next(iter(piece)) for piece in read(files, start, "keys")] == start["keys"][0]


def test_a_posting_gives_the_level_and_then_the_steps_between_the_cards(files, start, town):
    piece = next(piece for piece in read(files, start, "keys") if "fleksjob" in piece)
    numbers = dict(enumerate(cards(town)))
    found = []
    for _, *steps in piece["fleksjob"]:
        number = 0
        for step in steps:
            number += step
            found.append(numbers[number].address)
    assert "ordliste/#fleksjob" in found
    assert all(
        "fleksjob" in " ".join(text for _, text in card.says).lower()
        for card in numbers.values()
        if card.address in found
    )


def test_a_synonym_that_nobody_writes_leads_to_what_it_stands_for(files, start):
    words = {word: found for piece in read(files, start, "keys") for word, found in piece.items()}
    assert words[key("skånejob")][-1] == [0, [["fleksjob"]]]


def test_what_cards_can_be_narrowed_by_is_there_for_each_of_them(files, start, town):
    (columns,) = read(files, start, "facets")
    kinds, answers, organisations, themes = ([values[number] for number in which] for values, which in columns)
    assert len(kinds) == len(organisations) == len(answers) == len(themes) == start["count"]
    point = next(number for number, card in enumerate(cards(town)) if card.address.endswith("#hr25-4-1"))
    assert [column[point] for column in (kinds, answers, organisations, themes)] == [
        ["Høringspunkt"],
        ["imødekommet"],
        ["Handicaprådet i Eksempelby"],
        ["Handicap", "Job"],
    ]


def test_no_piece_is_larger_than_25_kilobytes_when_it_is_sent(files):
    assert max(len(gzip.compress(content)) for content in files.values()) <= 25_000


def test_lists_are_cut_where_they_are_full(town, monkeypatch):
    monkeypatch.setattr(pieces, "MOST_SORTED", 50)
    monkeypatch.setattr(pieces, "MOST_WORDS", 500)
    cut = dict(Search(town, {}).files([]))
    start = json.loads(cut[START])
    assert start["facets"][0] == list(range(0, start["count"], 50))
    assert [len(columns[0][1]) for columns in read(cut, start, "facets")][:-1] == [50] * (len(start["facets"][0]) - 1)
    sizes = [len(cut[FOLDER + name]) for name in start["vocabulary"][1]]
    assert len(sizes) > 2
    assert max(sizes) <= 700
