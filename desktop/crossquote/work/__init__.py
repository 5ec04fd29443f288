"""Use cases: what a user can ask for, as plain functions and generators.

- `stages/` lead from files to compared utterances (`pipeline` is the entry; `basis` is what an edit goes on from);
  `edits/` are what the user decides, each one named step; `evidence/` asks the engine of findings. `session` holds
  what is current, `surroundings` is what stands around quotes in their article.
- `stages/who_speaks` reads whom an article only points at by the name that other articles give; `credits` says so.
- `projects` opens, copies and saves, `left_at` knows where each was left. `settings_file` has what the first paint
  asks of all `settings`. `report` gathers the document, `save_report` writes it, `overview` counts what is
  seen of all articles at once, `pack/` writes and verifies evidence packs.
- `packages` and `newer_version` ask the network when told to; `measuring` tries a package out on sentences with known
  errors; `selftest/` lets the program test itself.
- `filters` says which utterances and findings are shown, by lines of what is true of each; `saved_views` keeps such
  under names. `languages` says what each language has, `help` finds its pages in the language of the interface.
"""
