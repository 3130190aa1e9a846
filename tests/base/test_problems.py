import json

from generator.base.problems import Location, Problem, Severity, as_github, as_json, as_text, has_errors, summary
from generator.base.rule import Rule

ERROR = Problem(Location("data/a.yml", 14, 12), "»72,3« er ikke et tal. Skriv 72.3 med punktum.", Rule.NUMBER)
WARNING = Problem(Location("data/a.yml", 2, 1), "Skriv kortere.", Rule.LIX, Severity.WARNING)


def test_a_problem_is_one_line_with_its_place_first():
    assert str(ERROR) == "data/a.yml:14:12: fejl: »72,3« er ikke et tal. Skriv 72.3 med punktum. [tal]"
    assert str(WARNING) == "data/a.yml:2:1: advarsel: Skriv kortere. [lix]"


def test_text_is_sorted_by_place_counted_and_without_repetition():
    other = Problem(Location("data/a.yml", 3), "Slet den.", Rule.MARKUP)
    assert as_text([ERROR, other, WARNING, ERROR]) == "\n".join(
        [str(WARNING), str(other), str(ERROR), "2 fejl og 1 advarsel."]
    )


def test_the_count_is_a_danish_sentence():
    assert summary([]) == "Ingen fejl og ingen advarsler."
    assert summary([ERROR]) == "1 fejl og ingen advarsler."
    assert summary([WARNING, WARNING]) == "Ingen fejl og 2 advarsler."


def test_only_errors_stop_a_build():
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])
    assert not has_errors([])


def test_github_is_told_the_line_with_its_own_escapes():
    odd = Problem(Location("data/a,b:c.yml", 1, 2), "100 % er\nfor meget.", Rule.PERCENTAGE, Severity.WARNING)
    assert as_github([odd]) == (
        "::warning file=data/a%2Cb%3Ac.yml,line=1,col=2,title=procent::100 %25 er%0Afor meget.\n"
        "Ingen fejl og 1 advarsel."
    )
    assert as_github([ERROR]).startswith("::error file=data/a.yml,line=14,col=12,title=tal::»72,3«")


def test_json_has_every_part_of_a_problem():
    assert json.loads(as_json([ERROR, ERROR])) == [
        {
            "path": "data/a.yml",
            "line": 14,
            "column": 12,
            "severity": "fejl",
            "message": "»72,3« er ikke et tal. Skriv 72.3 med punktum.",
            "rule": "tal",
        }
    ]
    assert json.loads(as_json([])) == []
