"""Reported speech, without marks."""
