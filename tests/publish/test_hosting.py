"""What a server has to know of a site."""

import re
from dataclasses import replace

from generator.model.gone import Gone, Moved
from generator.model.site import FormEditor
from generator.publish import hosting, policy
from generator.publish.view import Page

HOST = "https://api.kode.example"


def placed(site, address):
    return site.model_copy(update={"address": address})


def test_a_page_loads_only_what_comes_from_the_site(town):
    found = hosting.policies(town.site)
    assert found.page == (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'"
    )
    assert found.drawing == (
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'"
    )


def test_only_a_site_with_the_form_editor_has_a_policy_for_it(town, other):
    site = placed(town.site, "https://x.example/plan").model_copy(update={"form_editor": FormEditor(branch="main")})
    assert hosting.policies(site, f"{HOST}/api/v3").form_editor == (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        f"font-src 'self'; connect-src 'self' blob: data: {HOST}; base-uri 'none'; form-action 'none'"
    )
    assert hosting.policies(other.site, HOST).form_editor == ""
    assert hosting.editor(site) == "/plan/rediger/"
    assert hosting.editor(other.site) == ""


def test_the_folder_is_the_one_of_the_sites_address(town):
    places = {None: "/", "https://x.example": "/", "https://x.example/": "/", "https://x.example/a/plan": "/a/plan/"}
    assert {address: hosting.folder(placed(town.site, address)) for address in places} == places


def test_a_page_with_a_chart_is_named_with_its_folder(town):
    chart, plain = '<p class="interactive">', "<p>"
    pages = [Page("tal/a.md", "", chart, ""), Page("index.md", "", chart, ""), Page("tal/b.md", "", plain, "")]
    assert hosting.drawing(placed(town.site, "https://x.example/plan"), pages) == ["/plan/", "/plan/tal/a/"]
    assert [policy.of(page.body) == policy.DRAWING for page in pages] == [True, True, False]


def test_what_has_moved_and_the_statement_lead_on(year, other):
    assert hosting.redirects(year) == {
        "/indsatser/mentor/": "/indsatser/mentorer/",
        "/was/": "https://was.example/fjordby",
    }
    assert hosting.redirects(other)["/was/"] == "https://was.example/vestby"


def test_a_place_on_a_page_is_nothing_that_a_server_knows(town):
    moved = [("a/b/#c", "a/d/"), ("a/b/", "a/c/"), ("a/c/", "a/d/#e")]
    gone = Gone(moved=[Moved(**{"from": old, "to": new}) for old, new in moved])
    plan = replace(town, gone=gone, site=placed(town.site, "https://x.example/plan"))
    assert hosting.redirects(plan) == {"/plan/a/b/": "/plan/a/d/#e", "/plan/a/c/": "/plan/a/d/#e"}


def test_only_a_name_with_a_hash_may_be_kept_for_good():
    kept = ["assets/pejl.0123456789.css", "assets/diagrammer/a.abcdef0123.json"]
    fresh = ["assets/pejl.css", "data/punkter.csv", "assets/soegning/start.json", "a.0123456789/index.html"]
    assert [bool(re.search(hosting.UNCHANGING, path)) for path in [*kept, *fresh]] == [True, True, *[False] * 4]
