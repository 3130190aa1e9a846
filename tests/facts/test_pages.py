"""The municipality's own hand-written pages, and that the code knows nothing of the municipality."""

import re
from pathlib import Path

import pytest
import yaml

from generator.base.text import lix
from generator.model import Organisation

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "content").rglob("*.md"))


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_is_described_and_readable(page: Path):
    _, front, body = page.read_text("utf-8").split("---\n", 2)
    assert set(yaml.safe_load(front)) == {"title", "description"}
    assert lix(re.sub(r"^```.*?^```", "", body, flags=re.MULTILINE | re.DOTALL)) <= 45


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("name", ["redaktoer/index.md", "redaktoer/tal.md", "redaktoer/import.md", "om/metode.md"])
def test_the_pages_that_come_with_pejl_are_in_use(name: str):
    """Their own tests are skipped where a municipality has others in their place."""
    assert ROOT / "content" / name in PAGES


def test_code_names_no_municipality_and_no_organisation(plan):
    titles = [organisation.title for organisation in plan.of(Organisation).values()]
    names = [plan.site.municipality, plan.site.municipality.removesuffix(" Kommune"), *plan.of(Organisation), *titles]
    pattern = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    files = [path for folder in ("generator", "hooks") for path in (ROOT / folder).rglob("*") if path.is_file()]
    files = [path for path in files if "node_modules" not in path.parts]
    texts = {path: path.read_text("utf-8") for path in files if path.suffix not in (".pyc", ".bin")}
    assert len(texts) > 100
    assert [str(path) for path, text in texts.items() if pattern.search(text)] == []
