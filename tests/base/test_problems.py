import json

from generator.base.problems import (
    Location,
    Problem,
    Severity,
    as_github,
    as_json,
    as_report,
    as_text,
    has_errors,
    summary,
)
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


def test_github_is_given_no_more_than_it_shows_and_errors_are_never_crowded_out():
    warnings = [Problem(Location("a.yml", n), "Skriv kortere.", Rule.LIX, Severity.WARNING) for n in range(1, 13)]
    said = as_github([*warnings, ERROR]).splitlines()
    assert said[0].startswith("::error ")
    assert [line.startswith("::warning ") for line in said[1:]] == [True] * 10 + [False] * 3
    assert said[11:] == [str(warnings[10]), str(warnings[11]), "1 fejl og 12 advarsler."]


def test_a_report_has_every_problem_with_the_errors_first_and_a_way_to_the_guide():
    assert as_report([WARNING, ERROR], "https://by.dk/redaktoer/") == (
        "## Tjek af data\n\n1 fejl og 1 advarsel.\n\n"
        "| | Sted | Hvad skal rettes | Vejledning |\n|---|---|---|---|\n"
        "| fejl | data/a.yml\\:14\\:12 | »72,3« er ikke et tal. Skriv 72.3 med punktum. "
        "| [tal](https://by.dk/redaktoer/#regler-tal) |\n"
        "| advarsel | data/a.yml\\:2\\:1 | Skriv kortere. | [lix](https://by.dk/redaktoer/#regler-tekst) |"
    )
    assert as_report([]) == "## Tjek af data\n\nIngen fejl og ingen advarsler."


def test_a_report_without_a_known_guide_names_the_rule():
    assert as_report([WARNING]).endswith("| Skriv kortere. | lix |")


def test_a_report_says_when_more_is_wrong_than_github_shows():
    many = [Problem(Location("a.yml", n), "Slet den.", Rule.MARKUP) for n in range(1, 12)]
    assert "viser GitHub kun 10 fejl og 10 advarsler. Her står dem alle." in as_report(many)
    assert "viser GitHub kun" not in as_report(many[:10])


def test_words_from_the_data_are_only_shown_in_a_report():
    odd = Problem(Location("a|b.yml"), "<img src=x> [her](x) `kode` **fed** @nogen", Rule.MARKUP)
    assert r"| a\|b.yml\:1\:1 | \<img src=x\> \[her\]\(x\) \`kode\` \*\*fed\*\* \@nogen |" in as_report([odd])


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
