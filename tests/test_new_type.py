"""A new type of record is written in five files, and everything that follows from a type is there."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sample import FILES, TODAY

import generator

MODEL = '''
"""Agreements between the municipality and others."""

from typing import ClassVar

from pydantic import Field

from generator.model.fields import Text, ThemeId
from generator.model.parts import DeliveryEntry, Linking, Record, SourceRef


class Agreement(Linking, Record):
    """Something that was agreed."""

    type: ClassVar = "agreement"
    place: ClassVar = "agreements"
    section: ClassVar = "aftaler"
    noun: ClassVar = "en aftale"
    label: ClassVar = "Aftale"
    plural: ClassVar = "Aftaler"
    dated: ClassVar = {"history": "delivery"}

    summary: Text = Field(title="Kort fortalt")
    themes: list[ThemeId] = Field([], title="Emner")
    history: list[DeliveryEntry] = Field([], title="Gennemførelse")
    source: SourceRef = Field(title="Kilde")
'''
HEAD = """
{% import "macros.html.j2" as m %}
{% set title = record.title if record else heading %}
{% set description = title %}
{% set kind = "Aftale" %}
{% set crumbs = [] %}
<h1>{{ title }}</h1>
"""
PAGE = HEAD + '{{ m.editorial(graph.editorial(("agreement", record.id))) }}\n'
LIST = HEAD + "{% for each in plan.agreements.values() %}{{ m.link(each) }}{% endfor %}\n"
RECORD = """\
title: Aftale om praktik
summary: Tre firmaer giver praktik til unge.
themes:
  - job
links:
  - indicator: ledighed
    why: Praktik kan give færre ledige.
history:
  - date: 2025-09-01
    status: i gang
    source:
      document: plan-2025
      section: 6 Aftaler
source:
  document: plan-2025
  section: 6 Aftaler
"""
LINKED = FILES["goals/m1.yml"] + "  - agreement: praktik\n    why: Aftalen fører målet ud i livet.\n"
FIELD = '    agreement: Annotated[Id, Ref("agreement")] | None = Field(None, title="Aftale")\n'

SCRIPT = """
import datetime, json, sys
from pathlib import Path
from generator import site
from generator.editing import schema
from generator.publish import navigation

built = site.build(Path("data"), datetime.date.fromisoformat(sys.argv[1]))
print(json.dumps({
    "problems": [str(problem) for problem in built.problems],
    "pages": {page.path: page.body for page in built.pages},
    "files": {asset.path: asset.content for asset in built.assets if asset.path.startswith("data/")},
    "schemas": list(schema.schemas()),
    "navigation": navigation.rest(built.plan),
}))
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A copy of the generator with one more type, and the pages and files that it makes of a plan with one such."""
    root = tmp_path_factory.mktemp("new-type")
    shutil.copytree(Path(generator.__file__).parent, root / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    changed = {
        "model/agreements.py": lambda _: MODEL.strip() + "\n",
        "model/parts.py": lambda text: text.replace("    why: Text =", f"{FIELD}    why: Text =", 1),
        "model/plan.py": lambda text: text.replace(
            "from generator.model.benchmarks",
            "from generator.model.agreements import Agreement\nfrom generator.model.benchmarks",
        ).replace("    Theme,\n    YearPlan,", "    Agreement,\n    Theme,\n    YearPlan,"),
        "publish/templates/agreement.html.j2": lambda _: PAGE.strip() + "\n",
        "publish/templates/agreements.html.j2": lambda _: LIST.strip() + "\n",
    }
    assert len(changed) <= 5
    for name, change in changed.items():
        path = root / "generator" / name
        path.write_text(change(path.read_text("utf-8") if path.exists() else ""), "utf-8", newline="\n")
    for name, content in (FILES | {"agreements/praktik.yml": RECORD, "goals/m1.yml": LINKED}).items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8", newline="\n")
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", SCRIPT, TODAY.isoformat()],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def links(body):
    return re.findall(r'href="([^"]+)"', body)


def test_it_has_a_page_a_list_and_a_place_in_the_navigation(published):
    assert published["problems"] == []
    assert "<h1>Aftale om praktik</h1>" in published["pages"]["aftaler/praktik.md"]
    assert links(published["pages"]["aftaler/index.md"]) == ["../aftaler/praktik/"]
    assert ["Aftaler", "aftaler/index.md"] in published["navigation"]


def test_its_links_are_shown_at_both_ends(published):
    pages = published["pages"]
    assert "../../indikatorer/ledighed/" in links(pages["aftaler/praktik.md"])
    assert "../../aftaler/praktik/" in links(pages["indikatorer/ledighed.md"])
    assert "../../ministermaal/m1/" in links(pages["aftaler/praktik.md"])
    assert "../../aftaler/praktik/" in links(pages["ministermaal/m1.md"])
    assert "../../aftaler/praktik/" in links(pages["overblik/aftaler.md"])


def test_its_source_its_step_and_its_theme_know_it(published):
    pages = published["pages"]
    assert "../../aftaler/praktik/" in links(pages["kilder/plan-2025.md"])
    assert "Aftale »Aftale om praktik«: Gennemførelsen blev vurderet som »i gang«" in pages["index.md"]
    assert "../../aftaler/praktik/" in links(pages["emner/job.md"])


def test_its_data_and_its_schema_are_there(published):
    (record,) = json.loads(published["files"]["data/agreement.json"])["records"]
    assert (record["id"], record["page"]) == ("praktik", "aftaler/praktik/")
    nodes = json.loads(published["files"]["data/links.json"])["nodes"]
    assert {"type": "agreement", "id": "praktik", "title": "Aftale om praktik", "page": "aftaler/praktik/"} in nodes
    assert "agreement" in published["schemas"]
