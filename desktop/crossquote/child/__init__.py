"""A process of its own for what may hang, crash or eat memory: it takes nothing else with it. `worker` is the entry.

It is kept, asked one question at a time, and replaced. `family` `job` end it with all that it started in its group,
`limits` `weight` hold it to its memory, `frames` `question` `exchange` are how the two talk, `answering` is the child's
side, `command` how it is started, frozen too. It stands on the ground floor, since reading articles and trying packages
out both use it.
"""
