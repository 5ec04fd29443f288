"""Bringing the renditions of one utterance together. `group` is the entry.

Quotes become `units`; an `index` keeps what edits need again (counts, postings, bonds, components), `plain_index` is
what a file keeps of it, `packed` part by part. `candidates` (not all pairs) → `bonds` (`rebinding` says which an edit
makes others) → `clusters`; `evidence` says why. Where nothing translates, units meet by what their words are known by
(`units.sketch_meanings`).

`abreast` finds articles that tell the same in the same order (`landmarks`) and aligns their quotes (`parallel`,
`counterparts`). `possible` is what is not sure, `likely` says where a quote could belong. `people` and `same_person`
know a speaker by all names; `namesakes` finds who it could be, by `name_words` and `sounds`.
"""
