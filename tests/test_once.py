"""What a build must do once however large the plan is: things that are counted, because seconds are noisy."""

from collections import Counter

import jinja2
import pytest
from sample import FILES, TODAY

from generator.chain import graph as chain
from generator.chain.timeline import Timeline
from generator.figures.ledger import Ledger
from generator.reading import source
from generator.site import build


@pytest.fixture
def counted(monkeypatch):
    """Count the calls of a function or method under its own name."""
    calls = Counter()

    def count(owner, name):
        made = getattr(owner, name)

        def counting(*given, **named):
            calls[name] += 1
            return made(*given, **named)

        monkeypatch.setattr(owner, name, counting)
        return calls

    return count


@pytest.fixture
def everything(project):
    """Build a plan, and make every page and every file of it."""

    def make(changes=None):
        built = build(project(changes), TODAY)
        return len(built.pages) + len(list(built.stream()))

    return make


def more(number):
    """Benchmarks with a step in their delivery, so that there is more of what is sorted, filed and shown."""
    return {
        f"benchmarks/p{n}.yml": FILES["benchmarks/p2.yml"].replace("number: 2", f"number: {n}")
        for n in range(3, number + 3)
    }


def test_every_file_is_parsed_once(counted, everything):
    calls = counted(source, "parse")
    everything()
    assert calls["parse"] == len(FILES)


def test_a_template_is_compiled_at_most_once(monkeypatch, everything):
    monkeypatch.setattr("generator.publish.view.compiled", lambda: None)
    names = Counter()
    compile_ = jinja2.Environment.compile

    def compiling(self, text, name=None, *given, **named):
        names[name] += 1
        return compile_(self, text, name, *given, **named)

    monkeypatch.setattr(jinja2.Environment, "compile", compiling)
    everything(more(9))
    assert names["benchmark.html.j2"] == names["macros.html.j2"] == 1
    assert set(names.values()) == {1}


def test_compiled_templates_are_kept_for_the_next_build(monkeypatch, tmp_path, everything):
    cache = jinja2.FileSystemBytecodeCache(str(tmp_path))
    monkeypatch.setattr("generator.publish.view.compiled", lambda: cache)
    everything()
    monkeypatch.setattr(jinja2.Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert everything() > 40


@pytest.mark.parametrize("number", [1, 12])
def test_the_timeline_is_sorted_once_and_the_graph_is_joined_once(monkeypatch, counted, everything, number):
    sorts = Counter()
    events = Timeline.__dict__["events"].func

    def sorting(self):
        sorts["events"] += 1
        return events(self)

    monkeypatch.setattr(Timeline.__dict__["events"], "func", sorting)
    calls = counted(chain, "_edges")
    everything(more(number))
    assert (sorts["events"], calls["_edges"]) == (1, 1)


def test_figures_are_laid_out_once_an_indicator(monkeypatch, everything):
    made = Counter()
    of = Ledger.of.__func__

    def counting(cls, indicator, areas):
        made[indicator.id] += 1
        return of(cls, indicator, areas)

    monkeypatch.setattr(Ledger, "of", classmethod(counting))
    everything()
    assert made == {"ledighed": 1}
