"""Adapts the generator to MkDocs: its pages and files join the site, and every link is followed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from finished import add_pages, made_file, page_of, settle
from following import Refused, follow
from material_search import files as search_files
from material_search import index, material, set_aside
from mkdocs.structure.files import Files, InclusionLevel

from generator import site
from generator.base import clock, problems
from generator.publish import searching

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data, and take the site's name from them."""
    built = site.build(Path(config.extra["data"]), clock.today())
    if built.plan is None or problems.has_errors(built.problems):
        raise Refused(built.problems)
    config.extra["built"] = built
    settle(config, built.plan.site)
    set_aside(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and data files to the hand-written ones."""
    built: site.Built = config.extra["built"]
    add_pages(files, built.outline, config)
    for file in search_files(config):
        files.append(file)
    for asset in built.assets:
        files.append(made_file(asset.path, asset.content, config))
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Follow the links of the bodies, which are all there by now, and index them; give the frame its parts."""
    pages = files.documentation_pages()
    follow(pages, {file.dest_uri for file in files}, page_of)
    file = made_file(searching.PATH, index(pages), config)
    file.inclusion = InclusionLevel.INCLUDED
    files.append(file)
    env.globals["material"] = material(config)
    return env
