"""One check a file: each looks at a comparison and says what it finds."""
