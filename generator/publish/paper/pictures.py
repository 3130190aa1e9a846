"""A chart's drawing as a file of its own: its classes carry colours only where the site's style sheet says so."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup

from generator.publish.assets import FOLDER

_RULE = re.compile(r"^(svg\.chart [^{@:]+)\{([^}]*)\}", re.MULTILINE)
_COLOUR = re.compile(r"^  (--[a-z0-9-]+): (#[0-9a-f]+);", re.MULTILINE)
_USED = re.compile(r"var\((--[a-z0-9-]+)\)")
_SAID_BESIDE = re.compile(r"<title .*?</title>|<desc .*?</desc>", re.DOTALL)
_FONT = "svg{font-family:'Libertinus Serif';font-size:15px}"


def printed(drawing: Markup) -> str:
    """Give a drawing with its colours, as on white paper; its title and description are said beside it."""
    bare = _SAID_BESIDE.sub("", drawing)
    start, end, rest = bare.partition(">")
    return f'{start} xmlns="http://www.w3.org/2000/svg"{end}<style>{_style()}</style>{rest}'


@cache
def _style() -> str:
    """Take the rules that charts are drawn by out of the style sheet, with the colours of the light scheme."""
    light = (FOLDER / "pejl.css").read_text("utf-8").partition("@media")[0]
    colours = dict(_COLOUR.findall(light))
    screen = (FOLDER / "charts.css").read_text("utf-8").partition("@media")[0]
    rules = "".join(f"{where.strip()}{{{what.strip()}}}" for where, what in _RULE.findall(screen))
    return _FONT + _USED.sub(lambda found: colours[found[1]], rules)
