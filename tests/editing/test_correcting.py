"""A mistake that a reader has seen, by the words on the page: found in the data, or told of to a person."""

import datetime as dt

import pytest
from sample import FILES, INDICATOR, LETTER

from generator.editing.correcting import Mistake, corrected
from generator.editing.filling import FillingError
from generator.reading.loading import load

TODAY = dt.date(2026, 1, 15)


@pytest.fixture
def mended(project):
    """Mend a mistake in a small plan; give the file and what stands in it then."""

    def run(page, before, after, field="Ved ikke", files=None):
        data = project(files)
        change = corrected(load(data), Mistake(page, field, before, after, "Slåfejl."), TODAY)
        assert change.before == (data / change.path.relative_to(data)).read_text("utf-8")
        return change.path.relative_to(data).as_posix(), change.after

    return run


SITE = "https://by.example/plan/"


def test_words_of_ours_are_mended_where_they_stand(mended):
    path, text = mended(f"{SITE}indikatorer/ledighed/", "Færre er ledige.", "Færre er uden job.", "Kort fortalt")
    assert (path, text) == (INDICATOR, FILES[INDICATOR].replace("Færre er ledige.", "Færre er uden job."))


@pytest.mark.parametrize(
    "page", ["ledighed", f"{SITE}indikatorer/ledighed/index.html", f"{SITE}indikatorer/ledighed/#tabel"]
)
def test_a_page_is_known_by_its_address_or_its_id(mended, page):
    assert mended(page, "Personer uden job.", "Personer uden arbejde.")[0] == INDICATOR


def test_a_number_is_found_as_the_site_writes_it(mended):
    _, text = mended("ledighed", "2.400 personer", "2.410 personer", "Tal")
    assert text == FILES[INDICATOR].replace("value: 2400", "value: 2410")


def test_a_number_between_braces_is_cut_out_alone(mended):
    head = FILES[INDICATOR].partition("observations:")[0].replace("unit: personer", "unit: procent")
    rows = "observations:\n  - {period: 2024, area: eksempelby, value: 7.5, kind: actual}\n"
    _, text = mended("ledighed", "7,5 %", "7,6 %", "Tal", {INDICATOR: head + rows})
    assert "value: 7.6" in text


def test_a_date_is_found_as_the_site_writes_it(mended):
    path, text = mended("hoeringer/jobplan-2025/aeldreraadet/", "3. marts 2025", "4. marts 2025", "Dato")
    assert (path, "\ndate: 2025-03-04\n" in text) == (LETTER, True)


def test_what_a_page_shows_of_another_record_is_found_there(mended):
    path, text = mended("pejlemaerker/p1/", "Færre er ledige.", "Færre er uden job.")
    assert (path, "Færre er uden job." in text) == (INDICATOR, True)


def test_an_entry_of_a_list_is_mended_in_the_list(mended):
    path, text = mended("ordliste/#ledig", "søger job", "søger arbejde")
    assert (path, "explanation: En, der søger arbejde." in text) == ("glossary.yml", True)


def test_words_over_two_lines_are_the_same_words(mended):
    assert mended("ledighed", "Personer\nuden  job.", "Personer uden arbejde.")[0] == INDICATOR


def test_a_part_of_a_word_is_not_the_word(mended):
    with pytest.raises(FillingError, match="står ikke i data"):
        mended("ledighed", "edig", "x", "Titel")


def test_an_id_is_never_taken_for_words(mended):
    with pytest.raises(FillingError, match="»plan-2025« står ikke i data"):
        mended("ledighed", "plan-2025", "plan-2026")


def test_words_in_several_places_are_told_with_where_they_stand(mended):
    with pytest.raises(FillingError) as refused:
        mended("hoeringer/jobplan-2025/aeldreraadet/", "5 Høring", "6 Høring")
    first, *places = str(refused.value).splitlines()
    assert first == (
        "»5 Høring« står 2 steder i data. Skriv mere af sætningen, vælg feltet, eller skriv adressen på den side, hvor "
        "posten selv står. En redaktør kan rette her:"
    )
    lines = [place.rpartition("/")[2] for place in places]
    numbers = [number for number, line in enumerate(FILES[LETTER].splitlines(), 1) if "5 Høring" in line]
    assert lines == [f"aeldreraadet.yml:{number}" for number in numbers]


def test_words_that_are_nowhere_are_told_with_what_a_person_must_do(mended):
    with pytest.raises(FillingError) as refused:
        mended(f"{SITE}indikatorer/ledighed/", "Langt flere er ledige.", "Langt færre er ledige.")
    assert str(refused.value) == (
        "»Langt flere er ledige.« står ikke i data, hverken på siden om »Ledige« eller et andet sted. Ordene er måske "
        "regnet ud af tal, eller de står i programmet eller i en side i content/. En redaktør må finde dem og rette "
        "dem. Kopiér ellers ordene fra siden, og opret en ny formular."
    )


def test_a_letter_mended_a_second_time_can_still_be_undone(mended):
    once = mended("ae-2", "Vi foreslår flere job.", "Vi foreslår mange job.")[1]
    _, twice = mended("ae-2", "mange job", "flere job", files={LETTER: once})
    assert twice.count("  - date: 2026-01-15\n") == 2
    assert "text: Vi foreslår flere job." in twice


def test_what_is_right_already_is_no_mistake(mended):
    with pytest.raises(FillingError, match="Det rigtige er det samme"):
        mended("ledighed", "Ledige", "ledige ")
