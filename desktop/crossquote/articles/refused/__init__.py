"""Formats that have no reader yet, by kind; each module has them as `REFUSED`."""
