"""Joined: numbers that belong together, however far around."""

from array import array


class Joined:
    """The numbers below `count`; each leads to the least of those that it is joined with."""

    def __init__(self, count: int) -> None:
        self._leads = array("I", range(count))

    def root(self, number: int) -> int:
        """Return the least of the numbers that one belongs together with."""
        leads = self._leads
        while leads[number] != number:
            leads[number] = leads[leads[number]]
            number = leads[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Have two numbers, and all that belongs with them, belong together."""
        here, there = sorted((self.root(one), self.root(other)))
        self._leads[there] = here

    def together(self) -> list[int]:
        """Return all numbers, those that belong together one after the other."""
        return sorted(range(len(self._leads)), key=lambda number: (self.root(number), number))
