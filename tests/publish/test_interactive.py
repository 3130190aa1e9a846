import json

import pytest
from sample import FILES, TODAY

from generator import site
from generator.publish.interactive import LIBRARY


@pytest.fixture
def assets(project):
    def build(changes=None):
        return {asset.path: asset.content for asset in site.build(project(changes), TODAY).assets}

    return build


def test_each_chart_has_its_figure_as_a_file(assets):
    figure = json.loads(assets()["assets/diagrammer/ledighed.json"])
    assert figure["layout"]["title"] == {"text": "Ledige"}
    assert figure["layout"]["separators"] == ",."


def test_without_charts_there_is_nothing_to_load(assets):
    without = FILES["indicators/ledighed.yml"] + "chart:\n  form: none\n"
    found = assets({"indicators/ledighed.yml": without})
    assert [path for path in found if path.startswith("assets/diagrammer/") or "plotly" in path] == []


def test_the_library_is_the_installed_one_byte_for_byte(assets):
    assert assets()["assets/plotly.min.js"].encode() == LIBRARY.read_bytes()
