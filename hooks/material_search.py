"""What Material's search needs: where its scripts lie in this version, its words, and what it looks through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from finished import page_of

from generator.publish import searching

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

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


def material(env: jinja2.Environment, config: MkDocsConfig) -> Material:
    """Find the parts once; Material's own frame looks every word up anew on every page."""
    language = env.get_template("partials/language.html", None, {"config": config}).make_module()
    return Material(
        script=_file(config, "assets/javascripts/bundle.*.min.js"),
        worker=_file(config, "assets/javascripts/workers/search.*.min.js"),
        words={key: str(vars(language)["t"](key)) for key in _WORDS},  # the macro »t« of the template
    )


def index(files: Iterable[File]) -> str:
    """Write what the search looks through, from pages whose bodies are there."""
    pages = map(page_of, files)
    return searching.search_index((page.url, page.meta.get("title", page.title), page.content or "") for page in pages)


def _file(config: MkDocsConfig, pattern: str) -> str:
    """Give the one file of the theme that a pattern names: the names hold a hash of the content."""
    folders = [Path(folder) for folder in config.theme.dirs]
    (found,) = {path.relative_to(folder).as_posix() for folder in folders for path in folder.glob(pattern)}
    return found
