"""The macOS bundle and disk image."""
