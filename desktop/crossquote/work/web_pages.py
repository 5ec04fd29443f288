"""A page of the web as an article: fetched when the user asks for that very page, and only then."""

from crossquote.articles.addresses import is_address
from crossquote.articles.readers import html
from crossquote.articles.sniff import PAGE_READERS, find_reader
from crossquote.articles.web.decoding import decode_page
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.online.fetching import Fetched, LeadsOn, fetch_page
from crossquote.online.hosts import SYSTEM, Network
from crossquote.online.web_address import WebAddress, read_address
from crossquote.progress import Work


def address_in(text: str) -> WebAddress | None:
    """Return the address that a text is, None where it is anything else, or several, or none that can be fetched."""
    if not is_address(text) or len(text.split()) > 1:
        return None
    try:
        return read_address(text)
    except UserError:
        return None


def fetch_article(address: WebAddress, network: Network = SYSTEM) -> Work[Fetched | LeadsOn]:
    """Fetch the page at `address`; a `UserError` where it can't be had, or is something else than a page or a text."""
    page = yield from fetch_page(address, network)
    if isinstance(page, Fetched):
        _hold_kind(page)
    return page


def _hold_kind(page: Fetched) -> None:
    where = str(page.address)
    if not page.data.strip():
        raise UserError(ErrorCode.EMPTY, message("error.file-empty"), path=where)
    if find_reader(page.data, "").name not in [reader.name for reader in PAGE_READERS]:
        raise UserError(ErrorCode.FORMAT, message("error.no-page-there"), path=where)


def as_saved(page: Fetched) -> bytes:
    """Return a page as a browser saves it: with its address noted, in an encoding that it will be read in again."""
    address = str(page.address)
    if find_reader(page.data, "").name != html.READER.name:
        return page.data
    noted = f"<!-- saved from url=({len(address):04}){address.replace('--', '%2D%2D')} -->\n"
    whole = noted + decode_page(page.data, page.charset)
    data = noted.encode() + page.data
    return data if decode_page(data) == whole else whole.encode(errors="replace")
