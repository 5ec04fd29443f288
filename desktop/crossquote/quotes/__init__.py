"""Quotes: finding them, naming their speakers, bringing the renditions of one utterance together."""
