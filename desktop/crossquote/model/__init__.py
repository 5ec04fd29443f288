"""Frozen values: what an article, a quote, an utterance, a change and a finding are."""
