"""The site's sign: the municipality's logo or our shield on its colour, as icons and as a picture for sharing."""
