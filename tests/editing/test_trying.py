"""A folder held against every rule as it would become, without touching it."""

from sample import FILES, GOAL, TODAY

from generator.editing.rewriting import Change
from generator.editing.trying import tried, worse

WRONG = FILES[GOAL].replace("benchmark: p1", "benchmark: p9")

OTHER = WRONG.replace("number: 1", "number: 2").replace("Flere i job", "Færre ledige").replace("skal i job", "får job")


def problems(data, change):
    return [str(problem).replace(f"{data.as_posix()}/", "") for problem in tried(data, [change], TODAY)[1]]


def test_a_change_is_tried_on_a_copy(project):
    data = project()
    found = problems(data, Change(data / GOAL, FILES[GOAL], WRONG))
    assert found == [
        "goals/m1.yml:13:16: fejl: »p9« findes ikke. Intet pejlemærke har det id. Vælg mellem: p1, p2. [ukendt-id]"
    ]
    assert (data / GOAL).read_text("utf-8") == FILES[GOAL]


def test_new_files_and_files_that_go_are_tried_as_well(project):
    data = project()
    new = Change(data / "goals/m2.yml", None, OTHER)
    assert [line.split(": ")[0] for line in problems(data, new)] == ["goals/m2.yml:13:16"]
    assert problems(data, Change(data / GOAL, FILES[GOAL], None)) == [
        (
            "consultations/jobplan-2025/aeldreraadet.yml:21:19: fejl: »m1« findes ikke. Intet mål har det id. "
            "Opret det i goals. [ukendt-id]"
        )
    ]


def test_only_what_a_change_breaks_is_held_against_it(project):
    data = project({"goals/m2.yml": OTHER})
    before = tried(data, [], TODAY)[1]
    assert len(before) == 1
    moved = tried(data, [Change(data / "goals/m2.yml", OTHER, "# note\n" + OTHER)], TODAY)[1]
    assert worse(before, moved) == []
    more = tried(data, [Change(data / GOAL, FILES[GOAL], WRONG)], TODAY)[1]
    assert [problem.location.path for problem in worse(before, more)] == [(data / GOAL).as_posix()]
