"""A host of a repository, as far as the form editor talks to it: it has what it is asked for, and keeps what comes.

It answers in the browser's place of the network, in the form of GitHub's two interfaces.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, Route

KEY = "min-noegle"
_HEAD = "a" * 40
_AUTHOR = {"name": "Redaktør", "email": "x@example.invalid", "user": {"id": 1, "login": "redaktoer"}}


@dataclass
class Host:
    """The host of one repository, `by/plan`, with the files of its branch `main`."""

    files: dict[str, str]
    branches: dict[str, dict[str, str]] = field(default_factory=dict)
    """The files that were written on each new branch."""
    proposals: list[dict[str, Any]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    """What it was shown as the key."""
    unknown: list[str] = field(default_factory=list)
    """What it was asked and cannot answer."""

    def listen(self, page: Page, host: str) -> None:
        page.route(f"{host}/**", self._answer)

    def _answer(self, route: Route) -> None:
        request = route.request
        self.keys.add((request.headers.get("authorization") or "").split(" ")[-1])
        sent = json.loads(request.post_data) if request.post_data else {}
        found = self._asked(sent) if request.url.endswith("/graphql") else self._rest(request.method, request.url, sent)
        if found is None:
            self.unknown.append(f"{request.method} {request.url} {json.dumps(sent)[:400]}")
        answer = {"data": found} if request.url.endswith("/graphql") else found
        headers = {"access-control-allow-origin": "*", "content-type": "application/json"}
        route.fulfill(status=200, headers=headers, body=json.dumps(answer))

    def _rest(self, method: str, url: str, sent: dict[str, Any]) -> Any:
        match method, url.split("/api/v3", 1)[1].split("?", maxsplit=1)[0]:
            case "GET", "/user":
                picture = "https://pictures.example/1"
                about = {"id": 1, "login": "redaktoer", "name": "Redaktør", "email": "", "html_url": ""}
                return about | {"avatar_url": picture}
            case "GET", "/repos/by/plan/collaborators/redaktoer":
                return {}
            case "GET", path if "/git/trees/" in path:
                names = self.files.items()
                return {
                    "tree": [
                        {"type": "blob", "path": name, "sha": _sha(name), "size": len(text)} for name, text in names
                    ]
                }
            case "POST", "/repos/by/plan/pulls":
                self.proposals.append(sent)
                return {"number": 1, "node_id": "p1", "title": sent["title"], "html_url": "", **_WHEN}
            case "POST", "/repos/by/plan/issues/1/labels":
                self.proposals[-1]["labels"] = sent["labels"]
                return []
        return None

    def _asked(self, sent: dict[str, Any]) -> Any:
        query, given = sent["query"], sent.get("variables", {}).get("input", {})
        if "createRef" in query:
            self.branches[given["name"].removeprefix("refs/heads/")] = {}
            return {"createRef": {"ref": {"name": given["name"]}}}
        if "createCommitOnBranch" in query:
            written = self.branches[given["branch"]["branchName"]]
            for file in given["fileChanges"]["additions"]:
                written[file["path"]] = base64.b64decode(file["contents"]).decode()
            ids = {name: {"oid": "b" * 40} for name in re.findall(r"(file_\d+):", query)}
            return {"createCommitOnBranch": {"commit": {"oid": "c" * 40, "committedDate": _DAY, **ids}}}
        if "fork" in query:
            there = {"id": "r1", "ref": {"target": {"oid": _HEAD}}}
            return {"fork": there, "base": there}
        return {"repository": self._of_repository(query)}

    def _of_repository(self, query: str) -> Any:
        by_sha = {_sha(name): text for name, text in self.files.items()}
        texts = re.findall(r'(content_\d+):\s*object\(oid: "(\w+)"\)', query)
        if texts:
            return {alias: {"text": by_sha[sha], "isTruncated": False} for alias, sha in texts}
        if "pullRequests(" in query:
            return {"pullRequests": {"nodes": [], "totalCount": 0}}
        history = {
            "target": {"history": {"nodes": [{"oid": _HEAD, "message": "x", "author": _AUTHOR, "committedDate": _DAY}]}}
        }
        aliases = re.findall(r"(commit_\d+):", query)
        return dict.fromkeys(aliases, history) if aliases else {"ref": history, "defaultBranchRef": {"name": "main"}}


_DAY = "2026-11-26T12:00:00Z"
_WHEN = {"created_at": _DAY, "updated_at": _DAY}


def _sha(name: str) -> str:
    return hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()
