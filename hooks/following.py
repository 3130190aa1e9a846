"""Follows the links of every page, and refuses a site that holds problems."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

from generator.base import problems
from generator.publish import crawling

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

    from generator.base.problems import Problem


class Refused(Abort):
    """Ends a build because of problems that an editor can mend; its words are theirs."""

    def __init__(self, found: Iterable[Problem]) -> None:
        self.found = list(found)
        super().__init__(problems.as_text(self.found))


def follow(files: Files) -> None:
    """Follow every link of the pages, whose bodies are all there.

    Raises:
        Refused: A link leads nowhere.
    """
    known = {file.dest_uri for file in files}
    if dead := list(crawling.dead_links(map(_leaf, files.documentation_pages()), known)):
        raise Refused(dead)


def _leaf(file: File) -> crawling.Leaf:
    """Give a page as it is followed, with the path of its file as an editor in the project's folder knows it."""
    body = (file.page and file.page.content) or ""
    if file.abs_src_path:
        return crawling.Leaf(file.src_uri, body, os.path.relpath(file.abs_src_path), written=True)
    return crawling.Leaf(file.src_uri, body, file.edit_uri or "")
