"""The formats of reports, a file or a folder each."""
