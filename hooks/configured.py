"""The configuration that a site is built with: the folder's own `mkdocs.yml`, or else the one that comes with Pejl."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import load_config

from generator.base.folders import pages_folder
from generator.history import git

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

HOOKS = Path(__file__).parent
MANUAL = HOOKS.parent / "content"
"""Where the pages lie that come with Pejl."""
GUIDE = "redaktoer"
"""The folder of the only ones that are the same for all: the guide for those who edit."""
_CONFIG = HOOKS.parent / "mkdocs.yml"
_OURS = {"PEJL_MKDOCS": _CONFIG, "PEJL_THEME": HOOKS / "theme", "PEJL_HOOK": HOOKS / "adapter.py"}
"""What a folder's own configuration builds on: `INHERIT: !ENV PEJL_MKDOCS`."""


def configured(data: Path, site: str | None = None, *, strict: bool = False) -> MkDocsConfig:
    """Load the configuration of the folder that some data lie in; `site` is where the pages are to stand."""
    os.environ |= {name: str(path) for name, path in _OURS.items()}
    own = data.absolute().parent / "mkdocs.yml"
    # MkDocs wants a folder that is there, and a municipality may have no pages of its own yet.
    config = load_config(str(own if own.is_file() else _CONFIG), docs_dir=str(HOOKS / "theme"), strict=strict)
    config.site_dir = str(Path(site or "site").absolute())
    config.docs_dir = str(pages_folder(data).absolute())
    config.extra |= {"data": str(data), "root": str(git.top(data) or data.absolute().parent)}
    return config
