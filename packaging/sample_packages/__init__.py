"""Trains the small language packages that ship with the sample stories; no part of the program."""
