"""One page of the web, fetched because somebody asked for it: no script of it, no picture, nothing it names."""

from msgspec import Struct

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.online.asking import FINE, NoAnswerError, ask
from crossquote.online.hosts import SYSTEM, Network
from crossquote.online.web_address import WebAddress, address_from, is_same_site
from crossquote.progress import Work

_MOST_STEPS = 5
_LEADING_ON = frozenset({301, 302, 303, 307, 308})


class Fetched(Struct, frozen=True):
    """A page as it came: its bytes, the encoding that the server names, and the addresses that were asked for it."""

    passed: tuple[WebAddress, ...]
    data: bytes
    charset: str

    @property
    def address(self) -> WebAddress:
        """The address that gave the page."""
        return self.passed[-1]


class LeadsOn(Struct, frozen=True):
    """A page that is another site's by now: whom nobody has agreed to ask yet."""

    here: WebAddress
    there: WebAddress


def fetch_page(address: WebAddress, network: Network = SYSTEM) -> Work[Fetched | LeadsOn]:
    """Fetch the page at `address`, following where it leads within its own site, and not from a secure one to an open.

    What leads to another site is not followed: that is another question, to be agreed to by itself.
    """
    passed = [address]
    try:
        return (yield from _followed(passed, network))
    except NoAnswerError as error:
        told = message("error.page-not-fetched", reason=error.why)
        raise UserError(ErrorCode.NETWORK, told, path=str(passed[-1])) from error


def _followed(passed: list[WebAddress], network: Network) -> Work[Fetched | LeadsOn]:
    while True:
        answer = yield from ask(passed[-1], network)
        if answer.status == FINE:
            return Fetched(tuple(passed), answer.body, answer.charset)
        if answer.status not in _LEADING_ON:
            raise NoAnswerError(message("page.status", status=str(answer.status)))
        there = _next(passed, answer.location)
        if not is_same_site(passed[-1], there):
            return LeadsOn(passed[-1], there)
        passed.append(there)


def _next(passed: list[WebAddress], location: str) -> WebAddress:
    here, there = passed[-1], address_from(passed[-1], location)
    if there is None or (here.secure and not there.secure):
        raise NoAnswerError(message("download.leads-on", address=location[:80]))
    if there in passed or len(passed) > _MOST_STEPS:
        raise NoAnswerError(message("page.leads-in-circles"))
    return there
