import csv
import io

import pytest

from generator.publish.exports.columns import STANDING


@pytest.fixture(scope="module")
def standing(town_site):
    """Say how a sub-target of the frozen plan stands: every column that is not empty."""
    (content,) = (asset.content for asset in town_site.assets if asset.path == "data/maal.csv")
    rows = {row["part"]: row for row in csv.DictReader(io.StringIO(content))}
    names = [column.name for column in STANDING]
    return lambda part: {name: rows[part][name] for name in names if rows[part][name]}


def test_a_target_that_is_reached_has_the_figure_that_decided_it(standing):
    assert standing("t2024-1-a") == {
        "status": "mål nået",
        "rule": "kravet gælder",
        "status_value": "72.1",
        "status_unit": "procent",
        "status_period": "2024",
        "status_kind": "actual",
        "threshold": "72",
    }


def test_a_target_against_another_area_has_that_areas_figure_too(standing):
    found = standing("t2024-2-a")
    assert (found["status"], found["status_value"]) == ("mål ikke nået", "58")
    assert (found["threshold"], found["reference_value"]) == ("59.5", "55.5")


def test_a_target_on_its_way_has_the_figure_before(standing):
    found = standing("t2024-10-a")
    assert (found["status"], found["rule"]) == ("på vej", "før målåret")
    assert (found["status_value"], found["previous_value"], found["previous_period"]) == ("70", "61", "2022")


def test_a_target_that_nothing_measures_has_a_reason_and_no_figure(standing):
    assert standing("t2024-1-c") == {"status": "ingen måling", "rule": "ingen måling", "reason": "ingen indikator"}
