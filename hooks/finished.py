"""What the generator has made, in the shape in which MkDocs wants it: the site's own record, pages and files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from configured import GUIDE, MANUAL
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.meta import get_data

from generator.base import clock
from generator.base.text import danish_date
from generator.publish import breaking, markup, navigation, policy, view
from generator.publish.assets import assets, colours
from generator.publish.emblem.files import picture
from generator.publish.wellknown import MAP

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from generator.model import Plan

_SECOND, _THIRD = 2, 3
"""The levels of headings that stand in a page's contents."""


class FinishedPage(Page):
    """A page that hands over title, front matter, contents and body ready-made: nothing of it is read again."""

    def __init__(self, made: Mapping[str, view.Page], title: str | None, file: File, config: MkDocsConfig) -> None:
        self._body: bytes | None = None
        super().__init__(title, file, config)
        self._made = made
        self.source = ""
        """The path of the file that it was made from, as an editor in the project's folder knows it."""

    @property
    def content(self) -> str | None:
        """The body, which is kept as UTF-8 until MkDocs asks for it: all pages wait for the last to be made."""
        return None if self._body is None else self._body.decode()

    @content.setter
    def content(self, body: str | None) -> None:
        self._body = None if body is None else body.encode()

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the front matter, and where the page can be edited; there is no Markdown to read."""
        made = self._made[self.file.src_uri]
        self.source = made.edit_path
        self._made = {}  # the plan and all that it was made from need not wait for the last page
        self.markdown, self.content = "", made.body
        self.meta = made.front
        self.file.edit_uri = edit_uri(made.edit_path, config) if made.edit_path else None
        self._set_edit_url(config.repo_url, config.edit_uri, config.edit_uri_template)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  as MkDocs calls it
        """Make the contents of the headings in the body."""
        self.toc = _contents(self.content or "")


def settle(config: MkDocsConfig, plan: Plan) -> None:
    """Take the site's name and address from its own record, and put the generated lists into the navigation."""
    record = plan.site
    config.site_name = record.title
    config.site_description = record.tagline
    config.site_url = f"{record.root}/" if record.root else ""
    config.extra["site"] = record
    # What a sheet of paper says, which is read long after the site has changed.
    config.extra["today"] = danish_date(clock.today())
    config.extra["logo"] = f"assets/{plan.logo.name}" if plan.logo else ""
    config.extra["assets"] = {name: asset.path for name, asset in assets(record, plan.logo).items()}
    config.extra["colours"] = colours(record)
    config.extra["picture"] = picture(record, plan.logo).path if record.root else ""
    config.extra["alone"] = {"policy": policy.ALONE, "style": policy.STYLE}
    config.extra["top"] = {path for _, path in navigation.top(plan)}
    generated = [navigation.FRONT, *navigation.top(plan), *navigation.rest(plan)]
    config.nav = [*({title: path} for title, path in generated), *(config.nav or _written(config))]
    if record.repository:
        config.repo_url = record.repository
        config.edit_uri = "edit/main/"


def filters(config: MkDocsConfig) -> dict[str, Callable[[str], str | bool]]:
    """Give what the frame of a page asks the generator for; a file that is none of ours keeps its name."""
    names: dict[str, str] = config.extra["assets"]
    return {
        "asset": lambda name: names.get(name, name),
        "broken": breaking.broken,
        "draws": policy.draws,
        "policy": policy.of,
    }


def _written(config: MkDocsConfig) -> list[dict[str, str]]:
    """List the sections that are written by hand: the municipality's own, and then the guide."""
    own = {path.relative_to(config.docs_dir).as_posix(): path for path in Path(config.docs_dir).glob("*/index.md")}
    guide = MANUAL / GUIDE / "index.md"
    found = {f"{GUIDE}/index.md": guide} | own
    order = sorted(found, key=lambda name: (name.startswith(GUIDE), name))
    return [{str(get_data(found[name].read_text("utf-8"))[1].get("title", name)): name} for name in order]


def add_pages(files: Files, made: Mapping[str, view.Page], config: MkDocsConfig) -> None:
    """Add the generated pages to those written by hand; none of them is made before MkDocs reads it."""
    # The list of pages for search engines is our own: MkDocs' gives every page the day of the build.
    config.theme.static_templates.discard(MAP)
    for file in files.documentation_pages():
        file.edit_uri = edit_uri(file.abs_src_path or "", config)
    if files.get_file_from_path(f"{GUIDE}/index.md") is None:
        for guide in sorted(MANUAL.glob(f"{GUIDE}/*.md")):
            files.append(_manual(guide.relative_to(MANUAL).as_posix(), config))
    titles = {path: title for item in config.nav or [] for title, path in item.items()}
    for path in made:
        file = made_file(path, b"", config)
        FinishedPage(made, titles.get(path), file, config)
        files.append(file)


def edit_uri(path: str, config: MkDocsConfig) -> str | None:
    """Give the way from the repository's top to a file, by which it can be edited; None where it stands elsewhere."""
    whole, root = Path(path).resolve(), Path(config.extra["root"]).resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else None


def _manual(name: str, config: MkDocsConfig) -> File:
    """Give a page that comes with Pejl; nobody edits it here."""
    file = File(name, str(MANUAL), config.site_dir, use_directory_urls=config.use_directory_urls)
    file.edit_uri = None
    return file


def made_file(path: str, content: bytes, config: MkDocsConfig) -> File:
    """Make a file of the site that stands on no disk; MkDocs' own way works only while it calls a hook."""
    file = File(path, src_dir=None, dest_dir=config.site_dir, use_directory_urls=config.use_directory_urls)
    file.generated_by = "pejl"
    file.content_bytes = content
    return file


def page_of(file: File) -> Page:
    """Give the page of a file, which every file of the site has by the time that its body is read."""
    assert file.page is not None  # noqa: S101
    return file.page


def _contents(body: str) -> TableOfContents:
    """List a page's headings of the second level, each with those of the third that follow it."""
    found: list[AnchorLink] = []
    for heading in markup.headings(body):
        link = AnchorLink(heading.title, heading.id, heading.level - 1)
        if heading.level == _THIRD and found:
            found[-1].children.append(link)
        elif heading.level == _SECOND:
            found.append(link)
    return TableOfContents(found)
