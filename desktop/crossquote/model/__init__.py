"""Frozen values: what an article, a quote, an utterance, a change and a finding are.

One module a value: `article` `quote` `utterance` `comparison` `finding` `translation` `review` `state` `span`. `step`
names what was done; `signs` and `markup` are what all faces call and draw alike; `coherence` keeps a state free of
what leads nowhere. What a state holds makes no cycle, since all of it is frozen: Python looks for no garbage in it
(`gc=False`). What is as it is by default is not written (`omit_defaults`).
"""
