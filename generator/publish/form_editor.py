"""The files of the form editor under `/rediger/`: its page, what it is told, and the library that does the work.

The library is published as it was fetched, but for the addresses at other hosts that it asks by itself: they lead here.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import urlsplit

from generator.model import Site
from generator.publish import policy
from generator.publish.form_library import MODULES, NAME, is_fetched, version
from generator.publish.view import Asset

ADDRESS = "rediger/"

_OWN = Path(__file__).parent / "rediger"
_BY_ITSELF = "sveltia"
"""The name by which the library asks for its own parts, once it no longer asks another host for them."""

_FONT = re.compile(
    r"https://[a-z.]+/fontsource/fonts/(?P<name>[a-z0-9-]+)(?P<variable>:vf)?@[0-9.]+/(?P<file>[a-z0-9.-]+)"
)
_ELSEWHERE = {
    "https://unpkg.com/@sveltia/cms": _BY_ITSELF,
    "https://www.githubstatus.com/api/v2/status.json": f"{_BY_ITSELF}/status.json",
    ".avatar_url": ".no_avatar_url",
    ".avatarUrl": ".noAvatarUrl",
}
"""What the library asks of other hosts, and where the same lies here; of pictures of people there are none."""


def assets(site: Site, api: str, configuration: Mapping[str, Any]) -> Iterator[Asset]:
    """Give the files of the editor; without the library, the page says that it is not there."""
    values = {
        "title": site.title,
        "policy": policy.form_editor(api),
        "host": urlsplit(site.repository or "").hostname or "",
        "repository": (site.repository or "").rstrip("/"),
        "guide": "../redaktoer/#formular",
    }
    page = Template((_OWN / "index.html").read_text("utf-8"))
    yield Asset(f"{ADDRESS}index.html", page.substitute({name: html.escape(value) for name, value in values.items()}))
    yield Asset(f"{ADDRESS}config.json", json.dumps(configuration, ensure_ascii=False))
    for name in ("rediger.css", "rediger.js"):
        yield Asset(ADDRESS + name, (_OWN / name).read_bytes())
    if is_fetched():
        yield from _library()


def _library() -> Iterator[Asset]:
    """Give the library with its Danish words and its fonts, so that it asks nobody else for them."""
    program = (MODULES / NAME / "dist/sveltia-cms.js").read_text("utf-8")
    for font in _FONT.finditer(program):
        package = "@fontsource-variable" if font["variable"] else "@fontsource"
        content = (MODULES / package / font["name"] / "files" / f"{font['name']}-{font['file']}").read_bytes()
        yield Asset(f"{ADDRESS}fonts/{font['name']}-{font['file']}", content)
    program = _FONT.sub(r"fonts/\g<name>-\g<file>", program)
    for address, here in _ELSEWHERE.items():
        program = program.replace(address, here)
    yield Asset(f"{ADDRESS}sveltia-cms.js", program)
    words = json.loads((MODULES / NAME / "locales/da.json").read_text("utf-8"))
    ours = json.loads((_OWN / "da.json").read_text("utf-8"))
    told = json.dumps(_both(words, ours), ensure_ascii=False)
    yield Asset(f"{ADDRESS}{_BY_ITSELF}@{version()}/locales/da.json", told)
    # It asks for its newest version, and whether its host has an outage: there is nothing to tell.
    yield Asset(f"{ADDRESS}{_BY_ITSELF}/package.json", json.dumps({"version": version()}))
    yield Asset(f"{ADDRESS}{_BY_ITSELF}/status.json", json.dumps({"status": {"indicator": "none"}}))


def _both(words: Mapping[str, Any], ours: Mapping[str, Any]) -> dict[str, Any]:
    """Give the library's words, with ours where it has none in Danish."""
    missing = {name: word for name, word in ours.items() if name not in words}
    return {
        name: _both(word, ours.get(name, {})) if isinstance(word, dict) else word for name, word in words.items()
    } | missing
