"""What the rules in `links` must let pass, and what they must catch beside the plain case in `bad/`."""

import pytest
from sample import FILES, GOAL, INDICATOR, LETTER, changed


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


def test_a_list_names_nothing_twice(found):
    assert found(changed(GOAL, ("links:", "themes: [job, job]\nlinks:"))) == [
        f"data/{GOAL}:12:15: fejl: »job« står her for anden gang. Slet det ene. [dobbelt-kobling]"
    ]


def test_what_many_point_at_is_missed_once(found):
    assert found({"sources/plan-2025.yml": None}) == [
        (
            "data/benchmarks/p1.yml:9:13: fejl: »plan-2025« findes ikke, men 12 steder peger på en kilde med det id: "
            "data/benchmarks/p1.yml:9, data/benchmarks/p2.yml:6, data/benchmarks/p2.yml:14, data/benchmarks/p2.yml:17, "
            "data/consultations/jobplan-2025/aeldreraadet.yml:36, data/consultations/jobplan-2025/aeldreraadet.yml:47 "
            "og 6 andre steder. Er posten slettet eller omdøbt, så læg den tilbage i sources/plan-2025.yml. "
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


@pytest.mark.parametrize("order", [("benchmark: p1", "goal: m1"), ("goal: m1", "benchmark: p1")])
def test_of_two_targets_the_one_that_comes_later_among_the_types_is_to_go(found, order):
    link = f"links:\n  - {order[0]}\n    {order[1]}\n    why: Begge dele.\n"
    lines = found({"benchmarks/p2.yml": FILES["benchmarks/p2.yml"].replace("no_metric:", f"{link}no_metric:")})
    (line,) = [line for line in lines if line.endswith("[koblingens-mål]")]
    row = FILES["benchmarks/p2.yml"].split("no_metric:")[0].count("\n") + 2 + order.index("goal: m1")
    assert line.startswith(f"data/benchmarks/p2.yml:{row}:5: fejl: Koblingen peger på flere poster.")


def renamed(old, new):
    return {old: None, new: FILES[old]}


def test_a_renamed_file_is_missed_once_with_every_place_and_its_likely_new_name(found):
    lines = found(renamed(INDICATOR, "indicators/ledighedstal.yml"))
    assert [line for line in lines if "ukendt-id" in line] == [
        (
            "data/benchmarks/p1.yml:6:16: fejl: »ledighed« findes ikke, men 2 steder peger på en indikator med det id: "
            f"data/benchmarks/p1.yml:6 og data/{LETTER}:30. Er indicators/ledighedstal.yml den samme post, så giv den "
            "sit gamle navn igen, eller skriv det nye id alle steder. [ukendt-id]"
        )
    ]


def test_a_renamed_file_is_known_although_its_names_are_nothing_alike_where_no_other_is_unused(found):
    (line,) = (line for line in found(renamed("benchmarks/p1.yml", "benchmarks/foerst.yml")) if "ukendt-id" in line)
    assert "Er benchmarks/foerst.yml den samme post" in line


def test_a_misspelt_id_is_no_renamed_record(found):
    letter = changed(LETTER, ("indicator: ledighed", "indicator: ledighd"))
    benchmark = changed("benchmarks/p1.yml", ("indicator: ledighed", "indicator: ledigheden"))
    lines = [line for line in found({**letter, **benchmark}) if "ukendt-id" in line]
    assert [line.partition("fejl: ")[2] for line in lines] == [
        "»ledigheden« findes ikke. Ingen indikator har det id. Mente du »ledighed«? [ukendt-id]",
        "»ledighd« findes ikke. Ingen indikator har det id. Mente du »ledighed«? [ukendt-id]",
    ]


def test_a_renamed_entry_of_a_list_is_named_in_its_list(found):
    areas = FILES["areas.yml"].replace("id: eksempelby", "id: eksempelby-kommune")
    more = changed(INDICATOR, ("area: eksempelby", "area: eksempelby"))
    other = FILES[INDICATOR].replace("Ledige", "Andre")
    (line,) = (
        line for line in found({"areas.yml": areas, "indicators/andre.yml": other, **more}) if "ukendt-id" in line
    )
    assert "Er »eksempelby-kommune« i areas.yml den samme post, så giv den sit gamle navn igen" in line


def test_a_changed_text_that_much_was_written_for_is_told_once(found):
    goals = {
        f"goals/m{number}.yml": FILES[GOAL]
        .replace("number: 1", f"number: {number}")
        .replace("  - benchmark: p1\n", '  - benchmark: p1\n    seen: "00000000"\n')
        for number in range(1, 7)
    }
    assert found(goals) == [
        (
            "data/goals/m1.yml:14:11: advarsel: »p1« er ændret, siden 6 koblinger og svar sidst blev læst. Læs dem "
            "igen, og kør »pejl confirm m1 m2 m3 m4 m5 m6«. [ses-efter]"
        )
    ]
