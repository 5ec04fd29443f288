"""The Linux packages."""
