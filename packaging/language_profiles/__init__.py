"""Makes the language profiles that the program tells languages by; no part of the program."""
