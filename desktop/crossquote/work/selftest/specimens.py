"""Specimens: what the program reads when it tests itself."""

SENTENCE = "Я дуже просив президента Путіна зберегти їм життя."
ARTICLE = "Заголовок\n\nМіністр сказав: «Домовленості немає».\n"
_SAID = "<p>Міністр сказав у {place}: «Домовленості немає, і сьогодні її не буде».</p>"
PAGE = f"""<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Заголовок</title></head><body>
<nav><a href="/">Новини</a> <a href="/sport">Спорт</a></nav><article><h1>Заголовок</h1>
{"".join(_SAID.format(place=place) for place in ("Києві", "Львові", "Одесі"))}
</article></body></html>
"""
"""A page of the web: an article of three paragraphs, below what leads to others."""
HARD_NAME = "Пакети 語言 ї"
"""A folder's name that a library which knows only some letters can't open."""
