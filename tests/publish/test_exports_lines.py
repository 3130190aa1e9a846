import json

from generator.publish.exports.lines import in_lines


def test_each_value_and_each_thing_in_a_list_has_its_line():
    text = in_lines({"navn": "Ærø", "poster": iter([{"id": "a"}, {"id": "b"}]), "om": {"a": [1, 2]}})
    assert text == '{"navn": "Ærø",\n"poster": [\n{"id": "a"},\n{"id": "b"}\n],\n"om": {"a": [1, 2]}}\n'
    assert json.loads(text)["poster"] == [{"id": "a"}, {"id": "b"}]


def test_an_empty_list_is_one():
    assert json.loads(in_lines({"a": []})) == {"a": []}
