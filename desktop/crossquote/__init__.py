"""Crossquote checks whether a quotation survived its journey between languages and outlets."""
