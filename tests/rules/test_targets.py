"""What the rules in `targets` must let pass, and what they must catch beside the plain case in `bad/`."""

import pytest
from sample import OPEN_TARGET, PLAN, UNMEASURED


@pytest.fixture
def asked(found):
    """Give the problems of a target whose only part has the given fields."""

    def problems(**fields):
        part = "".join(f"    {name}: {value}\n" for name, value in fields.items())
        return found({"plans/2025.yml": PLAN, "targets/t1.yml": OPEN_TARGET + part + UNMEASURED})

    return problems


@pytest.mark.parametrize(
    "fields",
    [
        {"label": "Kun ord"},
        {"comparator": "at_least", "reference": "landet"},
        {"comparator": "below", "unit": "procentpoint", "reference": "landet", "offset": -2},
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
