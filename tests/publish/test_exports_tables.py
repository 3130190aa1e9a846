import csv
import io
import json

import pandas as pd
import pytest
from sample import FILES, TARGET, TARGETS


@pytest.fixture
def table(asset):
    return lambda path, changes=None: list(csv.DictReader(io.StringIO(asset(path, changes))))


def test_an_indicator_is_one_row_a_figure(table):
    rows = table("data/indikatorer/ledighed.csv")
    assert rows[1] == {
        "period": "2024",
        "start": "2024-01-01",
        "end": "2024-12-31",
        "area": "Eksempelby Kommune",
        "area_id": "eksempelby",
        "group": "",
        "value": "2400",
        "kind": "actual",
        "unit": "personer",
        "calculation": "",
        "note": "",
        "source": "Plan for job 2025",
        "source_id": "plan-2025",
        "section": "2.1 Rammer",
    }
    assert [row["value"] for row in rows] == ["2550", "2400"]


def test_danish_excel_reads_the_same_figures(asset):
    changed = FILES["indicators/ledighed.yml"].replace("unit: personer", "unit: mio. kr.").replace("2550", "-0.125")
    changes = {"indicators/ledighed.yml": changed}
    plain = pd.read_csv(io.StringIO(asset("data/indikatorer/ledighed.csv", changes)))
    danish = io.BytesIO(asset("data/indikatorer/ledighed-excel.csv", changes).encode())
    pd.testing.assert_frame_equal(plain, pd.read_csv(danish, sep=";", decimal=",", encoding="utf-8-sig"))
    assert list(plain["value"]) == [-0.125, 2400]


def test_the_list_of_indicators_leads_to_their_files(table):
    assert table("data/indikatorer.csv") == [
        {
            "indicator": "ledighed",
            "title": "Ledige",
            "definition": "Personer uden job.",
            "unit": "personer",
            "direction": "down",
            "observations": "2",
            "start": "2023-01-01",
            "end": "2024-12-31",
            "breaks": "",
            "original_source": "",
            "source": "Plan for job 2025",
            "source_id": "plan-2025",
            "section": "2.1 Rammer",
            "file": "indikatorer/ledighed.csv",
            "page": "indikatorer/ledighed/",
        }
    ]


def test_the_overview_lists_what_belongs_to_each_benchmark(table):
    none = {"goals": "", "indicators": "", "targets": "", "initiatives": "", "recommendations": ""}
    first = {"benchmark": "p1", "title": "Job først", "points": "ae-2", "unanswered": "", "page": "pejlemaerker/p1/"}
    second = {"benchmark": "p2", "title": "En samlet plan", "points": "ae-1 ae-2", "unanswered": "ae-1"}
    second["page"] = "pejlemaerker/p2/"
    assert table("data/overblik.csv") == [none | first | {"goals": "m1", "indicators": "ledighed"}, none | second]


def test_the_points_carry_their_words_and_their_state(table):
    row = table("data/punkter.csv")[0]
    assert (row["point"], row["state"], row["received"]) == ("ae-1", "uden svar i kilderne", "2025-03-03")
    assert (row["text"], row["heading"]) == ("Hvad betyder planen?", "1. Job først OG 2. En samlet plan")
    assert (row["benchmarks"], row["goals"], row["response"]) == ("p2", "m1", "jobplan-2025/aeldreraadet")


def test_a_point_carries_the_answer_that_holds_now(table):
    answer = ("state_since", "answer", "reason", "decided_by", "before", "after", "reference")
    unanswered, answered = table("data/punkter.csv")
    assert {unanswered[name] for name in answer} == {""}
    assert [answered[name] for name in answer] == [
        "2025-05-01",
        "Planen nævner nu flere job.",
        "Forslaget er godt.",
        "Jobudvalget",
        "Flere job.",
        "Mange flere job.",
        "",
    ]
    assert (unanswered["themes"], unanswered["page"]) == ("job", "hoeringer/jobplan-2025/aeldreraadet/#ae-1")


def test_every_step_of_an_answer_is_a_row(table):
    rows = table("data/svar.csv")
    assert [(row["point"], row["date"], row["state"]) for row in rows] == [
        ("ae-2", "2025-04-01", "under vurdering"),
        ("ae-2", "2025-05-01", "imødekommet"),
    ]
    assert {name: rows[1][name] for name in ("answer", "reason", "decided_by", "before", "after", "reference")} == {
        "answer": "Planen nævner nu flere job.",
        "reason": "Forslaget er godt.",
        "decided_by": "Jobudvalget",
        "before": "Flere job.",
        "after": "Mange flere job.",
        "reference": "",
    }
    assert (rows[0]["answer"], rows[0]["before"]) == ("", "")


def test_every_part_of_a_target_is_a_row(table):
    first, second = table("data/maal.csv", TARGETS)
    shared = ("target", "number", "title", "plan", "year", "department")
    assert [first[name] for name in shared] == ["t1", "1", "Færre ledige", "2025", "2026", "Jobcenter Eksempelby"]
    own = ("part", "target_group", "label", "comparator", "value", "unit", "reference", "offset", "indicator")
    assert [first[name] for name in own] == ["1a", "Unge", "", "at_most", "", "", "landet", "-0.2", "ledighed"]
    assert [second[name] for name in own] == ["1b", "", "Alle", "at_most", "2300", "personer", "", "0", ""]


STANDING = (
    "target_status", "status", "rule", "reason", "status_value", "status_unit", "status_period", "status_kind",
    "threshold", "reference_value", "previous_value", "previous_period", "page",
)  # fmt: skip


def standing(row):
    return tuple(row[name] for name in STANDING)


def figures(*rows):
    """Give the indicator of the sample other figures, all of them of the young."""
    lines = "".join(
        f"  - {{period: '{period}', area: {area}, group: unge, value: {value}, kind: {kind}}}\n"
        for period, area, value, kind in rows
    )
    start, _, end = FILES["indicators/ledighed.yml"].partition("observations:")
    assert end
    return {"indicators/ledighed.yml": f"{start}observations:\n{lines}".replace("unit: personer", "unit: procent")}


def judged(table, *rows, year=2026):
    target = TARGET.replace("indicator: ledighed", "indicator: ledighed\n    group: unge")
    target = target.replace("year: 2026", f"year: {year}")
    first, _ = table("data/maal.csv", TARGETS | {"targets/t1.yml": target} | figures(*rows))
    return standing(first)


def test_a_measured_part_has_every_number_that_its_status_was_made_from(table):
    found = judged(table, ("2025", "eksempelby", 5.1, "actual"), ("2025", "landet", 5.2, "actual"), year=2025)
    status = ("mål ikke nået", "mål ikke nået", "kravet gælder", "")
    assert found == (*status, "5.1", "procent", "2025", "actual", "5", "5.2", "", "", "maal/t1/#1a")


def test_a_part_on_its_way_has_the_figure_that_it_was_compared_with(table):
    rows = [("2024", "eksempelby", 7, "actual"), ("2024", "landet", 5.2, "actual")]
    rows += [("2025", "eksempelby", 6, "actual"), ("2025", "landet", 5.1, "actual")]
    target = "ingen måling"
    assert judged(table, *rows)[:4] == (target, "på vej", "før målåret", "")
    assert judged(table, *rows)[8:12] == ("4.9", "5.1", "7", "2024")


def test_a_part_without_a_measurement_has_the_reason_and_the_newest_figure(table):
    found = judged(table, ("2026", "eksempelby", 5.1, "estimate"))
    status = ("ingen måling", "ingen måling", "ingen måling", "ikke opgjort")
    assert found == (*status, "5.1", "procent", "2026", "estimate", "", "", "", "", "maal/t1/#1a")


def test_a_part_that_nothing_measures_has_the_reason_alone(table):
    _, second = table("data/maal.csv", TARGETS)
    status = ("ingen måling", "ingen måling", "ingen måling", "ingen indikator")
    assert standing(second) == (*status, *[""] * 8, "maal/t1/#1b")


def test_a_new_column_comes_last(asset):
    assert asset("data/maal.csv").splitlines()[0] == (
        "target,part,number,title,plan,year,department,target_group,label,comparator,value,unit,reference,offset,"
        "indicator,group,unmeasured,target_status,status,rule,reason,status_value,status_unit,status_period,"
        "status_kind,threshold,reference_value,previous_value,previous_period,page"
    )
    assert asset("data/punkter.csv").splitlines()[0] == (
        "point,organisation,received,benchmarks,kind,state,summary,text,goals,indicators,targets,initiatives,"
        "recommendations,response,heading,themes,state_since,answer,reason,decided_by,before,after,reference,page,"
        "accepted,not_accepted,remarks,recommendation,meeting,item,answered_with,split_into"
    )
    assert asset("data/indikatorer/ledighed.csv").splitlines()[0] == (
        "period,start,end,area,area_id,group,value,kind,unit,calculation,note,source,source_id,section"
    )


def test_a_link_is_a_row_the_way_it_was_stored(table):
    rows = [tuple(row.values()) for row in table("data/koblinger.csv")]
    assert rows[0] == ("point", "ae-1", "benchmark", "p2", "", "false")
    assert ("point", "ae-1", "goal", "m1", "Målet siger, hvad planen vil.", "false") in rows
    assert len(rows) == len(set(rows)) == 7


def test_a_stale_link_says_so(table):
    changed = FILES["benchmarks/p1.yml"].replace("- indicator: ledighed", "- indicator: ledighed\n    seen: 00000000")
    rows = table("data/koblinger.csv", {"benchmarks/p1.yml": changed})
    assert [row["source_id"] for row in rows if row["stale"] == "true"] == ["p1"]


def test_text_of_the_data_cannot_become_a_formula_in_excel(table, asset):
    changed = FILES["benchmarks/p1.yml"].replace("title: Job først", 'title: "=SUM(A1:A9)"')
    assert table("data/overblik.csv", {"benchmarks/p1.yml": changed})[0]["title"] == "=SUM(A1:A9)"
    assert ";'=SUM(A1:A9);" in asset("data/overblik-excel.csv", {"benchmarks/p1.yml": changed})


def test_the_tenth_benchmark_comes_after_the_second(table):
    tenth = FILES["benchmarks/p1.yml"].replace("number: 1", "number: 10")
    rows = table("data/overblik.csv", {"benchmarks/p10.yml": tenth})
    assert [row["benchmark"] for row in rows] == ["p1", "p2", "p10"]


def test_every_file_has_the_tenth_after_the_second(table, asset):
    added = {
        "benchmarks/p10.yml": FILES["benchmarks/p1.yml"].replace("number: 1", "number: 10"),
        **{
            f"indicators/ledighed-{number}.yml": FILES["indicators/ledighed.yml"].replace("Ledige", f"Tal {number}")
            for number in (10, 9)
        },
    }
    wanted = ["ledighed", "ledighed-9", "ledighed-10"]
    assert [row["indicator"] for row in table("data/indikatorer.csv", added)] == wanted
    assert [one["id"] for one in json.loads(asset("data/indicator.json", added))["records"]] == wanted
    nodes = [one["id"] for one in json.loads(asset("data/links.json", added))["nodes"]]
    assert [name for name in nodes if name in {"p1", "p2", "p10", *wanted}] == ["p1", "p2", "p10", *wanted]
    links = dict.fromkeys(row["source_id"] for row in table("data/koblinger.csv", added))
    assert [name for name in links if name.startswith("p")] == ["p1", "p10"]


def test_a_letters_words_are_the_same_sign_for_sign_in_every_file(table, asset):
    words = "Vi vil:\n\n- *flere* job\n- 2*3*4 timer\n\n1) én plan\n3) =to\n\n| A | B |\n|---|---|\n| 1 |   |"
    letter = "consultations/jobplan-2025/aeldreraadet.yml"
    block = "|-\n" + "\n".join(f"          {line}" if line else "" for line in words.split("\n"))
    changes = {letter: FILES[letter].replace("text: Vi foreslår flere job.", f"text: {block}")}
    for path in ("data/punkter.csv", "data/hvidbog/jobplan-2025.csv"):
        assert [row["text"] for row in table(path, changes) if row["point"] == "ae-2"] == [words]
    points = json.loads(asset("data/point.json", changes))["records"]
    assert [one["text"] for one in points if one["id"] == "ae-2"] == [words]
    assert f';"{words}";' in asset("data/punkter-excel.csv", changes)
