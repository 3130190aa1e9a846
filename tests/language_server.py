"""The language server behind an editor's help with YAML, driven over its protocol as an editor drives it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = Path(__file__).parent / "language-server/node_modules/yaml-language-server/bin/yaml-language-server"


def missing() -> str:
    """Say what is missing for the server to run; nothing if it can."""
    if not shutil.which("node"):
        return "Node is not installed."
    if not PROGRAM.exists():
        return "yaml-language-server is not installed: npm ci --prefix tests/language-server"
    return ""


class Server:
    """A running server, for one folder with the settings of an editor."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path, settings: dict[str, Any]) -> None:
        self.process = process
        self.root = root
        self.settings = settings
        self.last = 0
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        workspace = {"uri": root.as_uri(), "name": "plan"}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
        }
        start = {
            "processId": None,
            "rootUri": root.as_uri(),
            "workspaceFolders": [workspace],
            "capabilities": capabilities,
        }
        self.ask("initialize", start)
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def open(self, path: Path, text: str) -> str:
        """Open a file with a text, once; give the name that the server knows it by."""
        name = path.as_uri()
        document = {"uri": name, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return name

    def found(self, name: str) -> list[tuple[int, str]]:
        """Give the line and the words of everything that the server finds wrong in a file that is open."""
        while name not in self.diagnostics:
            self._take(self._receive())
        return sorted((item["range"]["start"]["line"] + 1, item["message"]) for item in self.diagnostics[name])

    def offered(self, path: Path, text: str, line: int, column: int) -> dict[str, str]:
        """Open a file with a text and give what the server offers at a place, counted from 1, and what it writes."""
        name = self.open(path, text)
        self.found(name)  # before the server has read the schema of the file, it offers nothing
        position = {"line": line - 1, "character": column - 1}
        answer = self.ask("textDocument/completion", {"textDocument": {"uri": name}, "position": position})
        return {item["label"]: item["insertText"] for item in answer["items"]}

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.last += 1
        self._send({"id": self.last, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self.last and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._take(message)

    def tell(self, method: str, params: dict[str, Any] | None) -> None:
        self._send({"method": method, "params": params})

    def _take(self, message: dict[str, Any]) -> None:
        """Answer what the server asks, and keep what it has found."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            wanted = message["params"]["items"]
            self._send({"id": message["id"], "result": [self.settings.get(item["section"], {}) for item in wanted]})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self.process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        length = 0
        while line := self.process.stdout.readline().strip():
            key, _, value = line.partition(b":")
            length = int(value) if key.lower() == b"content-length" else length
        assert length, "The server has ended."
        return json.loads(self.process.stdout.read(length))


@contextmanager
def running(root: Path, settings: dict[str, Any]) -> Iterator[Server]:
    """Run a server for a folder."""
    command = [shutil.which("node"), str(PROGRAM), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603
        try:
            yield Server(process, root, settings)
        finally:
            process.kill()
