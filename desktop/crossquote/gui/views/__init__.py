"""Panes: they show the state and say what the user wishes."""
