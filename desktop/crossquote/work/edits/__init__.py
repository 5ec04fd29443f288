"""What the user decides, each one named step."""
