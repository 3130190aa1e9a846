"""What a web server is set up with for one site: a file that nginx, Apache or Caddy takes in where its host is set up.

The files are templates beside this module. They are written anew whenever the site is built, because they say which
addresses have moved and which pages may draw, and so they hold nothing that somebody must write by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import jinja2

from generator.model import Plan
from generator.publish import hosting
from generator.publish.view import Page

SERVERS = ("nginx", "apache", "caddy")
"""The servers that there is a file for."""

WHERE = {
    "nginx": "/etc/nginx/snippets/pejl.conf",
    "apache": "/etc/apache2/pejl.conf",
    "caddy": "/etc/caddy/pejl.caddy",
}
"""Where the file of each is put, with the packages of Debian."""

ROOT = "/var/www/pejl"
"""Where the built site lies on the server, if nothing else is said."""


@dataclass(frozen=True)
class Kind:
    """A kind of file: how its name ends, what a server calls it, and whether it is text that is worth compressing."""

    ending: str
    media: str
    is_text: bool = True

    @property
    def told(self) -> str:
        """The type as a browser is told it, with the character set where the type has one."""
        has_charset = self.media.startswith("text/") or self.media.endswith("xml")
        return f"{self.media}; charset=utf-8" if has_charset and self.is_text else self.media


KINDS = (
    Kind("html", "text/html"),
    Kind("css", "text/css"),
    Kind("js", "text/javascript"),
    Kind("mjs", "text/javascript"),
    Kind("txt", "text/plain"),
    Kind("md", "text/markdown"),
    Kind("csv", "text/csv"),
    Kind("ics", "text/calendar"),
    Kind("ttl", "text/turtle"),
    Kind("json", "application/json"),
    Kind("geojson", "application/geo+json"),
    Kind("jsonld", "application/ld+json"),
    Kind("webmanifest", "application/manifest+json"),
    Kind("xml", "application/atom+xml"),
    Kind("rdf", "application/rdf+xml"),
    Kind("svg", "image/svg+xml"),
    Kind("ico", "image/vnd.microsoft.icon", is_text=False),
    Kind("png", "image/png", is_text=False),
    Kind("jpg", "image/jpeg", is_text=False),
    Kind("jpeg", "image/jpeg", is_text=False),
    Kind("webp", "image/webp", is_text=False),
    Kind("avif", "image/avif", is_text=False),
    Kind("gif", "image/gif", is_text=False),
    Kind("woff", "font/woff", is_text=False),
    Kind("woff2", "font/woff2", is_text=False),
    Kind("pdf", "application/pdf", is_text=False),
    Kind("zip", "application/zip", is_text=False),
    Kind("gz", "application/gzip", is_text=False),
    Kind("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", is_text=False),
    Kind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", is_text=False),
)
"""Every kind of file that a site may hold, those of the municipality's own pages too; a feed is the only other XML."""

KEPT = "max-age=0, must-revalidate"
"""What is asked for again each time, and only sent when it has changed."""
KEPT_FOR_GOOD = "public, max-age=31536000, immutable"
"""What a browser never asks for again, because another content has another name."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
}
"""What is said of every file; the policy of a page and how long it is kept are said beside."""
FRAMES = "frame-ancestors 'none'"
"""The part of a policy that only a header can say: no other site shows ours in a frame."""
SECURE = "max-age=31536000"
"""How long a browser asks for the host by https alone, once it has."""

_MOST = 2000
"""The most letters of addresses in one line: nginx takes no line above 4,096."""
_UNSAFE = re.compile(r"""[^A-Za-z0-9:/?#@=&%+,~._\-]""")
_TEMPLATES = Path(__file__).parent


def configuration(server: str, plan: Plan, pages: Iterable[Page], api: str, root: str = ROOT) -> str:
    """Write the file that a server is set up with for a site, whose files lie in `root` on the server."""
    environment = jinja2.Environment(  # noqa: S701  no HTML; what comes from the data is quoted by `_values`
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(f"{server}.j2").render(_values(server, plan, pages, api, root))


def _values(server: str, plan: Plan, pages: Iterable[Page], api: str, root: str) -> Mapping[str, Any]:
    folder, policies = hosting.folder(plan.site), hosting.policies(plan.site, api)
    drawing = [_safe(address) for address in hosting.drawing(plan.site, pages)]
    return {
        "where": WHERE[server],
        "address": f"{_safe(plan.site.root)}/",
        "host": _safe(urlsplit(plan.site.root).netloc),
        "folder": _safe(folder),
        "name": "_".join(["pejl", *re.findall("[a-z0-9]+", folder.lower())]),
        "root": root.rstrip("/"),
        "kinds": KINDS,
        "compressed": sorted({kind.media for kind in KINDS if kind.is_text} | {"application/xml"}),
        "with_charset": sorted({kind.media for kind in KINDS if kind.told != kind.media} | {"application/xml"}),
        "headers": HEADERS,
        "policy": f"{policies.page}; {FRAMES}",
        "policy_drawing": f"{policies.drawing}; {FRAMES}",
        "policy_editor": f"{policies.form_editor}; {FRAMES}",
        "drawing": drawing,
        "drawing_patterns": list(_patterns(drawing)),
        "editor": _safe(hosting.editor(plan.site)),
        "kept": KEPT,
        "kept_for_good": KEPT_FOR_GOOD,
        "unchanging": hosting.UNCHANGING,
        "secure": SECURE if folder == "/" else "",
        "redirects": {_safe(old).rstrip("/"): _safe(new) for old, new in sorted(hosting.redirects(plan).items())},
        "escaped": _escaped,
    }


def _safe(address: str) -> str:
    """Give an address with everything encoded that could end a word, or mean something, in a server's file."""
    return _UNSAFE.sub(lambda found: quote(found[0]), address)


def _escaped(address: str) -> str:
    """Give an address as a pattern that finds it and nothing else."""
    return re.sub(r"([.?+])", r"\\\1", address)


def _patterns(addresses: Iterable[str]) -> Iterator[str]:
    """Make patterns that find pages by their addresses, and by the files that servers find for these."""
    batch: list[str] = []
    for address in addresses:
        if sum(map(len, batch)) + len(address) > _MOST:
            yield _pattern(batch)
            batch = []
        batch.append(address)
    if batch:
        yield _pattern(batch)


def _pattern(addresses: Iterable[str]) -> str:
    return rf"^(?:{'|'.join(map(_escaped, addresses))})(?:index\.html)?$"
