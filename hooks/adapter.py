"""Adapts the generator to MkDocs: its pages and files join the site, and every link is followed."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from finished import FinishedPage, add_pages, filters, page_of, settle
from following import Refused, follow, hard_to_read, relative
from mapped import mapped
from mkdocs.structure.files import Files
from searching import leaves
from written import finished

from generator import site
from generator.base import clock, placing, problems
from generator.reading.kept import memory
from generator.rules import pages

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data, and take the site's name from them."""
    data = Path(config.extra["data"])
    with memory(data) as known:
        built = site.build(data, clock.today(), known, placing.given())
    of_pages = list(pages.check(relative(config.docs_dir)))
    found = [*built.problems, *of_pages]
    if built.plan is None or problems.has_errors(found):
        raise Refused(found)
    config.extra["built"] = built
    config.extra["of_pages"] = of_pages
    settle(config, built.plan)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages to the hand-written ones; data files go straight to their place in the site."""
    built: site.Built = config.extra["built"]
    # All of them together take more room than the plan that they are made from.
    config.extra["written"] = {_write(asset.path, asset.data, config) for asset in built.stream()}
    # While there are no pages yet, there is room for it.
    if built.search:
        config.extra["search"] = built.search()
    add_pages(files, built.outline, config)
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001  MkDocs' names
    """Finish a page written by hand; the others are."""
    return html if isinstance(page, FinishedPage) else finished(html, page)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Follow the links of the bodies, which are all there by now, and take them to the search.

    Only then are long words broken: what is followed and found is the words themselves.
    """
    env.filters |= filters(config)
    # Every page is made by now, and what they were made of takes more room than they do.
    built: site.Built = config.extra.pop("built")
    config.extra["problems"] = [*built.problems, *config.extra.pop("of_pages")]
    every = files.documentation_pages()
    # What no check of the data can see.
    config.extra["seen"] = [*built.elsewhere, *hard_to_read(every)]
    del built
    gc.collect()
    follow(every, {*config.extra.pop("written"), *(file.dest_uri for file in files)}, page_of)
    for path, data in mapped(every, config, page_of):
        _write(path, data, config)
    if search := config.extra.pop("search", None):
        for path, data in search.files(leaves(every, page_of)):
            _write(path, data, config)
    return env


def _write(path: str, data: bytes, config: MkDocsConfig) -> str:
    """Write a file into the site, and give its path there."""
    target = Path(config.site_dir, path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return path
