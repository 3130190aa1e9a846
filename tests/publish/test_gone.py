"""A page stands at every address that is gone."""

import re

from sample import TODAY

from generator.site import build

GONE = """\
moved:
  - from: pejlemaerker/p3/
    to: pejlemaerker/p2/
  - from: hoeringer/jobplan-2025/aeldreraadet/#ae-0
    to: hoeringer/jobplan-2025/aeldreraadet/#ae-1
deleted:
  - address: ministermaal/m2/
    title: Flere i uddannelse
    date: 2025-12-01
    why: Målet stod her ved en fejl.
"""


def test_an_old_address_leads_to_the_new_one(project):
    made = build(project({"gone.yml": GONE}), TODAY).outline["pejlemaerker/p3.md"]
    assert (made.title, made.leads_to) == ("Siden er flyttet", "pejlemaerker/p2/")
    assert re.findall(r'<a href="(.+?)">(.+?)</a>', made.body) == [("../../pejlemaerker/p2/", "pejlemaerker/p2/")]
    assert made.front["leads_to"] == "pejlemaerker/p2/"


def test_the_address_of_what_is_deleted_says_what_was_there_and_why(project):
    made = build(project({"gone.yml": GONE}), TODAY).outline["ministermaal/m2.md"]
    assert (made.title, made.leads_to) == ("Flere i uddannelse", "")
    assert "Det, der stod her, er slettet den 1. december 2025.</p>\n<p>Målet stod her ved en fejl.</p>" in made.body


def test_only_pages_have_a_page_in_their_place(project):
    with_gone = set(build(project({"gone.yml": GONE}), TODAY).outline)
    without = set(build(project({"gone.yml": None}), TODAY).outline)
    assert with_gone - without == {"pejlemaerker/p3.md", "ministermaal/m2.md"}
