"""Two versions of the data, of a folder or a revision, paired record by record; only files that differ are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.history import git
from generator.history.deltas import Delta, deltas
from generator.history.filed import Filed, Key, Texts, in_folder, records
from generator.model import RECORD_TYPES, Gone
from generator.model.references import under_new_ids
from generator.reading.folder import GONE

_ORDER = {model.type: number for number, model in enumerate(RECORD_TYPES)}


class UnknownVersionError(Exception):
    """Raised with a Danish sentence where there is no such version, and with the command that fetches it."""


def version(name: str, data: Path) -> Texts:
    """Give the texts of a version: of a folder with data, or of a revision of the repository that the data stand in.

    Raises:
        UnknownVersionError: There is no such folder or revision.
    """
    folder = Path(name)
    if folder.is_dir():
        return in_folder(folder)
    if not git.is_known(data):
        message = f"»{name}« er ingen mappe, og {data} står ikke i et kodelager, som git kan læse."
        raise UnknownVersionError(message)
    found = git.resolved(data, name)
    if found is None:
        _, _, branch = name.rpartition("/")
        fetch = f"git fetch{' --unshallow' if git.is_shallow(data) else ''} origin {branch}"
        message = f"Der er ingen mappe og ingen revision, der hedder »{name}«. Hent den med: {fetch}"
        raise UnknownVersionError(message)
    try:
        names = git.snapshot(data, found)
    except git.GitError:
        message = f"Revisionen »{name}« har ikke mappen {data.as_posix()}, så der er intet at holde op imod."
        raise UnknownVersionError(message) from None
    texts = git.texts(data, names.values())
    return {path: texts[blob] for path, blob in names.items() if path.endswith(".yml")}


@dataclass(frozen=True)
class Pair:
    """A record as it was and as it is; one of them may be missing."""

    old: Filed | None
    new: Filed | None

    @cached_property
    def deltas(self) -> list[Delta]:
        """The changes between the two."""
        return list(deltas(self.old, self.new))


def pairs(old: Texts, new: Texts, folder: str = "") -> list[Pair]:
    """Pair the records of the files whose texts differ; `folder` is where the files are, as messages name it."""
    was, now = dict(_records(old, new, folder)), dict(_records(new, old, folder))
    moved = _moved(was, now, gone_in(new))
    keys = sorted({*was, *now} - moved.keys(), key=_placed)
    before = {key: _led_on(filed, moved, gone_in(new)) for key, filed in was.items()}
    before |= {key: before[left] for left, key in moved.items()}
    return [Pair(before.get(key), now.get(key)) for key in keys if not _is_same(before.get(key), now.get(key))]


def gone_in(texts: Texts) -> Mapping[str, Any]:
    """Give what a version says is gone."""
    found = records(GONE, texts[GONE]) if GONE in texts else {}
    return next(iter(found.values())).value if found else {}


def led_on(address: str, gone: Mapping[str, Any]) -> str:
    """Give what an address, or the page that it is a place on, has become."""
    found = gone.get("moved")
    lines = [line for line in found if isinstance(line, dict)] if isinstance(found, list) else []
    moves = {str(line.get("from")): line.get("to") for line in lines}
    page, sign, anchor = address.partition("#")
    return str(moves.get(address) or f"{moves.get(page) or page}{sign}{anchor}")


def _led_on(filed: Filed, moved: Mapping[Key, Key], gone: Mapping[str, Any]) -> Filed:
    """Give a record as it was, but for the ids and addresses of what has moved: to follow them rewrites nothing."""
    if not (moved or gone.get("moved")):
        return filed
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for (kind, old), (_, new) in moved.items():
        names[kind][old] = new
    value = under_new_ids(filed.value, filed.model, names)
    withheld = value.get("withheld") if filed.model is Gone else None
    if isinstance(withheld, list):
        lines = [
            {**line, "address": led_on(str(line.get("address")), gone)} if isinstance(line, dict) else line
            for line in withheld
        ]
        value = {**value, "withheld": lines}
    return replace(filed, value=value)


def _records(texts: Texts, others: Texts, folder: str) -> Iterator[tuple[Key, Filed]]:
    for path, text in texts.items():
        if others.get(path) != text:
            yield from records(path, text, f"{folder}/{path}" if folder else path).items()


def _moved(was: Mapping[Key, Filed], now: Mapping[Key, Filed], gone: Mapping[str, Any]) -> Mapping[Key, Key]:
    """Give the records that are said to have moved, by the keys that they had: what they were, they still are."""
    left = {filed.address: key for key, filed in was.items() if key not in now}
    came = {filed.address: key for key, filed in now.items() if key not in was}
    lines = gone.get("moved")
    pairs = [
        (line.get("from"), line.get("to"))
        for line in (lines if isinstance(lines, list) else ())
        if isinstance(line, dict)
    ]
    return {left[old]: came[new] for old, new in pairs if old in left and new in came and left[old][0] == came[new][0]}


def _is_same(old: Filed | None, new: Filed | None) -> bool:
    return old is not None and new is not None and old.value == new.value


def _placed(key: Key) -> tuple[int, str]:
    return _ORDER.get(key[0], len(_ORDER)), key[1]
