"""What becomes of a page written by hand once Markdown has been read, in a build and in the preview alike."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from following import Refused, relative

from generator.base import local
from generator.publish.captions import captioned
from generator.publish.rail import railed
from generator.rules import pages

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


def finished(html: str, page: Page) -> str:
    """Name the tables of a page, list its sections and fill in words; nothing gets through but what Markdown makes.

    Raises:
        Refused: Something in it is no Markdown.
    """
    path = relative(page.file.abs_src_path or "")
    if foreign := list(pages.made(html, path.as_posix(), path.read_text("utf-8"))):
        raise Refused(foreign)
    return railed(captioned(local.benchmark().said(html, escape)))
