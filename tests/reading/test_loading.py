import os
import stat

import pytest
from conftest import problem_lines
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import FILES

from generator.model import (
    Area,
    Benchmark,
    Consultation,
    Department,
    Document,
    Goal,
    Indicator,
    Organisation,
    Response,
    TargetGroup,
    Term,
    Theme,
)
from generator.reading.loading import load

LETTER = "consultations/jobplan-2025/aeldreraadet.yml"
INDICATOR = "indicators/ledighed.yml"


def test_every_type_of_record_is_read(project):
    plan = load(project()).plan
    assert plan.site.municipality == "Eksempelby Kommune"
    assert list(plan.of(Benchmark)) == ["p1", "p2"]
    assert list(plan.of(Document)) == ["brev-2025", "plan-2025"]
    assert list(plan.of(Area)) == ["eksempelby", "landet"]
    assert [
        len(each) for each in (plan.of(Organisation), plan.of(Goal), plan.of(Indicator), plan.of(Consultation))
    ] == [1, 1, 1, 1]
    assert [len(plan.of(model)) for model in (Department, TargetGroup, Term, Theme)] == [
        1,
        1,
        1,
        1,
    ]


def test_a_letter_gets_its_id_from_its_folder_and_name(project):
    (letter,) = load(project()).plan.of(Response).values()
    assert (letter.id, letter.consultation, letter.organisation) == (
        "jobplan-2025/aeldreraadet",
        "jobplan-2025",
        "aeldreraadet",
    )


def test_a_section_number_keeps_its_last_nought(project):
    change = FILES["goals/m1.yml"].replace("2.10 Mål", "2.10")
    assert load(project({"goals/m1.yml": change})).plan.of(Goal)["m1"].years[0].source.section == "2.10"


def test_records_know_where_they_stand(project):
    loaded = load(project())
    letter = loaded.of(Response)["jobplan-2025/aeldreraadet"]
    second = loaded.origin(letter.sections[0].points[1])
    assert second.locate("kind").line == 26
    assert second.locate_key("kind").column == 9
    area = loaded.plan.of(Area)["landet"]
    assert loaded.origin(area).written("title") == "Hele landet"
    assert loaded.origin(area).locate("title").line == 6
    assert loaded.origin(loaded.site).locate().line == 1


def test_a_record_that_cannot_be_read_brings_no_other_down(project):
    loaded = load(project({"goals/m1.yml": "kind: [", "site.yml": "title: x\n"}))
    assert loaded.plan is None
    assert loaded.site is None
    assert loaded.of(Goal) == {}
    assert list(loaded.of(Benchmark)) == ["p1", "p2"]
    assert ("goal", "m1") in loaded.unread


def test_what_points_at_a_record_that_cannot_be_read_is_not_blamed(found):
    broken = {"sources/plan-2025.yml": "title: Plan\n", "areas.yml": "- id: eksempelby\n", INDICATOR: "'"}
    assert {line.split(":")[0] for line in found(broken)} == {f"data/{name}" for name in broken}


def test_a_folder_that_is_not_there(tmp_path):
    assert problem_lines(tmp_path / "data") == [
        "data:1:1: fejl: Mappen findes ikke. Angiv datamappen med --data. [mappe]"
    ]


def test_an_empty_folder_lacks_what_every_site_needs(tmp_path):
    (tmp_path / "data").mkdir()
    assert problem_lines(tmp_path / "data") == [
        (
            "data/areas.yml:1:1: fejl: Filen mangler. Den nævner de områder, tallene gælder, "
            "og hvilket af dem siden handler om. Opret den. [manglende-fil]"
        ),
        (
            "data/site.yml:1:1: fejl: Filen mangler. Den fortæller, hvad siden hedder, og hvem der står bag. "
            "Opret den. [manglende-fil]"
        ),
    ]


def test_hidden_files_are_left_alone(found):
    assert (
        found({".DS_Store": b"\x00", "goals/.m1.yml.swp": b"\xff", "goals/._m1.yml": b"\x00", ".git/x.yml": ""}) == []
    )


def test_a_folder_called_like_a_file_is_said_to_be_one(found):
    why = "Filen kan ikke læses. Det er en mappe. Læg en almindelig fil her, eller slet den. [fil]"
    assert found({"goals/m2.yml/x.yml": "a: 1\n", "glossary.yml": None, "glossary.yml/x.yml": "a: 1\n"}) == [
        f"data/glossary.yml:1:1: fejl: {why}",
        "data/glossary.yml/x.yml:1:1: fejl: Mappen »glossary.yml« kendes ikke. Vælg mellem: "
        + ", ".join(
            sorted(["benchmarks", "consultations", "decisions", "goals", "indicators", "initiatives", "organisations"])
        )
        + ", plans, recommendations, sources, targets. [ukendt-mappe]",
        f"data/goals/m2.yml:1:1: fejl: {why}",
        "data/goals/m2.yml/x.yml:1:1: fejl: Filen ligger for dybt. Flyt den op i mappen goals. [ukendt-mappe]",
    ]


def test_links_that_lead_round_in_rings_are_no_trap(project):
    data = project()
    (data / "goals" / "m2.yml").symlink_to("m2.yml")
    (data / "goals" / "igen").symlink_to(data)
    assert [line for line in problem_lines(data) if "[fil]" in line] == [
        (
            "data/goals/m2.yml:1:1: fejl: Filen kan ikke læses. Den er en genvej til sig selv. "
            "Læg en almindelig fil her, eller slet den. [fil]"
        )
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_access_is_said_to_be_so(project):
    data = project()
    (data / "goals" / "m1.yml").chmod(stat.S_IWUSR)
    assert problem_lines(data)[0] == (
        "data/goals/m1.yml:1:1: fejl: Filen kan ikke læses. Der mangler adgang til den. "
        "Læg en almindelig fil her, eller slet den. [fil]"
    )


@pytest.mark.parametrize(
    ("name", "wanted"), [("P1.yml", "p1"), ("p 1.yml", "p-1"), ("på-vej.yml", "paa-vej"), ("!.yml", "id-1")]
)
def test_a_name_that_is_no_id_is_answered_with_one(found, name, wanted):
    quoted = name.removesuffix(".yml")
    assert found({f"goals/{name}": FILES["goals/m1.yml"]}) == [
        (
            f"data/goals/{name}:1:1: fejl: »{quoted}« kan ikke være et id. "
            f"Kald filen eller mappen for eksempel »{wanted}«. [filnavn]"
        )
    ]


def test_names_that_differ_only_in_capitals_are_the_same_id(found):
    assert found({"benchmarks/P1.yml": FILES["benchmarks/p1.yml"]}) == [
        (
            "data/benchmarks/P1.yml:1:1: fejl: »P1« kan ikke være et id, og »p1« er optaget. "
            "Giv posten et andet id, eller slet filen. [filnavn]"
        )
    ]


def test_a_folder_whose_name_is_no_id_is_named_in_each_of_its_files(found):
    assert found({"consultations/Ny/consultation.yml": FILES["consultations/jobplan-2025/consultation.yml"]}) == [
        (
            "data/consultations/Ny/consultation.yml:1:1: fejl: »Ny« kan ikke være et id. "
            "Kald filen eller mappen for eksempel »ny«. [filnavn]"
        )
    ]


def test_names_that_cannot_be_printed_are_still_named(project):
    data = project()
    (data / os.fsdecode(b"\xff\n.yml")).write_text("a: 1\n")
    assert problem_lines(data)[0].startswith("data/??.yml:1:1: fejl: Filen kendes ikke. ")


def test_keys_that_are_numbers_are_unknown_fields(found):
    assert found({INDICATOR: FILES[INDICATOR].replace("    kind: actual\n", "    kind: actual\n    7: x\n", 1)}) == [
        (
            "data/indicators/ledighed.yml:14:5: fejl: Feltet »7« kendes ikke. Vælg mellem: "
            "area, calculation, group, kind, note, period, revised, source, value. [ukendt-felt]"
        )
    ]


def test_deep_places_have_positions_of_their_own(found):
    change = FILES[LETTER].replace("              section: 5 Høring", "              afsnit: 5 Høring", 1)
    assert found({LETTER: change}) == [
        f"data/{LETTER}:37:15: fejl: Feltet »afsnit« kendes ikke. Mente du »section«? [ukendt-felt]"
    ]


def test_every_mistake_is_reported_in_one_run(found):
    change = FILES[INDICATOR].replace("2550", "72,3").replace("personer", "person").replace("down", "ned")
    assert [line.rsplit("[")[-1] for line in found({INDICATOR: change})] == ["ukendt-værdi]", "ukendt-værdi]", "tal]"]


@pytest.mark.parametrize("value", ["true", "1", "[]", "{}", "- 1", "2025-01-01"])
@pytest.mark.parametrize("field", ["title", "unit", "observations", "source", "chart", "breaks"])
def test_a_value_of_another_kind_is_a_problem_and_not_a_crash(found, field, value):
    rest = "".join(f"{line}\n" for line in FILES[INDICATOR].split("\n") if line.startswith(("summary", "defin", "dir")))
    shape = f"\n  {value}" if value.startswith("- ") else f" {value}"
    assert found({INDICATOR: f"{field}:{shape}\n{rest}"})


class Damage:
    """Ways to spoil a file, as an unlucky editor, merge or disk would."""

    @staticmethod
    def delete(raw, at, length):
        return raw[:at] + raw[at + length :]

    @staticmethod
    def repeat(raw, at, length):
        return raw[: at + length] + raw[at:]

    @staticmethod
    def truncate(raw, at, _):
        return raw[:at]

    @staticmethod
    def replace(raw, at, length):
        return raw[:at] + (b"\t:-[]{}&*!|>'\"%@\xff\x00 \n0.,#?~" * 2)[length : length + 3] + raw[at + 1 :]

    @staticmethod
    def indent(raw, at, length):
        start = raw.rfind(b"\n", 0, at) + 1
        return raw[:start] + b" " * (length % 5) + raw[start:]

    @staticmethod
    def drop_line(raw, at, _):
        start, end = raw.rfind(b"\n", 0, at) + 1, raw.find(b"\n", at)
        return raw[:start] + raw[end + 1 :]

    @staticmethod
    def swap_value(raw, at, length):
        end = raw.find(b"\n", at)
        colon = raw.rfind(b": ", 0, end)
        values = [b"true", b"[]", b"{}", b"1e400", b"null", b"-1.5", b"[[1]]", b"{a: {b: c}}", b"9" * 30, b"'", b"p1"]
        return raw[: colon + 2] + values[length % len(values)] + raw[end:]


WAYS = [way.__func__ for name, way in vars(Damage).items() if isinstance(way, staticmethod)]


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory):
    data = tmp_path_factory.mktemp("spoilt") / "data"
    for name, content in FILES.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return data


@settings(max_examples=800, derandomize=True)
@given(
    name=st.sampled_from(sorted(FILES)),
    harms=st.lists(st.tuples(st.sampled_from(WAYS), st.floats(0, 1), st.integers(1, 40)), min_size=1, max_size=3),
)
def test_no_damage_makes_the_check_fail_or_point_outside_the_file(spoilt, name, harms):
    path, raw = spoilt / name, FILES[name].encode()
    for way, where, length in harms:
        raw = way(raw, int(where * max(len(raw) - 1, 0)), length)
    path.write_bytes(raw)
    try:
        for line in problem_lines(spoilt):
            place, row, column = line.split(" ", 1)[0].split(":")[:3]
            rows = (spoilt.parent / place).read_bytes().decode("utf-8", "replace").split("\n")
            assert 1 <= int(row) <= len(rows)
            assert 1 <= int(column) <= len(rows[int(row) - 1]) + 1
    finally:
        path.write_text(FILES[name], "utf-8")


def test_a_misspelt_field_is_not_missed_as_well(found):
    change = FILES[INDICATOR].replace("direction:", "dirction:").replace("unit:", "enhed:")
    assert found({INDICATOR: change}) == [
        f"data/{INDICATOR}:4:1: fejl: Feltet »enhed« kendes ikke. Mente du »unit«? [ukendt-felt]",
        f"data/{INDICATOR}:5:1: fejl: Feltet »dirction« kendes ikke. Mente du »direction«? [ukendt-felt]",
    ]


def test_fields_that_follow_from_the_name_of_the_file_are_not_suggested(found):
    assert found({"goals/m1.yml": FILES["goals/m1.yml"] + "xyz: 1\n"}) == [
        (
            "data/goals/m1.yml:15:1: fejl: Feltet »xyz« kendes ikke. "
            "Vælg mellem: corrections, kind, links, number, summary, themes, title, years. [ukendt-felt]"
        )
    ]


@pytest.mark.parametrize(
    ("name", "place"), [("m1.yaml", "goals/m1.yaml"), ("m1.yml.txt", "goals/m1.yml.txt"), ("M1.yml", "goals/M1.yml")]
)
def test_what_points_at_a_misnamed_file_is_not_blamed(found, name, place):
    lines = found({"goals/m1.yml": None, place: FILES["goals/m1.yml"]})
    assert [line.rsplit("[")[-1] for line in lines] == ["filnavn]"]
    assert lines[0].startswith(f"data/goals/{name}:1:1: ")


def test_what_points_at_a_file_in_a_wrong_folder_is_not_blamed(found):
    assert found({"goals/m1.yml": None, "maal/m1.yml": FILES["goals/m1.yml"], "maal/m2.yml": "x"}) == [
        (
            "data/maal/m1.yml:1:1: fejl: Mappen »maal« kendes ikke. Vælg mellem: benchmarks, consultations, decisions, "
            "goals, indicators, initiatives, organisations, plans, recommendations, sources, targets. [ukendt-mappe]"
        )
    ]


def test_a_record_in_the_folder_of_another_type_is_sent_home(found):
    assert found({"goals/m1.yml": None, "benchmarks/m1.yml": FILES["goals/m1.yml"]}) == [
        "data/benchmarks/m1.yml:1:1: fejl: Filen ligner et mål. Flyt den til mappen goals. [ukendt-mappe]"
    ]


def test_a_consultation_by_another_name_is_told_its_own(found):
    folder = "consultations/jobplan-2025"
    change = {f"{folder}/consultation.yml": None, f"{folder}/ungeraadet.yml": FILES[f"{folder}/consultation.yml"]}
    assert found(change) == [
        (
            f"data/{folder}/consultation.yml:1:1: fejl: Filen mangler. "
            "Den beskriver den høring, som mappens svar hører til. Opret den. [manglende-fil]"
        ),
        (f"data/{folder}/ungeraadet.yml:1:1: fejl: Filen ligner en høring. Kald den consultation.yml. [ukendt-mappe]"),
    ]


def test_a_consultation_whose_folder_is_misnamed_is_said_once(found):
    files = {name: text for name, text in FILES.items() if name.startswith("consultations/")}
    moved = {name.replace("jobplan-2025", "Jobplan 2025"): text for name, text in files.items()}
    assert found(dict.fromkeys(files) | moved) == [
        (
            "data/consultations/Jobplan 2025/consultation.yml:1:1: fejl: »Jobplan 2025« kan ikke være et id. "
            "Kald filen eller mappen for eksempel »jobplan-2025«. [filnavn]"
        )
    ]


def test_a_folder_without_access_is_said_to_be_so(project, monkeypatch):
    data = project()
    monkeypatch.setattr(os, "listdir", _refuse(data / "goals", os.listdir))
    monkeypatch.setattr(os, "scandir", _refuse(data / "goals", os.scandir))
    assert problem_lines(data) == [
        (
            "data/goals:1:1: fejl: Mappen kan ikke læses. Der mangler adgang til den. "
            "Spørg den, der passer kodelageret. [fil]"
        )
    ]


def _refuse(folder, otherwise):
    def look(path):
        if os.fspath(path) == os.fspath(folder):
            raise PermissionError
        return otherwise(path)

    return look


def test_an_id_is_not_too_long_for_a_file_name(found):
    name = "x" * 81
    assert found({f"organisations/{name}.yml": FILES["organisations/aeldreraadet.yml"]}) == [
        (f"data/organisations/{name}.yml:1:1: fejl: »{'x' * 39}…« kan ikke være et id. Brug højst 80 tegn. [filnavn]")
    ]
    assert found({"themes.yml": FILES["themes.yml"].replace("id: job", f"id: {name}")})[-1] == (
        f"data/themes.yml:1:7: fejl: »{'x' * 39}…« passer ikke i »id«. Skriv højst 80 tegn. [type]"
    )
