"""Builds the site with MkDocs, strictly, for `pejl build`: what it says is in Danish, and for an editor.

Run in a process of its own as `python hooks/build.py DATA SITE`. Status 0: built; 1: problems that an editor can mend,
written to stderr; anything else is a bug of ours.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from configured import configured
from following import Refused
from mkdocs.commands.build import build

from generator.base import garbage, problems

_NO_ADDRESS = (
    "Bemærk: Siden har ingen adresse. Skriv den i »address« i site.yml, når den er kendt. Uden den har siden ingen "
    "liste til søgemaskiner (sitemap.xml), og delte links har intet billede."
)


def main(data: str, site: str) -> int:
    """Build a site of a data folder, and give the exit status."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    config = configured(Path(data), site, strict=True)
    try:
        with garbage.kept():
            build(config)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    if not config.site_url:
        print(_NO_ADDRESS)
    for seen in sorted(config.extra["seen"]):
        print(seen)
    print(problems.summary([*config.extra["problems"], *config.extra["seen"]]))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
