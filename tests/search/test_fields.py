import datetime as dt

from generator.model import Benchmark, Point, Response, Target, Term
from generator.search.fields import Role, is_thing, said, spelled


def texts(part, role):
    return [text for found, text in said(part) if found is role]


def test_a_record_says_its_own_words_and_never_those_of_another(town):
    record = town.of(Benchmark)["p4"]
    assert texts(record, Role.NAME) == ["Plads til alle på arbejdspladsen"]
    assert texts(record, Role.FACT) == ["4"]
    assert texts(record, Role.SUMMARY) == [record.summary]
    assert texts(record, Role.TEXT) == [
        "Brevet kalder pejlemærket »Plads til alle«.",
        "Arbejdspladserne i byen har plads til borgere, der har brug for særlige hensyn.",
        "har brug for særlige hensyn",
        "Den, der stod for arbejdet, fik et andet job.",
    ]
    assert texts(record, Role.WHY) == [link.why for link in record.links]
    every = " ".join(text for _, text in said(record))
    assert [word for word in ("rummelige-firmaer", "brev-handicapraadet-2025", "job, ") if word in every] == []


def test_synonyms_and_translations_are_names(town):
    term = Term(
        id="syg", title="Syg", explanation="Rask er man ikke.", synonyms=["dårlig"], translations={"de": ["krank"]}
    )
    assert texts(term, Role.NAME) == ["Syg", "dårlig", "krank"]
    assert texts(town.of(Term)["ledig"], Role.NAME) == ["ledig", "arbejdsløs", "jobsøgende"]


def test_a_letter_does_not_say_what_its_points_say(town):
    letter = town.of(Response)["pejlemaerker-2025/handicapraadet"]
    says = " ".join(text for _, text in said(letter))
    assert "1. Én plan for hver borger" in says
    assert "Hvem skriver planen" not in says
    assert all(map(is_thing, letter.within()))


def test_figures_and_dates_are_written_as_readers_write_them(town):
    figures = [text for target in town.of(Target).values() for text in texts(target, Role.FIGURE)]
    assert {"80", "procent"} <= set(figures)
    assert not {"at_least", "above", "at_level", "80.0"} & set(figures)
    assert spelled(dt.date(2025, 11, 21)) == "21. november 2025 20251121"


def test_marks_of_emphasis_are_no_part_of_what_is_said():
    point = Point(id="x1", summary="Kort.", text="Det er *vigtigt*.", kind="forslag", themes=["job"])
    assert texts(point, Role.TEXT) == ["Det er vigtigt."]
