import pytest
import yaml

from generator.reading.parser import compose, events, scalars


def test_nodes_have_no_tags_and_know_where_they_stand():
    node = compose("a: no\nb: [1]\n")
    assert {key.value: value.tag for key, value in node.value} == {"a": "", "b": ""}
    assert [(key.start_mark.line, key.start_mark.column) for key, _ in node.value] == [(0, 0), (1, 0)]


def test_an_empty_text_has_no_node():
    assert compose("# note\n") is None


def test_a_second_document_is_no_yaml_for_us():
    with pytest.raises(yaml.MarkedYAMLError, match="another document"):
        compose("a: 1\n---\nb: 2\n")


def test_events_stop_where_the_parser_stumbles():
    assert [event.value for event in events("a: 1\nb: ]\n") if isinstance(event, yaml.ScalarEvent)] == ["a", "1", "b"]


def test_scalars_come_with_beginning_and_end():
    assert [(event.value, start, end) for event, start, end in scalars("å: 'b c'\n")] == [("å", 0, 1), ("b c", 3, 8)]
