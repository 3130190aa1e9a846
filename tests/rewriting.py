"""The year in a folder of its own, with edits made in its files, and with git to remember them."""

import os
import subprocess
from pathlib import Path

import frozen


def copied(folder, edits=()):
    """Copy the year into a folder and make edits in it; each says a file and what is replaced, written or deleted."""
    data = folder / "data"
    for path in frozen.YEAR.rglob("*.yml"):
        goal = data / path.relative_to(frozen.YEAR)
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.write_text(path.read_text("utf-8"), "utf-8")
    for edit in edits:
        file = data / edit["file"]
        if "delete" in edit:
            file.unlink()
        elif "write" in edit:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(edit["write"], "utf-8")
        else:
            text = file.read_text("utf-8")
            assert edit["old"] in text, edit["file"]
            file.write_text(text.replace(edit["old"], edit["new"], 1), "utf-8")
    return data


class Repository:
    """A repository with the year in its folder data."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = copied(folder)
        self.run("init", "--quiet", "--initial-branch=main")

    def run(self, *arguments, day="2026-02-01"):
        stamp = f"{day}T12:00:00+01:00"
        environment = {**os.environ, "GIT_COMMITTER_DATE": stamp, "GIT_AUTHOR_DATE": stamp, "HOME": str(self.folder)}
        who = ("-c", "user.name=Pejl", "-c", "user.email=pejl@example.invalid", "-c", "commit.gpgsign=false")
        command = ["git", *who, "-C", str(self.folder), *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603
        return done.stdout

    def commit(self, day, *edits):
        for edit in edits:
            file = self.data / edit["file"]
            text = file.read_text("utf-8")
            assert edit["old"] in text
            file.write_text(text.replace(edit["old"], edit["new"], 1), "utf-8")
        self.run("add", "data")
        self.run("commit", "--quiet", "--message=x", day=day)
