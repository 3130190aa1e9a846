"""What readers find: a card for everything that can be found, and an index of its words in small pieces."""
