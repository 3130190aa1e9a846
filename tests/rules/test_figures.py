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
                ("value: 2550", "value: 16"),
                ("value: 2400", f"value: {value}"),
            )
        )
        == []
    )


UNBOUNDED = ("direction: down", "direction: down\nunbounded: Tallene er en vækst.")


@pytest.mark.parametrize(("unit", "value"), [("procent", "140"), ("procent", "-3.5"), ("personer", "-40")])
def test_an_indicator_of_changes_says_why_its_figures_can_lie_outside(found, unit, value):
    change = [("unit: personer", f"unit: {unit}"), ("value: 2550", "value: 50"), ("value: 2400", f"value: {value}")]
    assert found(changed(INDICATOR, UNBOUNDED, *change)) == []


def test_a_note_at_a_figure_explains_no_impossible_percentage(found):
    change = changed(
        INDICATOR,
        ("unit: personer", "unit: procent"),
        ("value: 2550", "value: 82.5"),
        ("value: 2400\n    kind: actual", "value: 824\n    kind: actual\n    note: Tallet er fra planen."),
    )
    assert found(change) == [
        (
            f"data/{INDICATOR}:16:12: fejl: 824 procent ligger ikke mellem 0 og 100. Ret tallet. Kan tallene det, "
            "fordi de viser en ændring, så skriv hvorfor i »unbounded«. [procent]"
        )
    ]


@pytest.mark.parametrize(
    ("unit", "shown"),
    [("fuldtidspersoner", "−310 fuldtidspersoner"), ("antal", "−310"), ("personer", "−310 personer")],
)
def test_nobody_counts_fewer_than_none(found, unit, shown):
    change = [("unit: personer", f"unit: {unit}"), ("value: 2400", "value: -310")]
    assert found(changed(INDICATOR, *change)) == [
        (
            f"data/{INDICATOR}:16:12: fejl: {shown} kan ikke tælles op. Ret tallet. Er tallene en ændring, så skriv "
            "hvorfor i »unbounded«. [negativt-tal]"
        )
    ]


def test_no_reason_makes_a_place_before_the_first(found):
    change = [("unit: personer", "unit: placering"), ("value: 2550", "value: 3"), ("value: 2400", "value: 0")]
    assert found(changed(INDICATOR, UNBOUNDED, *change)) == [
        f"data/{INDICATOR}:17:12: fejl: En placering nr. 0 findes ikke. Ret tallet. [negativt-tal]"
    ]


LEAP = "Se efter, om tal og enhed er rigtige. Er de det, så skriv hvorfor i »note«. [spring]"


def test_a_figure_ten_times_the_one_before_is_doubted(found):
    assert found(changed(INDICATOR, ("value: 2400", "value: 25500"))) == [
        f"data/{INDICATOR}:16:12: advarsel: Et spring fra 2.550 personer til 25.500 personer: {LEAP}"
    ]


@pytest.mark.parametrize(
    "change",
    [
        ("value: 2400", "value: 25499"),
        ("value: 2400\n    kind: actual", "value: 25500\n    kind: actual\n    note: To kommuner blev til én."),
        ("value: 2400", "group: Unge\n    value: 240"),
    ],
)
def test_less_than_ten_times_as_much_or_a_note_or_another_group_is_no_leap(found, change):
    assert found(changed(INDICATOR, change)) == []


def test_figures_leap_from_one_period_to_the_next_however_they_stand_in_the_file(found):
    more = "  - {period: 2022, area: eksempelby, value: 2.4, kind: actual}\n"
    change = [("unit: personer", "unit: mio. kr."), ("value: 2550", "value: 61"), ("value: 2400", "value: 70")]
    assert found({INDICATOR: changed(INDICATOR, *change)[INDICATOR] + more}) == [
        f"data/{INDICATOR}:12:12: advarsel: Et spring fra 2,4 mio. kr. til 61 mio. kr.: {LEAP}"
    ]


def test_small_figures_may_grow_tenfold(found):
    assert found(changed(INDICATOR, ("value: 2550", "value: 2"), ("value: 2400", "value: 49"))) == []


def test_a_changed_unit_asks_for_the_words_to_be_read_again(found):
    read = changed(INDICATOR, ("observations:", 'seen: "06b97c33"\nobservations:'))
    assert found(read) == []
    read[INDICATOR] = read[INDICATOR].replace("unit: personer", "unit: antal")
    (line,) = found(read)
    assert line.startswith(f"data/{INDICATOR}:9:7: advarsel: Tallene eller enheden er ændret, siden ordene om dem")


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
