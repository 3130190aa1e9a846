"""`pejl schema`: JSON Schemas, so that an editor completes fields and explains them."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.editing.schema import FOLDER, schemas
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import out_option


@click.command(cls=Command)
@out_option("skemaerne", FOLDER)
def command(out: Path) -> Status:
    """Write a schema for each kind of file."""
    out.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        (out / f"{name}.json").write_text(text, "utf-8", newline="\n")
    print(f"Skemaerne ligger i {out}.")
    return Status.FINE
