"""The tour for who begins: four steps through the sample story, in the order in which one works."""

from enum import StrEnum

from msgspec import Struct

from crossquote.message import Message, message


class Stop(StrEnum):
    """What a step speaks of."""

    LIST = "list"
    CARDS = "cards"
    FINDING = "finding"
    REPORT = "report"


class TourStep(Struct, frozen=True):
    """One step: what it speaks of, what it is called, and what it tells, the deed last that leads on."""

    stop: Stop
    title: Message
    text: Message


STEPS: tuple[TourStep, ...] = (
    TourStep(Stop.LIST, message("tour.list"), message("tour.list.text")),
    TourStep(Stop.CARDS, message("tour.cards"), message("tour.cards.text")),
    TourStep(Stop.FINDING, message("tour.finding"), message("tour.finding.text")),
    TourStep(Stop.REPORT, message("tour.report"), message("tour.report.text")),
)


class Tour(Struct, frozen=True):
    """How far one is: at the step `at`, an index of `STEPS`."""

    at: int = 0

    @property
    def step(self) -> TourStep:
        """The step that one is at."""
        return STEPS[self.at]

    @property
    def is_first(self) -> bool:
        """Whether no step is before."""
        return self.at == 0

    @property
    def is_last(self) -> bool:
        """Whether no step follows."""
        return self.at == len(STEPS) - 1

    def forward(self) -> "Tour | None":
        """Return the tour a step on, None where it is at its end."""
        return None if self.is_last else Tour(self.at + 1)

    def backward(self) -> "Tour":
        """Return the tour a step back; at its beginning it stays there."""
        return Tour(max(self.at - 1, 0))
