"""The one form of a file: its order of keys, its folding and its quoting follow from what it says, and nothing else.

`entries` reads a text as keys and items with the comments that belong to them, `scalars` writes a single value, and
`layout` puts them together. What a file says is the same before and after, and no comment is lost. `restoring` does
so with a file that another program has written anew, and puts back what that program lost.
"""

from generator.editing.formatting.files import FormError, formatted, model_of
from generator.editing.formatting.restoring import restored

__all__ = ["FormError", "formatted", "model_of", "restored"]
