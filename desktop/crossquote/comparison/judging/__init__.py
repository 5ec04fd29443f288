"""What the differences mean, and how much that matters."""
