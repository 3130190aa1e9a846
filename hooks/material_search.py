"""What Material's search needs: where its scripts lie in this version, its words, and what it looks through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
import material as material_theme
from finished import page_of
from mkdocs.structure.files import File

from generator.publish import searching

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_FOLDER = Path(material_theme.__file__).parent / "templates"
_SCRIPTS = (
    "assets/javascripts/bundle.*.min.js",
    "assets/javascripts/workers/search.*.min.js",
    "assets/javascripts/lunr/min/lunr.stemmer.support.min.js",
    "assets/javascripts/lunr/min/lunr.da.min.js",
)
_WORDS = (
    "clipboard.copy",
    "clipboard.copied",
    "search.result.placeholder",
    "search.result.none",
    "search.result.one",
    "search.result.other",
    "search.result.more.one",
    "search.result.more.other",
    "search.result.term.missing",
    "select.version",
)


@dataclass(frozen=True)
class Material:
    """The parts of the theme that the frame names."""

    script: str
    worker: str
    words: dict[str, str]


def material(config: MkDocsConfig) -> Material:
    """Find the parts once; Material's own frame looks every word up anew on every page."""
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(_FOLDER), autoescape=True)
    language = env.get_template("partials/language.html", None, {"config": config}).make_module()
    return Material(
        script=_named("assets/javascripts/bundle.*.min.js"),
        worker=_named("assets/javascripts/workers/search.*.min.js"),
        words={key: str(vars(language)["t"](key)) for key in _WORDS},  # the macro »t« of the template
    )


def set_aside(config: MkDocsConfig) -> None:
    """Take Material's folder off the theme's: of its 14,000 files the site needs the four that `files` gives."""
    config.theme.dirs = [folder for folder in config.theme.dirs if Path(folder) != _FOLDER]


def files(config: MkDocsConfig) -> list[File]:
    """Give the scripts that search in Danish, as files of the site."""
    names = [_named(pattern) for pattern in _SCRIPTS]
    return [File(name, str(_FOLDER), config.site_dir, config.use_directory_urls) for name in names]


def index(found: Iterable[File]) -> Iterator[bytes]:
    """Write what the search looks through, from pages whose bodies are there."""
    pages = map(page_of, found)
    return searching.search_index((page.url, page.meta.get("title", page.title), page.content or "") for page in pages)


def _named(pattern: str) -> str:
    """Give the one file of Material that a pattern names: the names hold a hash of the content."""
    (found,) = _FOLDER.glob(pattern)
    return found.relative_to(_FOLDER).as_posix()
