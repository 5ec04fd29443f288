"""Bringing the renditions of one utterance together."""
