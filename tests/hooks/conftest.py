"""What the tests of the adapter share: a folder like a project's, with the sample and pages written by hand."""

from pathlib import Path

import pytest
from sample import TODAY

ROOT = Path(__file__).parents[2]
CONTENT = {
    "om/index.md": "# Om\n\nSe [målet](/ministermaal/m1.md#koblinger).\n",
    "om/metode.md": (
        "# Metode\n\n## Kobling\n\nDen skal have en grund.\n\n"
        "## Svar\n\nTabel: Svar i alt\n\n| Svar | Antal |\n|---|---|\n| ja | 1 |\n"
    ),
    "redaktoer/index.md": "# For redaktører\n",
}


@pytest.fixture
def folder(project, tmp_path, monkeypatch):
    """Give a folder that holds data, pages written by hand, and the configuration and theme of this repository."""

    # The pages beside the configuration, and not those of the frozen plan.
    monkeypatch.setenv("PEJL_CONTENT", "content")
    monkeypatch.setenv("PEJL_TODAY", TODAY.isoformat())

    def make(data=None, content=None):
        project(data)
        for name, text in (CONTENT | (content or {})).items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        for name in ("mkdocs.yml", "hooks"):
            if not (tmp_path / name).exists():
                (tmp_path / name).symlink_to(ROOT / name)
        return tmp_path

    return make
