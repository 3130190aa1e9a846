"""The form editor in a real browser, with a folder that stands in for the editor's own copy of the repository.

The editor writes to a folder on the computer through the browser's own interface for files. Nobody can choose such a
folder in a browser without a window, so it is given one that the browser keeps for itself; the rest is as it is.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Request

from generator.publish import form_library

CHOOSE = "window.showDirectoryPicker = () => navigator.storage.getDirectory()"

PUT = """async files => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle('.git', { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/'), name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""

GET = """async paths => {
  const found = {};
  for (const path of paths) {
    const parts = path.split('/'), name = parts.pop();
    let folder = await navigator.storage.getDirectory();
    for (const part of parts) folder = await folder.getDirectoryHandle(part);
    found[path] = await (await (await folder.getFileHandle(name)).getFile()).text();
  }
  return found;
}"""


def skip_without_library() -> None:
    """Skip where the library is not fetched, and fail where it must be."""
    if not form_library.is_fetched():
        reason = "The form editor is not fetched: npm ci --ignore-scripts --prefix generator/publish/rediger/npm"
        if os.environ.get("PEJL_REQUIRE_FORM_EDITOR") == "1":
            pytest.fail(reason)
        pytest.skip(reason)


class Editor:
    """The editor, opened on the files of a folder."""

    def __init__(self, page: Page, address: str, folder: Path) -> None:
        self.page = page
        self.folder = folder
        self.address = address
        self.asked: list[str] = []
        self.said: list[str] = []
        page.on("request", self._note)
        page.on("console", lambda message: self.said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.add_init_script(CHOOSE)
        page.goto(f"{address}/rediger/")
        paths = sorted((folder / "data").rglob("*.yml"))
        self.files = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}
        page.evaluate(PUT, self.files)
        page.get_by_role("button", name="Åbn formularen").click()
        page.get_by_role("button", name="Arbejd med lokalt repository").click()
        page.get_by_text("Samlinger").wait_for()

    def write(self, where: str, field: str, text: str) -> None:
        """Open an entry, write a text in a field, and save."""
        self.page.evaluate("where => { location.hash = where }", f"#/collections/{where}")
        self._opened(field).fill(text)
        self.save()

    def save(self) -> None:
        """Save, and wait until the editor has gone back to the list."""
        self.page.get_by_role("button", name="Gem", exact=True).click()
        self.page.wait_for_function("() => !location.hash.includes('/entries/')")
        # The form goes out of sight a moment later, and the next one must not be taken for it.
        self.page.locator("[data-key-path]").first.wait_for(state="hidden")

    def take(self) -> None:
        """Write into the folder on the disk what the editor has written."""
        for path, text in self.page.evaluate(GET, list(self.files)).items():
            (self.folder / path).write_text(text, "utf-8")

    def _opened(self, field: str) -> Locator:
        """Unfold what a field stands inside, and give where it is written."""
        steps = field.split(".")
        for count, step in enumerate(steps):
            if step.isdecimal():
                items = self._reached(steps[:count]).locator(".item-list").first
                item = items.locator("> .item-wrapper").nth(int(step))
                item.scroll_into_view_if_needed()
                item.get_by_role("button", name="Fold ud").first.click()
        return self._reached(steps).locator("input, textarea").first

    def _reached(self, steps: list[str]) -> Locator:
        """Scroll until a field is there: the editor draws what comes into view."""
        wanted = self.page.locator(f'[data-key-path="{".".join(steps)}"]')
        beside = f'^="{".".join([*steps[:-1], ""])}"' if len(steps) > 1 else ""
        around = self.page.locator(f"[data-key-path{beside}]")
        around.first.wait_for()
        for _ in range(100):
            if wanted.count():
                break
            around.last.scroll_into_view_if_needed()
            self.page.wait_for_timeout(50)
        return wanted.first

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.asked.append(request.url)
