"""What the rules in `targets` must let pass, and what they must catch beside the plain case in `bad/`."""

import pytest

TARGET = """\
title: Flere i job
number: "1"
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
