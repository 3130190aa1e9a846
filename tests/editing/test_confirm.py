import re

import pytest
from sample import FILES

from generator.chain.graph import Graph
from generator.editing import confirm
from generator.model import Benchmark
from generator.reading.loading import load
from generator.reading.reviews import figure_reviews, reviews

P1 = "benchmarks/p1.yml"


def confirmed(data, **kept):
    loaded = load(data)
    assert loaded.problems == []
    found = [item for item in reviews(loaded) if all(getattr(item.record, k) == v for k, v in kept.items())]
    return confirm.confirm(found)


def test_a_reading_is_written_as_one_new_line_under_the_links_first(project):
    data = project()
    before = (data / P1).read_text("utf-8").split("\n")
    assert confirmed(data, id="p1") == 1
    after = (data / P1).read_text("utf-8").split("\n")
    assert len(after) == len(before) + 1
    place = before.index("  - indicator: ledighed") + 1
    assert after[:place] == before[:place]
    assert re.fullmatch(r'    seen: "[0-9a-f]{8}"', after[place])
    assert after[place + 1 :] == before[place:]


@pytest.mark.parametrize(
    "link",
    [
        "  - indicator: ledighed\n    why: Fordi.\n",
        "  - why: >-\n      Fordi tallet\n      viser det.\n    indicator: ledighed\n",
        "  - {indicator: ledighed, why: Fordi.}\n",
        "  - why: Fordi.\n    indicator: ledighed\n",
    ],
)
def test_however_a_link_is_written_its_meaning_stays_and_it_is_read(project, link):
    start, end = FILES[P1].index("  - indicator"), FILES[P1].index("source:")
    data = project({P1: FILES[P1][:start] + link + FILES[P1][end:]})
    before = load(data).plan.of(Benchmark)["p1"].links[0]
    confirmed(data, id="p1")
    after = load(data).plan.of(Benchmark)["p1"].links[0]
    assert after.seen
    assert after.model_copy(update={"seen": None}) == before
    assert not Graph.of(load(data).plan).neighbours(("benchmark", "p1"), "indicator")[0].stale


def test_a_second_reading_changes_nothing(project):
    data = project()
    assert confirmed(data) > 0
    texts = {path: path.read_bytes() for path in data.rglob("*.yml")}
    assert confirmed(data) == 0
    assert {path: path.read_bytes() for path in data.rglob("*.yml")} == texts


def test_a_changed_text_makes_link_and_answer_stale_until_read_again(project):
    data = project()
    confirmed(data)
    letter = data / "consultations/jobplan-2025/aeldreraadet.yml"
    letter.write_text(letter.read_text("utf-8").replace("Vi foreslår flere job.", "Vi foreslår mange job."), "utf-8")
    stale = [(item.record.id, item.place[0]) for item in reviews(load(data)) if item.is_stale]
    assert stale == [("ae-2", "links"), ("ae-2", "history")]
    assert confirmed(data, id="ae-2") == 2
    assert not any(item.is_stale for item in reviews(load(data)))


@pytest.mark.parametrize("written", ["00000000", "'00000000'", '"00000000"'])
def test_an_old_reading_is_replaced_and_quoted_however_it_was_written(project, written):
    text = FILES[P1].replace("    why:", f"    seen: {written}  # læst i maj\n    why:")
    data = project({P1: text})
    assert confirmed(data, id="p1") == 1
    (item,) = (item for item in reviews(load(data)) if item.record.id == "p1")
    assert (data / P1).read_text("utf-8") == text.replace(written, f'"{item.current}"')


def test_a_reading_of_words_about_figures_is_written_above_the_figures_and_their_comments(project):
    text = FILES["indicators/ledighed.yml"].replace("observations:", "# Fra tabellen.\nobservations:")
    data = project({"indicators/ledighed.yml": text})
    (item,) = figure_reviews(load(data))
    assert confirm.confirm([item]) == 1
    expected = text.replace("# Fra", f'seen: "{item.current}"\n# Fra')
    assert (data / "indicators/ledighed.yml").read_text("utf-8") == expected
    assert [again.is_stale for again in figure_reviews(load(data))] == [False]


def test_only_an_answer_is_read_against_its_point(project):
    places = [item.place for item in reviews(load(project())) if item.record.id == "ae-2"]
    assert places == [("links", 0), ("history", 1)]


def test_nothing_can_be_read_where_the_plan_cannot(project):
    assert list(reviews(load(project({"site.yml": None})))) == []
