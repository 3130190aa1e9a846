"""The data folder, read: YAML with positions, what is wrong with it in Danish, and the typed plan."""
