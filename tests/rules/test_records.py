"""What the rules in `records` must let pass, and what they must catch beside the plain case in `bad/`."""

import pytest
from sample import FILES, GOAL, OPEN_TARGET, PLAN, TODAY, UNMEASURED, changed


def test_a_home_area_is_needed(found):
    assert found(changed("areas.yml", ("  home: true\n", ""))) == [
        (
            "data/areas.yml:1:1: fejl: Intet område er sidens eget. "
            "Skriv »home: true« på det område, siden handler om. [hjemområde]"
        )
    ]


def test_parts_of_a_record_have_ids_of_their_own(found):
    section = "  - id: afsnit-1\n    title: Rammer\n    summary: Om rammer.\n"
    source = "    source:\n      document: plan-2025\n      section: '1'\n"
    plan = "title: Plan\nyear: 2025\nstatus: vedtaget\ndocument: plan-2025\nsummary: Om byen.\nsections:\n"
    assert found({"plans/2025.yml": plan + 2 * (section + source)}) == [
        (
            "data/plans/2025.yml:13:9: fejl: Id'et »afsnit-1« er brugt længere oppe i filen. "
            "Giv delen et andet id. [dobbelt-id]"
        )
    ]


def test_the_check_of_a_year_ago_to_the_day_is_still_good(found):
    assert found(changed("site.yml", ("assessed: 2026-01-10", "assessed: 2025-01-15"))) == []


def test_what_happens_today_is_not_in_the_future(found):
    assert found(changed("site.yml", ("assessed: 2026-01-10", f"assessed: {TODAY}"))) == []


def test_a_copied_benchmark_is_not_missed_in_the_letter(found):
    lines = found({"benchmarks/p10.yml": FILES["benchmarks/p2.yml"]})
    assert lines == [
        (
            "data/benchmarks/p10.yml:1:1: fejl: Filen er den samme som »p2«. Den ene er en kopi: skriv det nye i den, "
            "eller slet den. [kopi]"
        )
    ]


def test_the_later_of_two_numbers_is_to_be_changed(found):
    lines = found({"benchmarks/p10.yml": FILES["benchmarks/p2.yml"].replace("En samlet", "En anden")})
    assert lines == [
        "data/benchmarks/p10.yml:1:9: fejl: »p2« har også nummer 2. Giv den ene et andet nummer. [dobbelt-nummer]"
    ]


@pytest.mark.parametrize("name", ["index", "side-2", "side-12"])
def test_the_address_of_a_list_is_taken(found, name):
    why = "for den adresse hører til en oversigt. Giv posten et andet id. [dobbelt-id]"
    message = f"»{name}« kan ikke være et id, {why}"
    change = {
        f"goals/{name}.yml": FILES[GOAL].replace("number: 1", "number: 2"),
        "themes.yml": FILES["themes.yml"] + f"- id: {name}\n  title: Unge\n  summary: Alt om unge.\n",
    }
    assert found(change) == [f"data/goals/{name}.yml:1:1: fejl: {message}", f"data/themes.yml:4:7: fejl: {message}"]


def test_records_on_one_page_have_different_ids(found):
    assert found({"target_groups.yml": FILES["target_groups.yml"].replace("id: unge", "id: jobcenter")}) == [
        (
            "data/target_groups.yml:1:7: fejl: »jobcenter« er også id på en afdeling på samme side. "
            "Giv posten et andet id. [dobbelt-id]"
        )
    ]


@pytest.mark.parametrize("address", ["https://", "https://by en.dk", 'https://by.dk/"x', "ftp://by.dk"])
def test_an_address_that_leads_nowhere_is_refused(found, address):
    assert found(changed("site.yml", ("https://eksempelby.example/kontakt", f"'{address}'"))) == [
        (
            f"data/site.yml:10:8: fejl: »{address}« er ikke en webadresse. "
            "Skriv den som https://navn.dk/side. [webadresse]"
        )
    ]


@pytest.mark.parametrize("address", ["http://by.dk", "https://by.dk:8080/?a=b#c", "https://børn.by.dk/å"])
def test_addresses_that_lead_somewhere_pass(found, address):
    assert found(changed("site.yml", ("https://eksempelby.example/kontakt", address))) == []


@pytest.mark.parametrize(
    ("contact", "is_right"),
    [
        ("sikkerhed@by.dk", True),
        ("https://by.dk/sikkerhed?a=b", True),
        ("http://by.dk/sikkerhed", False),
        ("Sikkerhedsteamet", False),
        ("navn@by", False),
        ("mailto:navn@by.dk", False),
    ],
)
def test_a_hole_is_told_of_by_mail_or_on_a_page_that_is_safe(found, contact, is_right):
    message = (
        f"data/site.yml:11:11: fejl: »{contact}« kan ikke stå i sikkerhedskontakten. Skriv en e-mail eller en "
        "webadresse, der begynder med https://. [webadresse]"
    )
    told = found(changed("site.yml", ("licence:", f"security: {contact}\nlicence:")))
    assert told == ([] if is_right else [message])


def test_a_target_is_worded_once_a_year(found):
    entry = "  - year: 2025\n    quote: Job.\n    source:\n      document: plan-2025\n      section: '3'\n"
    twice = OPEN_TARGET.replace("parts:", entry + "parts:") + UNMEASURED
    assert found({"plans/2025.yml": PLAN, "targets/t1.yml": twice}) == [
        (
            "data/targets/t1.yml:12:11: fejl: Målet har allerede en ordlyd for 2025. "
            "Ret årstallet, eller slet den ene. [dobbelt-nummer]"
        )
    ]


@pytest.mark.parametrize(("year", "limit"), [("1923", "1990 eller et større"), ("20233", "2100 eller et mindre")])
def test_a_year_lies_within_reach(found, year, limit):
    assert found(changed(GOAL, ("year: 2025", f"year: {year}"))) == [
        f"data/{GOAL}:6:11: fejl: »{year}« passer ikke i »year«. Skriv {limit} tal. [type]"
    ]


def test_a_number_used_twice_is_not_blamed_on_the_letter(found):
    assert found(changed("benchmarks/p2.yml", ("number: 2", "number: 1"))) == [
        "data/benchmarks/p2.yml:1:9: fejl: »p1« har også nummer 1. Giv den ene et andet nummer. [dobbelt-nummer]"
    ]


@pytest.mark.parametrize(
    ("repository", "place"),
    [
        ("", "12:3"),
        ("repository: https://git.example/plan\n", "11:13"),
        ("repository: https://git.example/by/plan\n", ""),
    ],
)
def test_a_form_editor_needs_a_repository_to_propose_in(found, repository, place):
    editor = f"{repository}form_editor:\n  branch: main\nlicence:"
    message = (
        f"data/site.yml:{place}: fejl: Formularredaktøren skal vide, hvor siden ligger. "
        "Skriv »repository: https://github.com/ejer/navn«. [webadresse]"
    )
    assert found(changed("site.yml", ("licence:", editor))) == ([message] if place else [])
