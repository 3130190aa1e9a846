"""Follows the links of every page, and refuses a site that holds problems."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from finished import page_of
from mkdocs.exceptions import Abort

from generator.base import problems
from generator.publish import crawling, readability

if TYPE_CHECKING:
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    from generator.base.problems import Problem


class Refused(Abort):
    """Ends a build because of problems that an editor can mend; its words are theirs."""

    def __init__(self, found: Iterable[Problem]) -> None:
        self.found = list(found)
        super().__init__(problems.as_text(self.found))


def follow(
    pages: Iterable[File], files: Container[str], read: Callable[[File], Page], *, written_only: bool = False
) -> None:
    """Follow the links of pages, of all of them or of those written by hand; `read` gives one with its body.

    Raises:
        Refused: A link leads nowhere.
    """
    leaves = (crawling.Leaf(file.src_uri, partial(_read, file, read), written=is_written(file)) for file in pages)
    if dead := list(crawling.dead_links(leaves, files, written_only=written_only)):
        raise Refused(dead)


def hard_to_read(pages: Iterable[File]) -> list[Problem]:
    """Warn of the generated pages whose own text is too hard; those written by hand are judged as they are written."""
    made = (page_of(file) for file in pages if not is_written(file))
    return [
        problem
        for page in made
        for problem in readability.hard_to_read(page.content or "", page.url, page.file.edit_uri or "data")
    ]


def relative(path: str) -> Path:
    """Give a path as an editor in the project's folder knows it."""
    return Path(os.path.relpath(path))


def is_written(file: File) -> bool:
    """Tell whether a page is written by hand."""
    return file.abs_src_path is not None


def _read(file: File, read: Callable[[File], Page]) -> tuple[str, str]:
    """Give a page's body, and the path of its file as an editor in the project's folder knows it."""
    page = read(file)
    body = page.content or ""
    return body, relative(file.abs_src_path).as_posix() if file.abs_src_path else getattr(page, "source", "")
