"""Lets the commands be run as `python -m generator`."""

import sys

from generator.commands import main

sys.exit(main())
