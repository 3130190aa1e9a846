"""What the rules in `figures` must let pass, and what they must catch beside the plain case in `bad/`."""

import pytest
from sample import FILES, INDICATOR, changed


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
        ("value: 2400\n    kind: actual", "value: 140\n    kind: actual\n    note: Væksten siden 2023."),
    )
    assert found(change) == []


def test_a_count_with_thousands_point_and_no_decimals_is_caught(found):
    assert found(changed(INDICATOR, ("value: 2550", "value: 2.000"))) == [
        (
            f"data/{INDICATOR}:12:12: fejl: »2.000« læses som 2, men personer tælles i hele tal. "
            "Skriv 2000 uden punktum. [helt-tal]"
        )
    ]


@pytest.mark.parametrize(("day", "is_over"), [("2026-01-14", True), ("2026-01-15", True), ("2026-01-16", False)])
def test_a_day_can_be_counted_from_its_own_evening_on(found, day, is_over):
    lines = found(changed(INDICATOR, ("period: 2024", f"period: {day}")))
    assert [line.rpartition(" ")[2] for line in lines] == ([] if is_over else ["[fremtidigt-tal]"])
