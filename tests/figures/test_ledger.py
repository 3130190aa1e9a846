import pytest
from charting import AREAS, indicator, ledger

from generator.figures import comparing, telling
from generator.figures.ledger import Ledger

ROWS = [("2020", "byen", 1, "actual", "mænd"), ("2020", "byen", 2, "actual", "kvinder"), ("2020", "byen", 3)]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        (["kvinder"], [2]),
        (["mænd", "kvinder"], [1, 2]),
        (["børn", "mænd"], [1]),
        (["børn"], [3, 1, 2]),
        ([], [3, 1, 2]),
    ],
)
def test_shown_are_the_groups_that_the_chart_names(groups: list[str], expected: list[float]):
    found = ledger(*ROWS, chart={"groups": groups})
    assert [figure.value for figure in found.shown.figures] == expected
    assert (found.shown is found) == (len(expected) == len(ROWS))


def test_every_figure_is_written_with_the_decimals_that_one_of_them_needs():
    assert ledger(("2019", "byen", 1), ("2020", "byen", 2.25), ("2021", "byen", 3.5)).decimals == 2
    assert ledger(*ROWS, ("2019", "byen", 0.125)).decimals == 3


def test_the_subject_is_the_home_area_or_else_the_first():
    rows = [("2020", "landet", 1), ("2020", "naboen", 2, "actual", "a"), ("2020", "naboen", 3, "actual", "b")]
    assert [[one.value for one in series.figures] for series in ledger(*rows).subject] == [[1]]
    assert [[one.value for one in series.figures] for series in ledger(*rows[1:]).subject] == [[2], [3]]
    assert [[one.value for one in series.figures] for series in ledger(*rows, ("2019", "byen", 4)).subject] == [[4]]


def test_newest_is_the_last_counted_figure_of_the_home_area():
    rows = [("2019", "byen", 72), ("2020", "byen", 72.3), ("2021", "byen", 73, "forecast"), ("2022", "landet", 9)]
    found = ledger(*rows).newest
    assert (found.text, found.period.code, found.area, found.kind) == ("72,3 %", "2020", "Byen", "actual")


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [(["estimate", "forecast"], ("2019", "estimate")), (["forecast", "forecast"], ("2020", "forecast"))],
)
def test_newest_says_when_it_is_not_counted(kinds: list[str], expected: tuple[str, str]):
    found = ledger(("2019", "byen", 1, kinds[0]), ("2020", "byen", 2, kinds[1])).newest
    assert (found.period.code, found.kind) == expected


def test_newest_is_the_whole_before_its_groups():
    assert ledger(("2021", "byen", 1, "actual", "mænd"), ("2020", "byen", 2)).newest.value == 2


def test_newest_is_the_first_areas_where_the_home_area_has_no_figures():
    assert ledger(("2020", "naboen", 1), ("2019", "landet", 2)).newest.area == "Hele landet"


def test_newest_has_the_decimals_of_all_figures_and_what_is_said_those_of_the_chart():
    found = ledger(("2020", "byen", 1, "actual", "a"), ("2020", "byen", 2.5, "actual", "b"), chart={"groups": ["a"]})
    assert (found.newest.text, found.facts.stories[0].newest.text) == ("1,0 %", "1 %")


def test_an_empty_ledger_says_nothing():
    found = Ledger(indicator(("2020", "byen", 1)), ())
    assert (found.newest, found.changes, found.series, found.subject, found.compared) == (None, (), (), (), ())
    assert (found.facts.stories, found.facts.others, found.facts.ranking, found.facts.total) == ((), (), (), None)


def test_everything_is_worked_out_once(monkeypatch):
    counts: dict[str, int] = {}

    def count(module: object, name: str):
        work = getattr(module, name)

        def counted(*arguments: object):
            counts[name] = counts.get(name, 0) + 1
            return work(*arguments)

        monkeypatch.setattr(module, name, counted)

    for module, name in ((comparing, "in_series"), (comparing, "side_by_side"), (telling, "story")):
        count(module, name)
    one = Ledger.of(indicator(*ROWS), AREAS)
    for _ in range(3):
        assert all(getattr(one, name) is not None for name in ("series", "subject", "compared", "newest", "changes"))
    assert counts == {"in_series": 1, "side_by_side": 1, "story": 3}
