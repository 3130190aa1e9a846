"""PyYAML's C parser, as the reading needs it: nodes without tags, and events as far as a text can be parsed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml._yaml import CParser


class _Composer(CParser):
    """Composes nodes without tags, since we decide for ourselves what a scalar means; that halves the time."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def compose(text: str) -> yaml.Node | None:
    """Make the tree of nodes of a text, each of which knows where it stands.

    Raises:
        yaml.MarkedYAMLError: the text is not YAML.
    """
    node: yaml.Node | None = _Composer(text).get_single_node()
    return node


def following(text: str) -> Callable[[], Any]:
    """Give what tells the first event that the parser meets in a text, and then each time the next.

    Raises:
        yaml.MarkedYAMLError: when asked, at the place where the text is not YAML.
    """
    told: Callable[[], Any] = CParser(text).get_event
    return told


def events(text: str) -> Iterator[yaml.Event]:
    """Yield what the parser meets in a text, and stop without a word where it stumbles."""
    try:
        yield from yaml.parse(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError:
        return


def scalars(text: str) -> Iterator[tuple[yaml.ScalarEvent, int, int]]:
    """Yield the scalars of a text with their beginning and end, as far as it can be parsed."""
    for event in events(text):
        if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
            yield event, event.start_mark.index, event.end_mark.index
