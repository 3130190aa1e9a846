"""What each revision put on the site, as the log tells it, kept from one run to the next: a revision never changes."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from generator.base import remembering
from generator.history.deltas import How, What
from generator.history.filed import points
from generator.history.git import Revision
from generator.history.sentences import Change, Kind, mentioned
from generator.model import Consultation, Response
from generator.model.references import Place

Step: TypeAlias = tuple[str, str, str]
"""A step as the timeline knows it: what it is, the id of its record or point, and its number."""

_FILE = ".log"
_KINDS = {
    What.ANSWER: "answer",
    What.REPLY: "reply",
    What.STEP: "delivery",
    What.VERSION: "version",
    What.PROMISE: "promise",
}
"""What the timeline calls the steps."""


class Logged(NamedTuple):
    """A change as it was told."""

    kind: Kind
    sentence: str
    subject: tuple[str, str]
    """The type and id of the record that it is in."""
    point: str
    """The id of the point that it is in; empty where it is in none."""
    happened: dt.date | None
    """When it happened, where the data say so."""
    mentioned: tuple[str, str]
    """The type and id of the other record that the sentence names; both empty where it names none."""
    identity: tuple[str, ...]
    """What was changed, how and where."""


class Put(NamedTuple):
    """What a revision put on the site."""

    changes: Sequence[Logged] = ()
    steps: Sequence[Step] = ()


def put(changes: Iterable[Change]) -> Put:
    """Give what the changes of a revision put on the site."""
    found = list(changes)
    return Put([_logged(change) for change in found], [step for change in found for step in _steps(change)])


def mark(revision: Revision) -> str:
    """Condense a revision and what it changed, which looks like more where older history is cut off."""
    files = [[changed.path, changed.before, changed.after] for changed in revision.files]
    return hashlib.blake2b(json.dumps([revision.name, files]).encode(), digest_size=16).hexdigest()


def kept(data: Path) -> dict[str, Put]:
    """Give what is known about revisions of a data folder, by their marks."""
    try:
        found = json.loads(remembering.read(remembering.place(data, _FILE)))
        is_ours = found["maker"] == remembering.maker().hex()
        return {key: _read(value) for key, value in found["revisions"].items()} if is_ours else {}
    except (ValueError, TypeError, KeyError, AttributeError):  # whatever a broken file holds, it is as good as none
        return {}


def keep(data: Path, revisions: Mapping[str, Put]) -> None:
    """Keep what is known about revisions of a data folder, by their marks."""
    found = {"maker": remembering.maker().hex(), "revisions": revisions}
    remembering.write(remembering.place(data, _FILE), json.dumps(found, default=dt.date.isoformat).encode())


def _read(value: Any) -> Put:  # noqa: ANN401  whatever JSON holds
    changes, steps = value
    return Put([_change(*row) for row in changes], [(kind, name, number) for kind, name, number in steps])


def _change(kind: str, sentence: str, subject: Sequence[str], point: str, *rest: Any) -> Logged:  # noqa: ANN401  likewise
    (type_, name), (happened, (wanted, other), identity) = subject, rest
    day = dt.date.fromisoformat(happened) if happened else None
    return Logged(Kind(kind), sentence, (type_, name), point, day, (wanted, other), tuple(identity))


def _logged(change: Change) -> Logged:
    delta = change.delta
    identity = tuple(map(str, (delta.what, delta.how, delta.key, *delta.place)))
    return Logged(
        change.kind, change.sentence, change.subject, change.point, change.happened, mentioned(delta), identity
    )


def _steps(change: Change) -> Iterator[Step]:
    """Yield the steps that a change put on the site."""
    delta = change.delta
    if delta.how is not How.ADDED:
        return
    if delta.what in _KINDS:
        kind = "consultation" if delta.filed.model is Consultation else _KINDS[delta.what]
        yield kind, change.point or change.subject[1], _number(delta.what, delta.place)
    elif delta.what is What.WITHDRAWN:
        yield "withdrawn", change.subject[1], "0"
    elif delta.what is What.POINT:
        yield from _inside(delta.new)
    elif delta.what is What.RECORD and delta.filed.model is Response:
        yield "received", delta.filed.id, "0"
        for _, point in points(delta.filed):
            yield from _inside(point)


def _number(what: What, place: Place) -> str:
    """Give a step's number among those of its kind, as the timeline has it; a promise's is of three."""
    inside = place[place.index("history") :] if what is What.PROMISE else place[-1:]
    return "-".join(str(step) for step in inside if isinstance(step, int))


def _inside(point: Mapping[str, Any]) -> Iterator[Step]:
    for name, kind in (("history", "answer"), ("replies", "reply")):
        for index, _ in enumerate(point.get(name) or ()):
            yield kind, str(point.get("id")), str(index)
