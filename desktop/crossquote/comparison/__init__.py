"""Comparison: aligning two renditions, classing what changed, judging whether it matters.

`compare.compare` is the entry, and leads from room to room:

- `align/`: `diff` is `keys` → `alignment` by difflib → `sliding` (to whole sentences) → `moves` → `graphemes`;
  `fragments` finds the part that a fragment renders, `excerpts` what one side begins earlier or ends later with,
  `links` say which word faces which.
- `reading/`: values, names and terms of one text and of both sides; `replaced`: a word put for another; `scale` of
  strength; `light` verbs; `content`.
- `classify` names each change.
- `checks/`: one file a check, each exporting its `CHECK` (`check`), of which `table` and all other tables are made;
  what they say are messages. `judging/` has what they share: `differences`, `severity` (the one table of how much each
  kind of difference weighs, and what is known of a replaced word), `particles`, `turns` and `scope` of small words,
  `double` negation, `cuts` at an end and `denials_cut_off` by one, `spare` sentences that one side alone prints,
  `excerpt`, `testimony` of the original.
- `told_elsewhere`: nothing is told twice, and nothing held against a rendition that only goes on. `weighing_less`:
  what is cut, led up to, put in by an editor or reported freely.
- `evidence/`: `originals` looks up in the original what was found in a translation; `stability` `journey` `forced` say
  what other translations and the engine make of a finding; `standing` which rendition the others bear out, `odd_base`
  where most side against the base, `siding` who stands alone.

`across/` compares two languages without a translation. `instruments/` is what is shown under an utterance: `variants`
and `apparatus` are all against all, `kept` what a fragment kept, `side_by_side` and `original_pieces` are what to
draw.
"""
