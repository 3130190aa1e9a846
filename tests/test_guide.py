"""What the editors' guide says about figures and demands is what the site does."""

import re
from typing import Any

import pytest
import yaml
from charting import DOCUMENTS, ledger
from pages import page

from generator import charts
from generator.charts import Addresses
from generator.model.vocabulary import Comparator, Direction, ObservationKind

GUIDE = page("redaktoer/tal.md", "{#krav}")
FIGURES, DEMANDS = (yaml.safe_load(block) for block in re.findall(r"```yaml\n(.+?)```", GUIDE, re.DOTALL))
MESSAGES = re.findall(r"^data/(.+?):[0-9]+:[0-9]+: (fejl: .+)$", GUIDE, re.MULTILINE)
SOURCE = {"document": "plan-2025", "section": "2.1 Rammer"}
PLAN = {
    "title": "Plan for job 2025",
    "year": 2025,
    "status": "vedtaget",
    "document": "plan-2025",
    "summary": "Planen vil have flere i job.",
    "sections": [{"id": "1", "title": "1 Rammer", "summary": "Rammerne.", "source": SOURCE}],
}


def quoted(text: str):
    lines = re.findall(r"^> (.+)$", text, re.MULTILINE)
    return " ".join(lines)


def test_the_example_becomes_the_sentences_that_the_guide_shows():
    words: dict[str, Any] = {name: FIGURES[name] for name in ("title", "direction", "chart")}
    rows = [one | {"period": str(one["period"])} for one in FIGURES["observations"]]
    addresses = Addresses({"a": "/kilder/a/"}, "/tal.csv")
    view = charts.view(ledger(*rows, unit=FIGURES["unit"], **words), DOCUMENTS, addresses, ids="a")
    assert view.description == quoted(GUIDE)


@pytest.mark.parametrize("words", [Comparator, Direction, ObservationKind])
def test_every_word_that_can_be_chosen_is_explained(words):
    assert [word.value for word in words if f"`{word.value}`" not in GUIDE] == []


def test_the_mistakes_give_the_messages_that_the_guide_shows(found):
    figures = FIGURES | {"summary": "Flere i job.", "definition": "Andelen i job.", "source": SOURCE}
    figures["observations"] = [
        one | {"area": "eksempelby" if one["area"] == "byen" else one["area"]} for one in figures["observations"]
    ]
    asked = {
        "title": "Flere i job",
        "number": "1",
        "plan": "2025",
        "year": 2025,
        "summary": "Flere i job.",
        "wordings": [{"year": 2025, "quote": "Flere i job.", "source": SOURCE}],
        "unmeasured": "Kilderne har intet tal.",
        "links": [{"benchmark": "p2", "why": "Begge handler om job."}],
    }
    first, second = DEMANDS["parts"]
    without_unit = {name: value for name, value in first.items() if name not in ("unit", "indicator")}

    def messages(figures: dict[str, Any], *parts: dict[str, Any]):
        records = {
            "plans/2025.yml": PLAN,
            "indicators/andel.yml": figures,
            "targets/opdigtet-1.yml": asked | {"parts": list(parts)},
        }
        files = {path: yaml.safe_dump(record, allow_unicode=True, sort_keys=False) for path, record in records.items()}
        lines = (re.fullmatch(r"data/(.+?):[0-9]+:[0-9]+: (fejl: .+)", line) for line in found(files))
        return [line.groups() for line in lines if line]

    assert messages(figures, first, second) == []
    undirected = {name: value for name, value in figures.items() if name != "direction"}
    assert len(MESSAGES) == 3
    assert [
        *messages(undirected, without_unit | {"unit": "procent"}),
        *messages(figures, first | {"unit": "personer"}),
        *messages(figures, without_unit),
    ] == MESSAGES
