"""What every command does last that writes for an editor: it shows the change, and writes it where that is wanted."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from generator.base import problems
from generator.editing import differences
from generator.editing.rewriting import Change, RewriteError, swap
from generator.terminal.statuses import Status


def show(changes: Sequence[Change], *, write: bool, done: str) -> Status:
    """Show what changes in files, and write it where that is asked for; `done` is said of what is written."""
    changes = [change for change in changes if change.before != change.after]
    if not changes:
        print("Der er intet at skrive.")
        return Status.FINE
    print("\n".join(differences.lines(changes)))
    if not write:
        print("Intet er skrevet endnu. Passer det, så kør det samme igen med --write.")
        return Status.FINE
    try:
        swap(changes)
    except RewriteError as error:
        print(problems.as_text([error.problem]), file=sys.stderr)
        return Status.PROBLEMS
    print(f"Skrevet. {done} Send det nu ind som et forslag.")
    return Status.FINE
