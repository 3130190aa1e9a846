"""The first half of the story, which every command begins with: the data folder loaded, and every problem in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from generator import rules
from generator.base import garbage
from generator.base.problems import Problem
from generator.reading.loaded import Loaded
from generator.reading.loading import load
from generator.reading.source import Memory
from generator.rules import pages


def check(data: Path, today: dt.date, memory: Memory | None = None) -> tuple[Loaded, list[Problem]]:
    """Load a data folder and find every problem in it; `today` is what dates are held against."""
    with garbage.kept():
        loaded = load(data, memory)
        return loaded, [*loaded.problems, *rules.check(loaded, today)]


def check_pages(folder: Path, memory: Memory | None = None) -> list[Problem]:
    """Find every problem in the pages written by hand, in the folder from which the site takes them."""
    return list(pages.check(folder, memory))
