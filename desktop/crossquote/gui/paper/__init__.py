"""Paper: reports laid out on pages, for PDF and for printers."""
