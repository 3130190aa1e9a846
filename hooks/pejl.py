"""Adapts the generator to MkDocs: its pages and files join the site."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from finished import add_page
from frame import material
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from generator import site
from generator.base import problems
from generator.publish import searching

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig

_built: dict[str, site.Built] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build the pages once, and take the site's name and address from its own record."""
    built = site.build(Path(config.extra["data"]), dt.datetime.now(tz=dt.UTC).date())
    if built.plan is None or problems.has_errors(built.problems):
        raise PluginError(problems.as_text(built.problems))
    _built["site"] = built
    record = built.plan.site
    config.site_name = record.title
    config.site_description = record.tagline
    config.site_url = config.site_url or record.address or ""
    config.extra["site"] = record
    if record.repository:
        config.repo_url = record.repository
        config.edit_uri = "edit/main/"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and data files to the hand-written ones."""
    for file in files.documentation_pages():
        file.edit_uri = f"{Path(config.docs_dir).name}/{file.src_uri}"
    titles = {path: title for item in config.nav or [] for title, path in item.items()}
    for page in _built["site"].pages:
        add_page(page, titles.get(page.path), files, config)
    for asset in _built["site"].assets:
        files.append(File.generated(config, asset.path, content=asset.content))
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Give the frame what it names of Material, and write the search index from the bodies that are all there by now."""
    env.globals["material"] = material(env, config)
    pages = [file.page for file in files.documentation_pages() if file.page]
    index = searching.search_index(
        (page.url, page.meta.get("title") or page.title, page.content or "") for page in pages
    )
    files.append(File.generated(config, searching.PATH, content=index, inclusion=InclusionLevel.INCLUDED))
    return env
