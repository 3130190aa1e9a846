"""What every command does last that writes for an editor: it shows the change, and writes it where that is wanted."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from generator.base import problems
from generator.base.problems import Problem
from generator.editing import differences, schema
from generator.editing.filling import FillingError, Wish, filled, given, is_yes, pairs_of
from generator.editing.formatting.kinds import Kind
from generator.editing.rewriting import Change, RewriteError, swap
from generator.reading.loading import load
from generator.terminal import asking
from generator.terminal.statuses import Status

_NOBODY = (
    "Der er ingen felter. Skriv dem med --set felt=værdi, eller kør kommandoen i en terminal, så bliver du spurgt."
)

THEN = "Send det nu ind som et forslag."
"""What there is to do when something is written."""


def show(changes: Sequence[Change], *, write: bool, done: str, then: str = THEN, is_asked: bool = False) -> Status:
    """Show what changes in files, and write it where that is asked for; `done` is said of what is written.

    Whoever has answered questions is asked about this too, because to run the same again is to answer them again.
    The list of ids that an editor's program offers follows, where the folder of data keeps one.
    """
    changes = [change for change in changes if change.before != change.after]
    if not changes:
        print("Der er intet at skrive.")
        return Status.FINE
    print("\n".join(differences.lines(changes)))
    if not write and is_asked and not is_yes(asking.ask("Skal det skrives? (j/n)")):
        print("Intet er skrevet.")
        return Status.FINE
    if not (write or is_asked):
        print("Intet er skrevet endnu. Passer det, så kør det samme igen med --write.")
        return Status.FINE
    try:
        swap(changes)
    except RewriteError as error:
        return refuse([error.problem])
    data = next((folder for folder in changes[0].path.parents if (folder / schema.FOLDER).is_dir()), None)
    if data and schema.renewed(data, load(data).origins):
        done += f" Listen over id'er i {(data / schema.FOLDER).as_posix()} er også fornyet."
    print(f"Skrevet. {done} {then}")
    return Status.FINE


def asks(pairs: Sequence[str]) -> bool:
    """Tell whether somebody is to be asked: nothing is given, and there is a terminal."""
    return not pairs and asking.is_somebody_there()


def fields(pairs: Sequence[str], kind: Kind, wish: Wish) -> dict[str, Any]:
    """Give the fields of a part as they are given, or else ask for them.

    Raises:
        FillingError: one of them cannot be used, or there are none and nobody to ask.
    """
    found = filled(kind, asking.ask, wish) if asks(pairs) else given(pairs, kind)
    if not found:
        raise FillingError(_NOBODY)
    return found


def refuse(found: Sequence[Problem], asked: Mapping[str, Any] | None = None) -> Status:
    """Say why nothing is written, and how what somebody has answered can be given again."""
    print(problems.as_text(found), file=sys.stderr)
    print("Intet er skrevet.", file=sys.stderr)
    if asked:
        given_again = " ".join(f"--set {shlex.quote(pair)}" for pair in pairs_of(asked))
        print(f"Ret det, der er forkert, og skriv det samme i én kommando:\n{given_again}", file=sys.stderr)
    return Status.PROBLEMS
