"""Specimens: what the program reads when it tests itself."""

SENTENCE = "Я дуже просив президента Путіна зберегти їм життя."
ARTICLE = "Заголовок\n\nМіністр сказав: «Домовленості немає».\n"
HARD_NAME = "Пакети 語言 ї"
"""A folder's name that a library which knows only some letters can't open."""
