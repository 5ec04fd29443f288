"""Direct quotes: what stands in marks, after a speech dash, in a block."""
