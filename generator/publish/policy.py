"""What a page may load and run, said once: for the pages themselves, and for a server that says it too.

Only what comes from the site, whatever somebody gets into a text. Plotly puts its styles into the page and makes
pictures of charts, so where it may be asked for, that is allowed as well, and on no other page.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from urllib.parse import urlsplit

_DRAWS = 'class="interactive"'
"""What a page holds that may draw a chart with Plotly."""


def _of_page(styles: str = "", pictures: str = "") -> str:
    return (
        f"default-src 'self'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data:{pictures}; "
        "object-src 'none'; base-uri 'none'; form-action 'self'"
    )


PAGE = _of_page()
"""The policy of nearly every page."""
DRAWING = _of_page(" 'unsafe-inline'", " blob:")
"""The policy of a page with a chart that a reader can make interactive."""

STYLE = "body{max-width:52ch;margin:3rem auto;padding:0 1rem;font:1.125rem/1.5 system-ui,sans-serif}h1{line-height:1.2}"
"""The whole style of a page that loads nothing, because it may stand anywhere."""
ALONE = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""The policy of such a page, which knows that style by heart."""

_EDITOR = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self' blob: data: {host}; base-uri 'none'; form-action 'none'"
)


def draws(body: str) -> bool:
    """Tell whether a page has a chart that a reader can make interactive."""
    return _DRAWS in body


def of(body: str) -> str:
    """Give the policy of a page by its body."""
    return DRAWING if draws(body) else PAGE


def form_editor(api: str) -> str:
    """Give the policy of the form editor, which puts its styles into the page and talks to one host."""
    return _EDITOR.format(host="{0.scheme}://{0.netloc}".format(urlsplit(api)))
