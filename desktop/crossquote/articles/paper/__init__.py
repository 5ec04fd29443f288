"""Paper: lines of printed pages, and the paragraphs that they were before they were printed."""
