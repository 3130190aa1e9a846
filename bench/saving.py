"""Measures what `pejl serve` does between a saved file and the page that shows it: seconds of the processor, and real.

    python bench/saving.py DATA [--runs 5]

Each time another word is saved in a benchmark's title, and its page asked for. The server looks at the files five times
a second, which comes on top of the real seconds.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]


def main() -> None:
    """Save, look, and print the least of several times."""
    from preview import Preview  # noqa: PLC0415  found only once the path is set

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--runs", type=int, default=5, help="how often something is saved (5)")
    options = parser.parse_args()
    file = next((options.data / "benchmarks").resolve().glob("*.yml"))
    preview, text, taken = Preview(options.data.resolve()), file.read_text("utf-8"), []
    os.chdir(ROOT)
    preview.refresh()
    try:
        for number in range(options.runs):
            file.write_text(text.replace("title: ", f"title: Gemt {number} ", 1), "utf-8")
            begun = time.process_time(), time.monotonic()
            preview.refresh()
            page = preview.answer(f"pejlemaerker/{file.stem}/index.html")
            taken.append((time.process_time() - begun[0], time.monotonic() - begun[1]))
            if f"Gemt {number} " not in (page or b"").decode():
                sys.exit("The page does not show what was saved.")
    finally:
        file.write_text(text, "utf-8")
    print(
        f"from saving to the page: {min(taken)[0]:.2f} s of the processor, {min(each[1] for each in taken):.2f} s real"
    )


if __name__ == "__main__":
    main()
