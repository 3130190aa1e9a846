"""Our own style sheets, scripts and pictures, which every page shares.

On the site each is named by what it holds (`assets/pejl.0123456789.css`), so that a browser may keep it for good. In
templates, scripts and other site generators it goes by its plain name (`assets/pejl.css`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

from generator.base.colours import mixed
from generator.model import Logo, Site
from generator.publish.view import Asset

_LIGHT, _DARK, _MARK = "#12436d", "#0b2e4d", "#1a5488"
"""Our colour on a light page and on a dark one, and as a mark on a dark one."""

FOLDER = Path(__file__).parent / "assets"
_PLACE = "assets/"

# Where it stands, without loading the package, which takes longer than a small build.
LIBRARY = Path(str(distribution("plotly").locate_file("plotly/package_data/plotly.min.js")))
"""What draws the interactive charts: from the installed package, so that it always fits the figures."""
CHARTS = f"{_PLACE}chart.js"
"""The script that asks for it, which only a site with a chart has."""

_OTHER = re.compile(r'"(\./)?([a-z.-]+\.js)"')
"""How a script names another: `"./search-engine.js"`."""


def named(path: str, content: bytes) -> str:
    """Put what a file holds into its name: `assets/pejl.css` becomes `assets/pejl.0123456789.css`."""
    stem, _, ending = path.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}"


def assets(site: Site | None = None, logo: Logo | None = None) -> Mapping[str, Asset]:
    """Give the files that the pages share by their plain names, in the municipality's own colour."""
    contents = plain(site, logo)
    made: dict[str, Asset] = {}

    def path_of(name: str) -> str:
        """Give the path of a file, made when it is first asked for: a script's name depends on those that it names."""
        if name not in made:
            content = contents[name]
            if name.endswith(".js"):
                content = _OTHER.sub(renamed, content.decode()).encode()
            made[name] = Asset(named(name, content), content)
        return made[name].path

    def renamed(found: re.Match[str]) -> str:
        path = library_path() if found[2] == LIBRARY.name else path_of(_PLACE + found[2])
        return f'"{found[1] or ""}{PurePosixPath(path).name}"'

    for name in contents:
        path_of(name)
    return {name: made[name] for name in contents}


def shared(site: Site, logo: Logo | None) -> Iterator[Asset]:
    """Give what every site has of them: the script of the charts comes with the charts."""
    yield from (asset for name, asset in assets(site, logo).items() if name != CHARTS)


def plain(site: Site | None = None, logo: Logo | None = None) -> Mapping[str, bytes]:
    """Give the same files as they are before each is named by what it holds."""
    found = {f"{_PLACE}{path.name}": path.read_bytes() for path in sorted(FOLDER.iterdir())}
    if site and site.colour:
        found = {name: _dressed(name, content, site.colour) for name, content in found.items()}
    if logo:
        found[f"{_PLACE}{logo.name}"] = logo.data
    return found


def unnamed(files: Iterable[Asset], site: Site, logo: Logo | None) -> Iterator[Asset]:
    """Give files with those of ours as they are under their plain names, for a frame that is another generator's."""
    contents = plain(site, logo)
    names = {asset.path: name for name, asset in assets(site, logo).items()}
    names[library_path()] = f"{_PLACE}{LIBRARY.name}"
    for file in files:
        name = names.get(file.path, file.path)
        yield Asset(name, contents.get(name, file.data))


@cache
def library_path() -> str:
    """Give the path of what draws the interactive charts."""
    return named(f"{_PLACE}{LIBRARY.name}", LIBRARY.read_bytes())


def colours(site: Site) -> tuple[str, str]:
    """Give the colour at the top of the pages where they are light, and where they are dark."""
    return (site.colour, mixed(site.colour, "#000000", 0.35)) if site.colour else (_LIGHT, _DARK)


def coloured(text: str, colour: str) -> str:
    """Put a municipality's colour in the place of ours; where the page is dark, it is darker, or lighter as a mark."""
    own = {_LIGHT: colour, _DARK: mixed(colour, "#000000", 0.35), _MARK: mixed(colour, "#ffffff", 0.2)}
    for ours, theirs in own.items():
        text = text.replace(ours, theirs)
    return text


def _dressed(name: str, content: bytes, colour: str) -> bytes:
    return coloured(content.decode(), colour).encode() if name.endswith((".css", ".svg")) else content
