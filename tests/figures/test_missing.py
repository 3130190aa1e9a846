import pytest
from sample import FILES, INDICATOR, TODAY

from generator.site import build

START = FILES[INDICATOR][: FILES[INDICATOR].index("observations:")]


def indicator(*periods, extra=""):
    rows = "".join(
        f"  - period: {period}\n    area: eksempelby\n    value: {10 + n}\n    kind: actual\n"
        for n, period in enumerate(periods)
    )
    return {INDICATOR: f"{START}observations:\n{rows}{extra}"}


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        (["2013", "2014", "2015", "2019"], "2016 til 2018"),
        (["2015", "2019"], "2016 til 2018"),
        (["2015", "2017", "2018"], "2016"),
        (["2012", "2014", "2016"], None),
        (["2022", "2023", "2024"], None),
        (["2023-K3", "2023-K4", "2024-K3"], "1. kvartal 2024 til 2. kvartal 2024"),
        (["2023-11", "2023-12", "2024-03"], "januar 2024 til februar 2024"),
        (["2020-ultimo", "2021-ultimo", "2023-ultimo"], "ultimo 2022"),
        (["2023-05-31", "2024-05-31"], None),
        (["2020", "2021", "2023", "2024", "2025-K1"], None),
    ],
)
def test_what_is_missing_is_said_and_no_line_is_drawn_over_it(project, periods, said):
    site = build(project(indicator(*periods)), TODAY)
    body = site.outline["indikatorer/ledighed.md"].body
    if said is None:
        assert "Der er ingen tal for" not in body
    else:
        assert f'<p class="meta">Der er ingen tal for {said}.</p>' in body
