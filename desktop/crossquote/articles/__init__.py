"""Articles: reading files of every kind into text with a layout. `door` is the entry.

`file` (the bytes, read once) → `sniff` (the table of readers; which one a file is for) → `readers/`, one file a
format, or `refused/`, formats that are known and refused by name → `plausibility` (whether a draft can be one); `read`
makes the article. `reader` says what a reader is and what it gives, `child` reads in a process with limits, `clean`
finds title, author, date and leftovers of a text.

- Which files: `arrival` finds them in folders and in other files, but for what is `hidden`, `beside_page` what was
  saved with one.
- What formats share: `packed` and `members` (zip), `trees` (XML, HTML), `blocks` and `hypertext` (paragraphs),
  `paper/` (lines of printed pages), `correspondence` (threads of mail), `senders` (whose one is) and `newsletters`,
  `timed` (recordings) and the `voices` in them, `press` (reviews of several articles), `called` (a page saved as a
  document), `labels` and `given_names` of all languages, `addresses` of pages and `shortcuts` to them, `dates` in
  `calendars` of others too, `drawn` (marks that a browser draws), `damage`.
- `web/` reads pages: `decoding`, `burden` (counted before a parser sees it), `blocks`, `votes` of others and
  `choosing` by them and `hints` (what elements are called: `element_names`), what `machine`s are told, `posts` (in
  frames), `scripted` (an article that only a script has), `titles` `authors`, `days` and `shown_days` (what readers
  are shown).
- Plain text, from a file or pasted: `encodings`, `repair`, `markdown` and what is `unshown` in it.
"""
