"""Makes `resources/meanings`: which words of two languages may stand for each other."""
