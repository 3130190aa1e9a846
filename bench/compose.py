"""Composes every YAML file of a folder with PyYAML's C parser and does nothing else; prints the seconds that took.

The ground under `pejl check`: no check can do with less. Python's start and the import of PyYAML are not counted, nor
is looking for garbage, since nothing here becomes any. `plain` composes as `yaml.compose` does by itself; without it,
nodes get no tags, which is how `generator/reading` composes.

    python bench/compose.py DATA [plain]
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

import yaml


class _Untagged(yaml.CBaseLoader):
    """Composes nodes without tags."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def main() -> None:
    """Compose a folder and print the seconds of the processor."""
    folder, plain = Path(sys.argv[1]), sys.argv[2:] == ["plain"]
    texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.yml"))]
    gc.disable()
    begun = time.process_time()
    for text in texts:
        if plain:
            yaml.compose(text, Loader=yaml.CSafeLoader)
        else:
            yaml.compose(text, Loader=_Untagged)
    print(time.process_time() - begun)


if __name__ == "__main__":
    main()
