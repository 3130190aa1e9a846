"""What a server has to know of a site: the policies of its pages, the addresses that lead on, and what it may keep.

Addresses begin with the folder that the site stands in on its host, which is `/` where it stands at the top.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model import Plan, Site
from generator.publish import form_editor, markup, policy
from generator.publish.view import Page

UNCHANGING = r"\.[0-9a-f]{10}\.[a-z0-9]+$"
"""What the address of a file ends with whose name says what it holds: a browser may keep it for good."""

STATEMENT = "was/"
"""The address that the law gives the accessibility statement."""


@dataclass(frozen=True)
class Policies:
    """The content policies of a site's pages."""

    page: str
    """Of every page that is not named here."""
    drawing: str
    """Of the pages with a chart that a reader can make interactive."""
    form_editor: str
    """Of the form editor; empty where the site has none."""


def policies(site: Site, api: str = "") -> Policies:
    """Give the policies of a site; `api` is the address that its form editor talks to."""
    return Policies(policy.PAGE, policy.DRAWING, policy.form_editor(api) if site.form_editor else "")


def folder(site: Site) -> str:
    """Give the folder that the site stands in on its host, with a slash at both ends."""
    return f"{urlsplit(site.root).path}/"


def drawing(site: Site, pages: Iterable[Page]) -> list[str]:
    """List the addresses of the pages with a chart that a reader can make interactive."""
    return sorted(folder(site) + markup.address_of(page.path) for page in pages if policy.draws(page.body))


def editor(site: Site) -> str:
    """Give the address of the form editor; empty where the site has none."""
    return folder(site) + form_editor.ADDRESS if site.form_editor else ""


def redirects(plan: Plan) -> Mapping[str, str]:
    """Give where each address leads that has moved, and the statement where it stands elsewhere.

    Of a place on a page a server knows nothing; what has moved from there is told on the page.
    """
    top = folder(plan.site)
    found = {top + old: top + new for old, new in plan.gone.destinations.items() if "#" not in old}
    if elsewhere := plan.site.accessibility.statement_url:
        found[top + STATEMENT] = elsewhere
    return found
