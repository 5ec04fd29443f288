"""What the engine says of a finding."""
