"""What is known of languages: a `Language`, made of a code in one place and handed down.

`lexicon` reads its TOML section by section (`source`), over that of the language it is `like` and of any
(`inheritance`). `schema` names every section and key with kind, meaning and readers; `mistakes` finds all that it does
not know, when asked; `sifted` does without what is wrong as a section is read, and `together` tells it once. `names`
`quotation` `tags` say what it is called and writes, `coverage` what it has and lacks.
"""
