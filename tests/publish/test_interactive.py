import json
import re

import pytest
from sample import FILES, TODAY

from generator import site
from generator.publish.assets import LIBRARY, library_path


@pytest.fixture
def assets(project):
    def build(changes=None):
        return {asset.path: asset.data for asset in site.build(project(changes), TODAY).assets}

    return build


def test_each_chart_has_its_figure_as_a_file(assets):
    files = assets()
    figures = [path for path in files if path.startswith("assets/diagrammer/")]
    assert [re.sub("[0-9a-f]{10}", "…", path) for path in figures] == ["assets/diagrammer/ledighed.….json"]
    figure = json.loads(files[figures[0]])
    assert figure["layout"]["title"] == {"text": "Ledige"}
    assert figure["layout"]["separators"] == ",."


def test_without_charts_there_is_nothing_to_load(assets):
    without = FILES["indicators/ledighed.yml"] + "chart:\n  form: none\n"
    found = assets({"indicators/ledighed.yml": without})
    assert [path for path in found if re.search("diagrammer|plotly|chart[.]", path)] == []


def test_a_page_asks_for_the_figure_by_its_name(project):
    built = site.build(project(), TODAY)
    asked = re.findall(r'data-src="\.\./\.\./(assets/diagrammer/.+?)"', built.outline["indikatorer/ledighed.md"].body)
    assert asked == [path for path in built.files["interactive"] if path.startswith("assets/diagrammer/")]


def test_the_library_is_the_installed_one_byte_for_byte(assets):
    assert assets()[library_path()] == LIBRARY.read_bytes()
