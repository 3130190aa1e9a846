import pytest
from sample import FILES

from generator.base.rule import Rule
from generator.model import Benchmark, Consultation, Goal
from generator.reading.misplaced import home_of, misnamed, proposed, stranger, way_home
from generator.reading.source import parse

GOAL = parse(FILES["goals/m1.yml"], "x")[0].value
FOLDERS = (
    "Vælg mellem: benchmarks, consultations, decisions, goals, indicators, initiatives, organisations, plans, "
    "recommendations, sources, targets."
)


ENDING = "Filens navn slutter ikke på .yml. Omdøb den, hvis den er en post, eller flyt den ud af data."
LETTER = "Filen ligger forkert. Et høringssvar ligger i sin hørings mappe: consultations/høring/organisation.yml."


@pytest.mark.parametrize(
    ("parts", "message", "rule"),
    [
        (("goals", "x.txt"), ENDING, Rule.FILE_NAME),
        (("themse.yml",), "Filen kendes ikke. Mente du »themes«?", Rule.UNKNOWN_FOLDER),
        (("consultations", "x.yml"), LETTER, Rule.UNKNOWN_FOLDER),
        (("goals", "a", "x.yml"), "Filen ligger for dybt. Flyt den op i mappen goals.", Rule.UNKNOWN_FOLDER),
        (("goal", "x.yml"), "Mappen »goal« kendes ikke. Mente du »goals«?", Rule.UNKNOWN_FOLDER),
        (("\u202egp", "x.txt"), f"Mappen »?gp« kendes ikke. {FOLDERS}", Rule.UNKNOWN_FOLDER),
    ],
)
def test_a_stranger_is_told_why(parts, message, rule):
    assert stranger(parts) == (message, rule)


@pytest.mark.parametrize(
    ("name", "fix"),
    [("Råd", "raad"), ("Ra\u030ad", "raad"), ("aux", "aux-1"), ("AUX", "aux-1"), ("Lpt1", "lpt1-1"), ("!", "id-1")],
)
def test_a_name_that_can_be_an_id_is_proposed(name, fix):
    assert proposed(name) == fix


def test_a_name_that_cannot_be_an_id_is_told_why():
    end = "Kald filen eller mappen for eksempel"
    assert misnamed("P 1", None, []) == f"»P 1« kan ikke være et id. {end} »p-1«."
    assert misnamed("nul", None, ["nul.yml"]) == (
        f"»nul« kan ikke være et id, for Windows kan ikke have en fil, der hedder sådan. {end} »nul-1«."
    )
    assert misnamed("P1", None, ["p1.yml"]) == (
        "»P1« kan ikke være et id, og »p1« er optaget. Giv posten et andet id, eller slet filen."
    )
    assert misnamed("p1", 80, ["p1.yml"]) == "»p1« kan ikke være et id. Brug højst 80 tegn."


def test_the_home_of_a_record_is_the_type_that_takes_it():
    assert home_of(GOAL, Benchmark) is Goal
    assert home_of(GOAL, Goal) is None
    assert home_of({"title": "x"}, Goal) is None
    assert home_of({**GOAL, **{f"k{n}": 1 for n in range(200)}}, Benchmark) is None
    assert way_home(Goal) == "Filen ligner et mål. Flyt den til mappen goals."
    assert way_home(Consultation) == "Filen ligner en høring. Kald den consultation.yml."
