from sample import FILES, TODAY

from generator.checking import check


def test_what_keeps_a_file_from_loading_and_what_breaks_a_rule_are_found_together(project):
    point = FILES["benchmarks/p1.yml"].replace("- indicator: ledighed", "- indicator: ledighet")
    loaded, found = check(project({"benchmarks/p1.yml": point, "ukendt/x.yml": "flag: 1\n"}), TODAY)
    rules = {problem.rule for problem in found}
    assert {"ukendt-id", "ukendt-mappe"} <= rules
    assert loaded.problems == [problem for problem in found if problem.rule != "ukendt-id"]


def test_good_data_has_no_problems(project):
    loaded, found = check(project(), TODAY)
    assert (found, loaded.plan is not None) == ([], True)
