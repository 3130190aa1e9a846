"""Lets the commands be run as `python -m generator`."""

import sys

from generator.cli import main

sys.exit(main())
