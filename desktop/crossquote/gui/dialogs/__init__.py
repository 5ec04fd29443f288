"""Dialogs: each asks for one thing."""
