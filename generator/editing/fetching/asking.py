"""Asks a service on the web: with time limits, new tries where that can help, and Danish words for what went wrong.

requests is used because it is already locked, for MkDocs' theme, knows the proxies that a town hall's network goes
through, and lets urllib3 count the tries. Redirects are not followed: a key must not travel to an address that nobody
has chosen, and a POST would arrive as a GET.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import ReadTimeoutError
from urllib3.util import Retry

_MOST_BYTES = 20_000_000
_BUSY = (429, 500, 502, 503, 504)
_MOVED = range(300, 400)
_FINE = range(200, 300)
_LOCAL = ("127.0.0.1", "localhost", "::1")


class FetchError(Exception):
    """Raised with a Danish sentence where no table can be fetched; `place` is the way below `from` to what is wrong."""

    def __init__(self, message: str, *place: str) -> None:
        super().__init__(message)
        self.place = place


@dataclass(frozen=True)
class Answer:
    """What a service answered."""

    status: int
    content: bytes

    @property
    def is_fine(self) -> bool:
        """Tell whether the service did what it was asked."""
        return self.status in _FINE


@dataclass(frozen=True)
class Asker:
    """Asks services, within limits of time in seconds."""

    to_connect: float = 10
    to_read: float = 60
    in_all: float = 180
    tries: int = 4
    pause: float = 1
    """The pause before a new try doubles each time."""
    clock: Callable[[], float] = time.monotonic

    def ask(
        self, address: str, path: str, body: Mapping[str, Any] | None = None, *, key: str = "", setting: str
    ) -> Answer:
        """Ask a service and give its answer, also one that says no; `setting` is what another address is written in.

        Raises:
            FetchError: there is no answer, it comes from elsewhere, or it is too long.
        """
        host = urlsplit(address).hostname or address
        if urlsplit(address).scheme != "https" and host not in _LOCAL:
            raise FetchError(f"Adressen {address} i {setting} er ikke sikker. Brug en adresse, der begynder med https.")
        url = f"{address.rstrip('/')}/{path}"
        try:
            with self._session() as session:
                response = session.request(
                    "GET" if body is None else "POST",
                    url,
                    json=dict(body) if body is not None else None,
                    auth=_Key(key),
                    timeout=(self.to_connect, self.to_read),
                    allow_redirects=False,
                    stream=True,
                )
                if response.status_code in _MOVED:
                    place = response.headers.get("Location", "en anden adresse")
                    message = (
                        f"{url} er flyttet til {place}. Se efter, om det er den rigtige, og skriv den i miljøvariablen "
                        f"{setting}."
                    )
                    raise FetchError(message)
                return Answer(response.status_code, self._content(response, host))
        except requests.exceptions.SSLError:
            message = f"Forbindelsen til {host} er ikke sikker. Prøv fra et andet net, eller spørg jeres it-afdeling."
            raise FetchError(message) from None
        except requests.RequestException as error:
            if _is_slow(error):
                raise FetchError(self._late(host)) from None
            message = (
                f"Der er ingen forbindelse til {host} efter {self.tries} forsøg. Se efter, om der er net, og prøv igen "
                "senere."
            )
            raise FetchError(message) from None

    def _session(self) -> requests.Session:
        again = Retry(
            total=self.tries - 1,
            redirect=0,
            backoff_factor=self.pause,
            status_forcelist=_BUSY,
            allowed_methods=None,  # asking for figures changes nothing, also by POST
            raise_on_status=False,
            respect_retry_after_header=self.pause > 0,
        )
        session = requests.Session()
        session.headers["User-Agent"] = "pejl"
        session.mount("https://", HTTPAdapter(max_retries=again))
        session.mount("http://", HTTPAdapter(max_retries=again))
        return session

    def _content(self, response: requests.Response, host: str) -> bytes:
        """Read an answer, unless it is too long or drips too slowly."""
        content, start = b"", self.clock()
        for part in response.iter_content(65_536):
            content += part
            if len(content) > _MOST_BYTES:
                message = f"Svaret fylder over {_MOST_BYTES // 1_000_000} MB. Vælg færre værdier i »variables«."
                raise FetchError(message, "variables")
            if self.clock() - start > self.in_all:
                raise FetchError(self._late(host))
        return content

    def _late(self, host: str) -> str:
        return f"{host} svarer for langsomt. Prøv igen senere, eller vælg færre værdier i »variables«."


def _is_slow(error: requests.RequestException) -> bool:
    """Tell whether time ran out while an answer was waited for; requests says so in three ways."""
    cause = error.args[0] if error.args else None
    waited = isinstance(error, requests.ReadTimeout)
    return waited or any(isinstance(one, ReadTimeoutError) for one in (cause, getattr(cause, "reason", None)))


class _Key(requests.auth.AuthBase):
    """Puts a key on a request as the service wants it, and nothing from the machine's own list of passwords."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self.key:
            request.headers["Authorization"] = self.key
        return request
