"""Specimens: what the program reads when it tests itself."""

SENTENCE = "Я дуже просив президента Путіна зберегти їм життя."
ARTICLE = "Заголовок\n\nМіністр сказав: «Домовленості немає».\n"
