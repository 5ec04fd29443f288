"""Pure functions over text and a `Language`: normalising, words, sentences, marks, detection, likeness, values.

- As it is read: `normalize` (working text with a map back), `words` `segments` (Chinese, Japanese, Thai), `sentences`,
  `endings` of lines, `blanks` at a place, `marks` (which quotation marks open, which close), `pairing` (what they
  hold), `insertions` (what an editor put in), `romanize`; `excess` (what is more than one article can have).
- Which language: `detection` (`scripts`, `profiles`, `second_opinion` by langdetect); `cldr` is what CLDR says of it,
  made by `packaging/cldr.py`.
- Names: `names`, looked for in `name_runs` of capitals, by `name_rules`; `worldwide` (bodies by all their names),
  `same_names` (countries with their peoples), `cities` by all their names; `behind_names` (Jr., III), `joined_bodies`
  (with an "and" in it), `small_given_names` (Will, Hans).
- What two words are to each other: `similarity` `stems` `weights` `synonyms` `contraries` `thesaurus` `kinship`;
  in two languages that nothing translates `meanings` (files of both are `sorted_lines`).
- Values: `numbers` `roman` `dates` `clocks` (over `dated_words`) `money` `measures`.
"""
