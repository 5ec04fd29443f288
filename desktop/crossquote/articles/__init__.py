"""Articles: reading files of every kind into text with a layout."""
