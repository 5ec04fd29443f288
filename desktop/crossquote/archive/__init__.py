"""The archive: many more articles than a project holds, kept so that every rendition of a quote can be found.

A folder of sixteen SQLite shards. `folder` has them, `shard` opens one and believes nothing of it, `records` are what
it keeps, `keys` what finds a quote. `taking` makes records of a file; `crew` has that done by several processes at
once; `put` writes them down, `add` is the whole of it. On a `cluster` workers take and write one `piece` of a shard
after the other; `added` counts. Whatever the order of files and
the number of processes, the same files make the same archive; only the numbers of its rows say how it came about.

`look` reads an archive while others add, by its `turn`. `finding` says which quotes are worth comparing with one,
`trace` which of them render it, `timeline` who printed what first.

All of it is brought together by `grouped`: `roll` numbers what was said, `holders` has what finds it, `near` which of
it is worth comparing, `unit_reader` compares, `joined` has what belongs together; `utterances` tells what comes first.
"""
