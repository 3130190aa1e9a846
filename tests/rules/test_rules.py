"""What the rules must let pass, and what they must catch beside the plain case in `bad/`."""

import pytest
from conftest import problem_lines
from sample import FILES, TODAY

from generator.reading.loading import load
from generator.rules import RULES, check
from generator.rules.scope import RECORD_TYPES, Scope

LETTER = "consultations/jobplan-2025/aeldreraadet.yml"
INDICATOR = "indicators/ledighed.yml"
GOAL = "goals/m1.yml"


def changed(name, *changes):
    text = FILES[name]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return {name: text}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_states_itself_and_lets_the_sample_pass(rule, project):
    assert rule.__doc__.endswith(".")
    assert list(rule(Scope(load(project()), TODAY))) == []


def test_rules_are_listed_once():
    assert len(set(RULES)) == len(RULES)


def test_every_type_of_record_is_looked_at(project):
    assert set(load(project()).records) == set(RECORD_TYPES)


def test_records_are_checked_though_the_site_file_cannot_be_read(project):
    data = project({"site.yml": "title: x\n", **changed(GOAL, ("benchmark: p1", "benchmark: p7"))})
    loaded = load(data)
    assert loaded.plan is None
    assert [problem.rule for problem in check(loaded, TODAY)] == ["ukendt-id"]


def test_a_missing_id_is_suggested_once_for_each_place(found):
    change = changed(
        INDICATOR, ("area: eksempelby", "area: eksempelbye"), ("area: eksempelby\n", "area: eksempelbye\n")
    )
    message = "»eksempelbye« findes ikke. Intet område har det id. Mente du »eksempelby«? [ukendt-id]"
    assert found(change) == [f"data/{INDICATOR}:{line}:11: fejl: {message}" for line in (11, 15)]


def test_of_many_ids_none_are_listed(found):
    areas = FILES["areas.yml"] + "".join(f"- id: by-{n}\n  title: By {n}\n  short: By\n" for n in range(20))
    assert found({"areas.yml": areas, **changed(INDICATOR, ("area: eksempelby", "area: xyz"))}) == [
        f"data/{INDICATOR}:11:11: fejl: »xyz« findes ikke. Intet område har det id. Se id'erne i mappen. [ukendt-id]"
    ]


def test_where_there_are_no_records_of_a_type_the_folder_is_named(found):
    files = {GOAL: None, **changed(LETTER, ("goal: m1", "goal: m7"))}
    assert found(files) == [
        f"data/{LETTER}:21:19: fejl: »m7« findes ikke. Intet mål har det id. Opret det i goals. [ukendt-id]"
    ]


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


@pytest.mark.parametrize(
    "heading",
    [
        "1. Job først OG 2. En samlet plan",
        "1. Job, 2. Plan",
        "1. Efter 9. klasse og 2. Plan",
        "Om 1 og 2",
        "1. og 2.",
    ],
)
def test_a_heading_may_name_its_benchmarks_in_many_ways(found, heading):
    assert found(changed(LETTER, ("1. Job først OG 2. En samlet plan", heading))) == []


@pytest.mark.parametrize("heading", ["Øvrige kommentarer", "3. Noget helt tredje", "Frist den 1. maj"])
def test_a_heading_that_names_no_benchmark_needs_none(found, heading):
    change = changed(
        LETTER,
        ("1. Job først OG 2. En samlet plan\n    benchmarks:\n      - p1\n      - p2\n", f"{heading}\n"),
        ("        benchmarks:\n          - p2\n", ""),
    )
    assert found(change) == []


def test_a_change_may_be_a_reference(found):
    change = changed(
        LETTER,
        ("              before: Flere job.\n              after: Mange flere job.", "              reference: Side 3."),
    )
    assert found(change) == []


@pytest.mark.parametrize("status", ["besvaret", "ikke imødekommet", "taget til efterretning"])
def test_an_answer_that_changes_nothing_says_no_change(found, status):
    change = "            change:\n              before: Flere job.\n              after: Mange flere job.\n"
    assert found(changed(LETTER, ("status: imødekommet", f"status: {status}"), (change, ""))) == []


def test_entries_of_the_same_day_are_in_order(found):
    assert found(changed(LETTER, ("date: 2025-05-01", "date: 2025-04-01"))) == []


def test_an_estimate_may_stand_beside_the_actual_figure(found):
    change = (
        "  - period: 2024\n    area: eksempelby\n    value: 2400\n    kind: actual",
        "  - period: 2023\n    area: eksempelby\n    value: 2400\n    kind: estimate",
    )
    assert found(changed(INDICATOR, change)) == []


def test_figures_of_different_groups_and_areas_are_different(found):
    more = "".join(
        f"  - period: 2023\n    area: {area}\n    group: {group}\n    value: 1\n    kind: actual\n"
        for area in ("eksempelby", "landet")
        for group in ("30", "Unge")
    )
    assert found({INDICATOR: FILES[INDICATOR] + more}) == []


def test_forecasts_may_lie_ahead(found):
    assert (
        found(
            changed(
                INDICATOR,
                ("period: 2024", "period: 2030"),
                ("value: 2400\n    kind: actual", "value: 2400\n    kind: forecast"),
            )
        )
        == []
    )


@pytest.mark.parametrize(
    ("unit", "value"), [("procent", "0"), ("procent", "100"), ("procentpoint", "-3.5"), ("mio. kr.", "155.4")]
)
def test_figures_that_can_be_true_pass(found, unit, value):
    assert (
        found(
            changed(
                INDICATOR,
                ("unit: personer", f"unit: {unit}"),
                ("value: 2550", "value: 5"),
                ("value: 2400", f"value: {value}"),
            )
        )
        == []
    )


def test_a_note_explains_a_percentage_beyond_a_hundred(found):
    change = changed(
        INDICATOR,
        ("unit: personer", "unit: procent"),
        ("value: 2550", "value: 50"),
        ("value: 2400", "value: 140\n    note: Væksten siden 2023."),
    )
    assert found(change) == []


def test_a_count_with_thousands_point_and_no_decimals_is_caught(found):
    assert found(changed(INDICATOR, ("value: 2550", "value: 2.000"))) == [
        (
            f"data/{INDICATOR}:12:12: fejl: »2.000« læses som 2, men personer tælles i hele tal. "
            "Skriv 2000 uden punktum. [helt-tal]"
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Journalnummer 00.22.04-P35-10-25",
        "Journalnummer 15.20.00-P20-1-24",
        "Fra 2020 til 2021 og 2022",
        "I alt 12.345.678 kr. eller 12 345 678 kr.",
        "Tallene 10 12 14 16 18 20",
        "Perioden 2021-01-01 til 2021-12-31",
        "Beløbet 20304050 kr.",
        "ISBN 978-87-123-4567-8",
        "Sag 320170-1234",
        "Sag 011370-1234",
        "Sag 290201-1234",
        "https://eksempelby.example/0101701234/sag",
        "Under 5 < 6 og R&D",
        "Se @eksempelby",
        "Det er en beskrivelse: javascript er et sprog",
    ],
)
def test_what_only_looks_private_or_like_code_passes(found, text):
    assert found(changed(LETTER, ("text: Hvad betyder planen?", f"text: '{text}'"))) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("0101701234", "cpr"),
        ("010170 1234", "cpr"),
        ("(010170-1234)", "cpr"),
        ("290200-1234", "cpr"),
        ("Ring på 89 15 15 15.", "telefon"),
        ("89 15 15 15", "telefon"),
        ("+4589151515", "telefon"),
        ("0045 89151515", "telefon"),
        ("Telefon: 8915 1515", "telefon"),
        ("en@mail.dk", "e-mail"),
        ("fornavn.efternavn+x@post.mail.example", "e-mail"),
        ("<script>", "html"),
        ("<!-- x -->", "html"),
        ("&#60;b", "html"),
        ("vbscript:x", "html"),
    ],
)
def test_what_is_private_or_code_is_caught_at_its_line(found, text, rule):
    (line,) = found(changed(LETTER, ("text: Hvad betyder planen?", f"text: 'Se {text}'")))
    assert line.startswith(f"data/{LETTER}:14:")
    assert line.endswith(f"[{rule}]")


def test_the_site_may_give_its_own_contact(found):
    change = changed(
        "site.yml",
        ("role: Sekretariatet\n", "role: Sekretariatet\n  phone: +45 89 15 15 15\n  email: post@eksempelby.example\n"),
        ("respond: Skriv et brev til rådhuset.", "respond: Ring på tlf. 89 15 15 15."),
        ("enforcement: Skriv til tilsynet.", "enforcement: Skriv til tilsyn@tilsynet.example."),
    )
    assert found(change) == []


def test_nobody_else_may_be_named_in_the_site_file(found):
    assert found(changed("site.yml", ("tagline: Se,", "tagline: Ring 89 15 15 15 og"))) == [
        (
            "data/site.yml:2:10: fejl: Her står et telefonnummer. "
            "Slet det: kun sidens egen kontakt i site.yml må have et. [telefon]"
        )
    ]


def test_code_in_a_comment_does_no_harm(found):
    assert found({GOAL: "# <id> er navnet\n" + FILES[GOAL]}) == []


def test_a_short_text_is_never_hard_to_read(found):
    assert found(changed(GOAL, ("summary: Flere skal i job.", "summary: Beskæftigelsesindsatsen koordineres."))) == []


def test_the_check_of_a_year_ago_to_the_day_is_still_good(found):
    assert found(changed("site.yml", ("assessed: 2026-01-10", "assessed: 2025-01-15"))) == []


def test_what_happens_today_is_not_in_the_future(found):
    assert found(changed("site.yml", ("assessed: 2026-01-10", f"assessed: {TODAY}"))) == []


def test_problems_are_sorted_and_not_repeated(project):
    data = project(changed(GOAL, ("title: Flere", "title: <b> Flere"), ("wording: Flere", "wording: <i> Flere")))
    problems = check(load(data), TODAY)
    assert problems == sorted(set(problems))
    assert len(problem_lines(data)) == len(problems) == 2


TARGET = """\
number: "1"
title: Flere i job
plan: "2025"
year: 2025
summary: Flere skal i job.
wordings:
  - year: 2025
    quote: Flere skal i job.
    source:
      document: plan-2025
      section: 2.10 Mål
parts:
  - id: a
"""
UNMEASURED = "unmeasured: Kilderne har ikke et tal for alt.\n"
YEAR_PLAN = """\
title: Plan for job 2025
year: 2025
status: vedtaget
document: plan-2025
summary: Planen vil have flere i job.
sections:
  - id: 2-1
    title: 2.1 Rammer
    summary: Rammerne for året.
    source:
      document: plan-2025
      section: 2.1 Rammer
"""


@pytest.fixture
def asked(found):
    """Give the problems of a target whose only part has the given fields."""

    def problems(**fields):
        part = "".join(f"    {name}: {value}\n" for name, value in fields.items())
        return found({"plans/2025.yml": YEAR_PLAN, "targets/t1.yml": TARGET + part + UNMEASURED})

    return problems


@pytest.mark.parametrize(
    "fields",
    [
        {"label": "Kun ord"},
        {"comparator": "at_least", "reference": "landet"},
        {"comparator": "below", "reference": "landet", "offset": -2, "unit": "procentpoint"},
        {"comparator": "at_most", "value": 0, "unit": "personer", "indicator": "ledighed"},
        {"comparator": "at_least", "value": 72.5, "unit": "procent"},
    ],
)
def test_demands_that_can_be_read_pass(asked, fields):
    assert asked(**fields) == []


def test_a_demanded_count_is_whole(asked):
    assert asked(comparator="at_most", value="2.550", unit="personer") == [
        (
            "data/targets/t1.yml:15:12: fejl: »2.550« læses som 2,55, men personer tælles i hele tal. "
            "Skriv 2550 uden punktum. [helt-tal]"
        )
    ]


@pytest.mark.parametrize(("value", "shown"), [("172", "172"), ("-5", "−5")])
def test_a_demanded_percentage_out_of_reach_is_doubted(asked, value, shown):
    assert asked(comparator="at_least", value=value, unit="procent") == [
        (
            f"data/targets/t1.yml:15:12: advarsel: {shown} procent ligger ikke mellem 0 og 100. "
            "Se efter, om det er rigtigt. [procent]"
        )
    ]


def test_a_heading_is_told_what_it_lacks_and_what_it_has_too_much(found):
    lines = found(changed(LETTER, ("1. Job først OG 2. En samlet plan", "1. Job først")))
    assert lines == [
        f"data/{LETTER}:10:9: fejl: Overskriften nævner ikke 2. Slet »p2« her. [brevets-overskrift]",
    ]
    lines = found(changed(LETTER, ("      - p1\n", "")))
    assert lines == [
        f"data/{LETTER}:7:14: fejl: Overskriften nævner 1. Tilføj »p1« i »benchmarks«. [brevets-overskrift]"
    ]


def test_a_copied_benchmark_is_not_missed_in_the_letter(found):
    lines = found({"benchmarks/p10.yml": FILES["benchmarks/p2.yml"]})
    assert lines == [
        "data/benchmarks/p10.yml:1:1: fejl: Filen er en kopi af »p2«. Skriv det nye i den, eller slet den. [kopi]"
    ]


def test_the_later_of_two_numbers_is_to_be_changed(found):
    lines = found({"benchmarks/p10.yml": FILES["benchmarks/p2.yml"].replace("En samlet", "En anden")})
    assert lines == [
        "data/benchmarks/p10.yml:1:9: fejl: »p2« har også nummer 2. Giv den ene et andet nummer. [dobbelt-nummer]"
    ]


def test_a_list_names_nothing_twice(found):
    assert found(changed(GOAL, ("links:", "themes: [job, job]\nlinks:"))) == [
        f"data/{GOAL}:12:15: fejl: »job« står her for anden gang. Slet det ene. [dobbelt-kobling]"
    ]


def test_what_many_point_at_is_missed_once(found):
    assert found({"sources/plan-2025.yml": None}) == [
        (
            "data/benchmarks/p1.yml:9:13: fejl: »plan-2025« findes ikke, men 12 steder peger på en kilde med det id. "
            "Er posten slettet eller omdøbt, så læg den tilbage i sources/plan-2025.yml. "
            "Ellers ret id'et alle steder. [ukendt-id]"
        )
    ]


def test_a_whole_type_that_is_gone_is_missed_once(found):
    theme = changed(LETTER, ("          - job\n", "          - job\n          - unge\n          - plan\n"))[LETTER]
    goal = changed(GOAL, ("links:", "themes: [job]\nlinks:"))
    assert found({"themes.yml": None, LETTER: theme, **goal}) == [
        (
            f"data/{LETTER}:19:13: fejl: 5 steder peger på et emne, men der er intet i themes.yml. "
            "Er det slettet, så læg det tilbage. [ukendt-id]"
        )
    ]


def test_no_indicator_is_unused_while_something_cannot_be_read(found):
    broken = {"benchmarks/p1.yml": "number: 1\n", LETTER: None}
    assert {line.rsplit("[")[-1] for line in found(broken)} == {"manglende-felt]"}


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


def test_a_target_is_worded_once_a_year(found):
    entry = "  - year: 2025\n    quote: Job.\n    source:\n      document: plan-2025\n      section: '3'\n"
    twice = TARGET.replace("parts:", entry + "parts:") + UNMEASURED
    assert found({"plans/2025.yml": YEAR_PLAN, "targets/t1.yml": twice}) == [
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


def test_a_fingerprint_is_no_id(found):
    assert found(changed(GOAL, ("    why:", "    seen: abc\n    why:"))) == [
        (
            f"data/{GOAL}:14:11: fejl: »abc« er ikke et fingeraftryk. "
            "Slet linjen, eller skriv de otte tegn, som pejl confirm skriver. [type]"
        )
    ]


def test_a_number_may_be_too_long(found):
    assert found(changed(INDICATOR, ("value: 2550", f"value: {'9' * 20}"))) == [
        f"data/{INDICATOR}:12:12: fejl: »{'9' * 20}« er for langt til at være et tal. Se efter. [tal]"
    ]


def test_a_number_used_twice_is_not_blamed_on_the_letter(found):
    assert found(changed("benchmarks/p2.yml", ("number: 2", "number: 1"))) == [
        "data/benchmarks/p2.yml:1:9: fejl: »p1« har også nummer 1. Giv den ene et andet nummer. [dobbelt-nummer]"
    ]
