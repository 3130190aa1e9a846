"""Pages that the generator has finished, in the shape in which MkDocs wants its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.publish import markup, view

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class FinishedPage(Page):
    """A page that hands over title, front matter, contents and body ready-made: nothing of it is read again."""

    def __init__(self, made: view.Page, title: str | None, file: File, config: MkDocsConfig) -> None:
        super().__init__(title, file, config)
        self._made = made

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  as MkDocs calls it
        """Take the front matter; there is no Markdown to read."""
        self.markdown = ""
        self.meta = self._made.front

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  as MkDocs calls it
        """Take the body, and the contents that its headings make."""
        self.content = self._made.body
        self.toc = _contents(self._made.body)


def add_page(made: view.Page, title: str | None, files: Files, config: MkDocsConfig) -> None:
    """Add a page to the site; `title` is what the navigation calls it, if it stands there."""
    file = File.generated(config, made.path, content="")
    file.edit_uri = made.edit_path
    FinishedPage(made, title, file, config)
    files.append(file)


def _contents(body: str) -> TableOfContents:
    """List a page's headings of the second level, each with those of the third that follow it."""
    found: list[AnchorLink] = []
    for heading in markup.headings(body):
        link = AnchorLink(heading.title, heading.id, heading.level - 1)
        if heading.level == 3 and found:  # noqa: PLR2004  the level of a heading
            found[-1].children.append(link)
        elif heading.level == 2:  # noqa: PLR2004
            found.append(link)
    return TableOfContents(found)
