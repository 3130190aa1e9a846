"""Adapts the generator to MkDocs: its pages and files join the site, and `serve` follows the data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from generator import site
from generator.base import clock, problems
from generator.publish import navigation

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_built: dict[str, site.Built] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build the pages once, and take the site's name and address from its own record."""
    built = site.build(Path(config.extra["data"]), clock.today())
    if built.plan is None or problems.has_errors(built.problems):
        raise PluginError(problems.as_text(built.problems))
    _built["site"] = built
    record = built.plan.site
    config.site_name = record.title
    config.site_description = record.tagline
    config.site_url = config.site_url or record.address or ""
    config.extra["site"] = record
    config.extra["top"] = [path for _, path in navigation.TOP]
    own = [{title: path} for title, path in (navigation.FRONT, *navigation.TOP, *navigation.rest())]
    config.nav = [*own, *config.nav] if config.nav else own
    if record.repository:
        config.repo_url = record.repository
        config.edit_uri = "edit/main/"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and data files to the hand-written ones."""
    for file in files.documentation_pages():
        file.edit_uri = f"{Path(config.docs_dir).name}/{file.src_uri}"
    for page in _built["site"].pages:
        file = File.generated(config, page.path, content=page.markdown())
        file.edit_uri = page.edit_path
        files.append(file)
    for asset in _built["site"].assets:
        files.append(File.generated(config, asset.path, content=asset.content))
    return files
