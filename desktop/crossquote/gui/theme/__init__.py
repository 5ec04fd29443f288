"""How it looks: colours, type, shapes, icons."""
