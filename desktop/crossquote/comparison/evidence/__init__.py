"""What bears a finding out or speaks against it: the original, other translations, the other renditions."""
