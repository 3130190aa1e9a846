from sample import FILES

from generator.model import Benchmark, Goal, Theme
from generator.reading.loaded import Loaded, Origin, key_of
from generator.reading.loading import load
from generator.reading.source import parse


def test_a_record_is_kept_by_type_and_id_and_the_site_by_its_type(project):
    loaded = load(project())
    assert key_of(loaded.of(Goal)["m1"]) == ("goal", "m1")
    assert key_of(loaded.site) == ("site", "")
    assert loaded.origin(loaded.site).file.text == FILES["site.yml"]


def test_an_origin_starts_where_the_record_does(project):
    loaded = load(project({"themes.yml": FILES["themes.yml"] + "- id: unge\n  title: 2.10\n  summary: Om unge.\n"}))
    origin = loaded.origin(loaded.of(Theme)["unge"])
    assert [origin.locate().line, origin.locate("title").line, origin.locate("title").column] == [4, 5, 10]
    assert origin.locate_key("title").column == 3
    assert origin.written("title") == "2.10"


def test_nothing_is_loaded_of_a_type_that_nobody_looked_for():
    assert Loaded().of(Benchmark) == {}
    file, _ = parse("a: 1\n", "x.yml")
    assert Origin(file) == Origin(file, ())
