"""What all wishes are: something that the user wants of the program, as a frozen value.

A view says what is wished by its signal `wished` and knows nothing of what comes of it; `granting` brings it to the
controller that grants it. A new wish is one class in the module of what it is about, and one method there. (The frame
of the window alone, which is to be painted before any of this is imported, has signals of its own.)
"""

from msgspec import Struct


class Wish(Struct, frozen=True):
    """Something that the user wants; those without anything more to say are told apart by their class."""
