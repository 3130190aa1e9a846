"""A site as an editor sees it while writing: a page is made when somebody looks at it, and is what a build makes."""

from __future__ import annotations

import contextlib
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import jinja2
from configured import configured
from finished import FinishedPage, add_pages, filters, made_file, page_of, settle
from following import Refused, follow
from mapped import mapped
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.utils import get_relative_url, is_error_template
from searching import leaves
from written import finished

from generator import site
from generator.base import clock, garbage, placing, problems
from generator.base.folders import pages_folder
from generator.checking import check_pages
from generator.publish import assets
from generator.publish.wellknown import MAP
from generator.reading.source import Memory
from generator.search import pieces

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from generator.base.problems import Problem
    from generator.model import Plan

_THEME = Path(__file__).parent / "theme"
_SHEET = "assets/pejl.css"


class Preview:
    """The site of a data folder as it is now, or what keeps it from being one."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._memory = Memory()
        self._making = threading.RLock()
        self._site: _Site | None = None
        self._instead = ""

    def refresh(self) -> str:
        """Read the data and the pages written by hand again, and say in words how that went."""
        with self._making, garbage.kept():
            return self._instead_of(self._fresh)

    def follow(self, is_over: Callable[[], bool] = lambda: False) -> str:
        """Follow the links of the pages written by hand, and say in words what is wrong; those of others are a build's.

        It takes the pages one by one, so that whoever looks at one meanwhile does not wait for the rest, and stops
        without a word when `is_over`: somebody has saved a file, and the links will be followed anew.
        """
        made = self._site
        return self._instead_of(lambda: made.follow(is_over)) if made and not self._instead else ""

    def _fresh(self) -> str:
        built = site.build(self._data, clock.today(), self._memory, placing.given())
        found = [*built.problems, *check_pages(pages_folder(self._data))]
        if built.plan is None or problems.has_errors(found):
            raise Refused(found)
        self._site, self._instead = _Site(self._data, built, built.plan, self._making), ""
        return problems.summary(found)

    def _instead_of(self, work: Callable[[], str]) -> str:
        """Do some work; where it finds something wrong, that is shown instead of the pages."""
        try:
            return work()
        except Refused as refused:
            self._instead, words = _instead(refused.found), str(refused)
        except Exception:  # noqa: BLE001  the server lives on, and shows what fell
            words = traceback.format_exc()
            self._instead = _instead(trace=words)
        return words

    def answer(self, path: str) -> bytes | None:
        """Give what stands at a path of the site; where something is wrong, that stands in the place of every page."""
        if self._instead and path.endswith(".html"):
            return self._instead.encode()
        try:
            with self._making:
                found = self._site.content(path) if self._site else None
                return _shared(path) if found is None else found
        except Refused as refused:
            return _instead(refused.found).encode()
        except Exception:  # noqa: BLE001  as above
            return _instead(trace=traceback.format_exc()).encode()

    @property
    def paths(self) -> list[str]:
        """Every path that a build would write to."""
        return list(self._site.paths) if self._site else []


class _Over(Exception):  # noqa: N818  nothing is wrong
    """Ends work that has become useless."""


class _Site:
    """The parts of a site, ready to be put together."""

    def __init__(self, data: Path, built: site.Built, plan: Plan, making: threading.RLock) -> None:
        self._making = making
        self._config = configured(data)
        settle(self._config, plan)
        self._env = self._config.theme.get_env()
        self._env.filters |= filters(self._config)
        files = get_files(self._config)
        files.add_files_from_theme(self._env, self._config)
        add_pages(files, built.outline, self._config)
        set_exclusions(files, self._config)
        self._nav = get_navigation(files, self._config)
        self._pages = files.documentation_pages()
        self._files = _Files(files, built, self._config)
        self._search = built.search
        self._found: dict[str, bytes] = {}

    def follow(self, is_over: Callable[[], bool]) -> str:
        """Follow the links of the pages written by hand, as long as it is not over."""

        def read(file: File) -> Page:
            if is_over():
                raise _Over
            return self._read(file)

        with contextlib.suppress(_Over):
            follow(self._pages, self._files, read, written_only=True)
        return ""

    def content(self, path: str) -> bytes | None:
        """Give what a build would write to a path."""
        if path in self._config.theme.static_templates:
            return self._template(path).encode()
        if path.startswith(pieces.FOLDER):
            return self._index().get(path)
        if path == MAP:
            return dict(mapped(self._pages, self._config, self._read)).get(path)
        found = self._files.at(path)
        if found is None:
            return None
        return self._framed(self._read(found)).encode() if found.is_documentation_page() else found.content_bytes

    @property
    def paths(self) -> Iterator[str]:
        """Every path that a build would write to."""
        yield from self._files.paths
        yield from self._config.theme.static_templates
        yield from self._index()
        yield from dict(mapped(self._pages, self._config, self._read))

    def _index(self) -> Mapping[str, bytes]:
        """Make the files of the search when somebody searches: they need every page."""
        if not self._found and self._search:
            self._found = dict(self._search().files(leaves(self._pages, self._read)))
        return self._found

    def _read(self, file: File) -> Page:
        page = page_of(file)
        with self._making:
            if page.content is None:
                page.read_source(self._config)
                page.render(self._config, self._files)
                if not isinstance(page, FinishedPage):
                    page.content = finished(page.content or "", page)
        return page

    def _framed(self, page: Page) -> str:
        page.active = True
        try:
            return self._env.get_template("main.html").render(get_context(self._nav, self._pages, self._config, page))
        finally:
            page.active = False

    def _template(self, name: str) -> str:
        """Put together what the theme makes beside the pages; the links of an error page begin at the root."""
        base = urlsplit(self._config.site_url or "/").path if is_error_template(name) else get_relative_url(".", name)
        return self._env.get_template(name).render(get_context(self._nav, self._pages, self._config, base_url=base))


class _Files(Files):
    """The files of a site; those for data and charts are made when somebody looks for one of them."""

    def __init__(self, files: Files, built: site.Built, config: MkDocsConfig) -> None:
        super().__init__(files)
        self._by_path = {file.dest_uri: file for file in files}
        self._built = built
        self._config = config

    def __contains__(self, path: object) -> bool:
        """Tell whether something stands at a path of the site."""
        return isinstance(path, str) and self.at(path) is not None

    def get_file_from_path(self, path: str) -> File | None:
        """Give the file that a link in Markdown names."""
        return super().get_file_from_path(path) or self._generated(normpath(path))

    def at(self, path: str) -> File | None:
        """Give the file that becomes a path of the site."""
        return self._by_path.get(path) or self._generated(path)

    @property
    def paths(self) -> Iterator[str]:
        """Every path of the site."""
        yield from self._by_path
        for group in self._built.files.values():
            yield from group

    def _generated(self, path: str) -> File | None:
        # From the last group, because the first takes longest to make.
        for name in reversed(list(self._built.files)):
            asset = self._built.files[name].get(path)
            if asset:
                return made_file(path, asset.data, self._config)
        return None


def _shared(path: str) -> bytes | None:
    """Give the style sheet of the page of mistakes, which may come before there is a site."""
    sheet = assets.assets()[_SHEET]
    return sheet.data if path == sheet.path else None


def _instead(found: Iterable[Problem] = (), trace: str = "") -> str:
    """Write what stands in the place of a page: the errors to mend, or what fell."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(_THEME), autoescape=True)
    errors = [problem for problem in sorted(set(found)) if problem.severity is problems.Severity.ERROR]
    sheet = assets.assets()[_SHEET].path
    return environment.get_template("problems.html").render(errors=errors, trace=trace, sheet=sheet)
