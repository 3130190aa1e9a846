"""Adapts the generator to MkDocs: its pages and files join the site, and every link is followed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from finished import add_page
from following import Refused, follow
from frame import material
from mkdocs.structure.files import File, Files, InclusionLevel

from generator import site
from generator.base import problems
from generator.publish import searching

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build the pages once, and take the site's name and address from its own record."""
    built = site.build(Path(config.extra["data"]), dt.datetime.now(tz=dt.UTC).date())
    if built.plan is None or problems.has_errors(built.problems):
        raise Refused(built.problems)
    record = built.plan.site
    config.site_name = record.title
    config.site_description = record.tagline
    config.site_url = config.site_url or record.address or ""
    config.extra |= {"built": built, "site": record}
    if record.repository:
        config.repo_url = record.repository
        config.edit_uri = "edit/main/"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and data files to the hand-written ones."""
    for file in files.documentation_pages():
        file.edit_uri = f"{Path(config.docs_dir).name}/{file.src_uri}"
    built: site.Built = config.extra["built"]
    titles = {path: title for item in config.nav or [] for title, path in item.items()}
    for page in built.pages:
        add_page(page, titles.get(page.path), files, config)
    for asset in built.assets:
        files.append(File.generated(config, asset.path, content=asset.content))
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Follow the links of the bodies, which are all there by now, and index them; give the frame its parts."""
    follow(files)
    index = searching.search_index(_entry(file) for file in files.documentation_pages())
    files.append(File.generated(config, searching.PATH, content=index, inclusion=InclusionLevel.INCLUDED))
    env.globals["material"] = material(env, config)
    return env


def _entry(file: File) -> tuple[str, str, str]:
    """Give a page as it is found: its address, its title and its body."""
    page = file.page
    return (page.url, page.meta.get("title", page.title), page.content or "") if page else ("", "", "")
