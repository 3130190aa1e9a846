"""What the rules in `gone` must let pass, and what they must catch beside the plain case in `bad/`."""

from conftest import problem_lines

from generator.reading.loading import load

GONE = """\
moved:
  - from: pejlemaerker/p3/
    to: pejlemaerker/p4/
  - from: pejlemaerker/p4/
    to: pejlemaerker/p2/
  - from: hoeringer/jobplan-2025/aeldreraadet/#ae-0
    to: hoeringer/jobplan-2025/aeldreraadet/#ae-1
deleted:
  - address: ministermaal/m2/
    title: Flere i uddannelse
    date: 2025-12-01
    why: Målet stod her ved en fejl.
withheld:
  - address: hoeringer/jobplan-2025/aeldreraadet/#ae-2
    date: 2025-12-01
    why: Et navn er taget ud.
"""


def test_what_has_moved_twice_leads_to_where_it_is_now(project):
    data = project({"gone.yml": GONE})
    assert problem_lines(data) == []
    assert load(data).plan.gone.destinations == {
        "pejlemaerker/p3/": "pejlemaerker/p2/",
        "pejlemaerker/p4/": "pejlemaerker/p2/",
        "hoeringer/jobplan-2025/aeldreraadet/#ae-0": "hoeringer/jobplan-2025/aeldreraadet/#ae-1",
    }


def test_a_misspelt_address_is_told_which_was_meant(found):
    assert found({"gone.yml": GONE.replace("to: pejlemaerker/p2/", "to: pejlemaerke/p2/")}) == [
        "data/gone.yml:5:9: fejl: »pejlemaerke/p2/« findes ikke på siden. Find den i browserens adresselinje. [adresse]"
    ]
    assert found({"gone.yml": GONE.replace("/#ae-2", "/#ae-22")}) == [
        (
            "data/gone.yml:14:14: fejl: »hoeringer/jobplan-2025/aeldreraadet/#ae-22« findes ikke på siden. "
            "Mente du »hoeringer/jobplan-2025/aeldreraadet/#ae-2«? [adresse]"
        )
    ]


def test_nothing_goes_tomorrow(found):
    assert found({"gone.yml": GONE.replace("date: 2025-12-01\n    why: Et", "date: 2026-01-16\n    why: Et")}) == [
        "data/gone.yml:15:11: fejl: 16. januar 2026 ligger i fremtiden. Skriv den dag, det er sket. [fremtidig-dato]"
    ]


def test_an_address_is_written_from_the_sites_root(found):
    assert found({"gone.yml": GONE.replace("address: ministermaal/m2/", "address: https://x.dk/ministermaal/m2")}) == [
        (
            "data/gone.yml:9:14: fejl: »https://x.dk/ministermaal/m2« er ikke en adresse på siden. Skriv den uden "
            "domæne: emner/unge/ eller hoeringer/sag/raad/#id. [adresse]"
        )
    ]
