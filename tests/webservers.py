"""The web servers that a site may stand on, each started by an ordinary user on a free port, in its own folder."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

PROGRAMS = {"nginx": "nginx", "apache": "apache2", "caddy": "caddy"}
"""The servers, and the programs of Debian's packages of the same names."""

_NGINX = """\
daemon off;
master_process off;
worker_processes 1;
pid {place}/pid;
error_log {place}/errors.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    gzip on;
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    server {{
        listen 127.0.0.1:{port};
        include {snippet};
    }}
}}
"""
_MODULES = (
    *("mpm_event", "authz_core", "filter", "headers", "deflate", "brotli", "mime"),
    *("alias", "autoindex", "dir", "env", "negotiation", "setenvif"),
)
_APACHE = """\
ServerRoot /etc/apache2
DefaultRuntimeDir {place}
PidFile {place}/pid
ErrorLog {place}/errors.log
Listen 127.0.0.1:{port}
{modules}
<VirtualHost *:{port}>
    ServerName 127.0.0.1
    Include {snippet}
</VirtualHost>
"""
_CADDY = """\
{{
	admin off
	auto_https off
}}
:{port} {{
	bind 127.0.0.1
	import {snippet}
}}
"""


@dataclass(frozen=True)
class Answer:
    """What a server answered: its status, its headers by their small names, and the body as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    port: int

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a path and follow nothing; a header is named with low lines."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        line.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        body = answer.read()
        line.close()
        return Answer(answer.status, found, body)


def skip_without(server: str) -> str:
    """Give the program of a server; skip where it is not installed, and fail where it must be."""
    program = shutil.which(PROGRAMS[server], path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        reason = f"{server} is not installed: apt-get install {PROGRAMS[server]}"
        if os.environ.get("PEJL_REQUIRE_SERVERS") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return program


@contextlib.contextmanager
def started(server: str, snippet: str, place: Path) -> Iterator[Server]:
    """Run a server with a site's own configuration, in a folder that everybody may read."""
    program, port = skip_without(server), _free_port()
    place.mkdir()
    own = place / "pejl.conf"
    own.write_text(snippet, "utf-8")
    config = place / "Caddyfile" if server == "caddy" else place / f"{server}.conf"
    if server == "nginx":
        config.write_text(_NGINX.format(place=place, port=port, snippet=own), "utf-8")
        command = [program, "-e", f"{place}/errors.log", "-p", str(place), "-c", str(config)]
    elif server == "apache":
        modules = "\n".join(_module(name) for name in _MODULES)
        config.write_text(_APACHE.format(place=place, port=port, snippet=own, modules=modules), "utf-8")
        command = [program, "-DFOREGROUND", "-f", str(config)]
    else:
        config.write_text(_CADDY.format(port=port, snippet=own), "utf-8")
        command = [program, "run", "--config", str(config), "--adapter", "caddyfile"]
    user = None
    if os.geteuid() == 0:  # Apache serves nothing as root, and no server need be root to serve
        user = "nobody"
        shutil.chown(place, user)
    with (place / "said.log").open("wb") as said:
        environment = {"PATH": os.environ["PATH"], "HOME": str(place)}
        process = subprocess.Popen(command, stdout=said, stderr=said, env=environment, user=user)  # noqa: S603
        try:
            _await(process, port, place)
            yield Server(port)
        finally:
            process.terminate()
            process.wait(20)


def _module(name: str) -> str:
    """Switch on a module as Debian does: what loads it, and what Debian sets it up with."""
    folder = Path("/etc/apache2/mods-available")
    lines = [f"Include {folder / name}.load"]
    if (folder / f"{name}.conf").is_file():
        lines.append(f"Include {folder / name}.conf")
    return "\n".join(lines)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _await(process: subprocess.Popen[bytes], port: int, place: Path) -> None:
    """Wait until a server answers, and tell what it said if it never does."""
    for _ in range(400):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    logs = "".join(log.read_text("utf-8", "replace") for log in sorted(place.glob("*.log")))
    pytest.fail(f"The server does not answer.\n{logs}")
