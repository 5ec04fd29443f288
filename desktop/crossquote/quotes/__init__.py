"""Quotes: finding them, and naming their speakers. `find` is the entry.

`page` cuts an article once, into paragraphs, sentences, tokens, `cues` and names; a `scene` is a page with some spans
hidden; `grammar` is what a lexicon says of small words, pronouns and titles, each class once (`word_classes`,
`word_endings`, `word_order`). `title_case` tells names in a heading of capitals, `when` words that say when where a
subject could stand. `agreement` brings words in marks inside an indirect quote to whoever said that.

- `direct/`: marks, speech dashes, blocks, verbs that no lexicon lists; `titles_in_marks`, `bodies_in_marks`,
  `scare_words`, `denied` and `namings` are marks that quote nobody.
- `indirect/`: one module a kind of pattern. It says what is reported, and names who only where the same words bound
  both: a source, "according to", in `asides`; ", he said" in `parentheticals`. Clauses of Chinese and Japanese are in
  `unspaced`, of Turkish in `verb_final`.
- `speakers/`: `speaker` is its entry. `subject` finds who does what a cue says, for both kinds: the words
  `beside_verb`, else whom its clauses name (`verb_subject`) or who leads the sentence (`leading_subjects`). `clause`
  says where those part, `noun_phrases` and `phrase_ends` who is named in one, `head_names` whose name it is.
  `persons` join mentions, pronouns by `antecedents`; `person_names` tells a person's name from a place's; `offices`
  know who holds one, `carrying` who goes on speaking, `entering` whether somebody else may.
"""
