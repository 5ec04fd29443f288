"""The user's file: one SQLite database that loses nothing. `store` is the entry.

`file` is the database, checked: version 3 keeps what the user gave and decided in `records`, what is derived in
`derived`, and each step as `parts`, a row each, so that a further part of a step leaves those before alone.
`side_files`: what lies beside a project is a stranger's until looked at. `migrations/` and `migrate` read older
versions (`old_sentences` of theirs). `journal` has the steps, and undo; `parts` packs what they changed. `codec`
makes records of a state, `records` reads those of a file; `room` says how much they may hold, `ledger` how much they
do, kept with each that is written. `kept_index` is what edits go on from, under the account's own `seal`;
`transaction`; `lock` says who has it open, `place` whether it is still there.
"""
