"""Windows: they place views."""
