"""Git asked, and nothing kept: which revisions there are, what they changed, and what a file was."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_NONE = "0" * 40
"""What git calls a file that is not there."""


class GitError(Exception):
    """Raised with what git said, or with why it could not be asked."""


@dataclass(frozen=True)
class Changed:
    """A file that a revision changed, seen from the data folder: what it was and what it became, by git's names."""

    path: str
    before: str
    """Empty where the file was not there."""
    after: str
    """Empty where the file is gone."""


@dataclass(frozen=True)
class Revision:
    """A step on the way to the data as they are: a commit, or a merge of several."""

    name: str
    seconds: int
    """When it was made, in seconds since 1970."""
    files: tuple[Changed, ...]


def is_known(folder: Path) -> bool:
    """Tell whether a folder stands in a repository that git can read."""
    try:
        return _git(folder, "rev-parse", "--is-inside-work-tree").strip() == b"true"
    except GitError:
        return False


def top(folder: Path) -> Path | None:
    """Give the folder that the repository of a folder begins in; None where git knows of none."""
    try:
        return Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    except GitError:
        return None


def is_shallow(folder: Path) -> bool:
    """Tell whether the repository lacks its older history."""
    return _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def resolved(folder: Path, revision: str) -> str | None:
    """Give the full name of a revision; None where there is none of that name."""
    try:
        found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError:
        return None
    return found.decode().strip() or None


def revisions(folder: Path) -> Iterator[Revision]:
    """Yield every revision that changed the folder, the newest first, as its branch saw it: a merge is one."""
    out = _git(
        folder, "log", "--first-parent", "-m", "--raw", "-z", "--no-renames", "--no-abbrev", "--relative",
        "--format=%x01%H %ct", "HEAD", "--", ".",
    )  # fmt: skip
    for block in out.decode(errors="surrogateescape").split("\x01")[1:]:
        head, *rest = block.split("\0")
        name, _, seconds = head.partition(" ")
        fields = [field.lstrip("\n") for field in rest if field.strip("\n")]
        files = [_changed(line, path) for line, path in zip(fields[::2], fields[1::2], strict=True)]
        yield Revision(name, int(seconds), tuple(files))


def snapshot(folder: Path, revision: str) -> dict[str, str]:
    """Give git's names of all files below the folder in a revision, by their paths from it.

    Raises:
        GitError: The revision has no such folder.
    """
    out = _git(folder, "ls-tree", "-r", "-z", "--full-tree", f"{revision}:{_prefix(folder)}")
    found = {}
    for line in out.decode(errors="surrogateescape").split("\0"):
        if line:
            about, _, path = line.partition("\t")
            found[path] = about.split(" ")[2]
    return found


def texts(folder: Path, names: Iterable[str]) -> Mapping[str, str]:
    """Give the texts of files by git's names; all of them are asked for at once."""
    wanted = list(dict.fromkeys(names))
    if not wanted:
        return {}
    out = _git(folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
    found, at = {}, 0
    for name in wanted:
        end = out.index(b"\n", at)
        size = int(out[at:end].rsplit(b" ", 1)[1])
        found[name] = out[end + 1 : end + 1 + size].decode("utf-8", "replace")
        at = end + size + 2
    return found


def _changed(line: str, path: str) -> Changed:
    _, _, before, after, _ = line.split(" ")
    return Changed(path, "" if before == _NONE else before, "" if after == _NONE else after)


def _prefix(folder: Path) -> str:
    return _git(folder, "rev-parse", "--show-prefix").decode().strip().rstrip("/")


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(folder), *arguments],  # noqa: S607  git stands where the system has it
            input=given,
            capture_output=True,
            check=False,
            env=environment,
        )
    except OSError as error:
        raise GitError(str(error)) from error
    if done.returncode:
        raise GitError(done.stderr.decode(errors="replace").strip())
    return done.stdout
