"""Which words of two texts stand for one another."""
