"""Readers: one module a format, with its reader as `READER`; the table of them is `articles.sniff`."""
