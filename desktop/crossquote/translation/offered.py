"""What Argos offers, known without ever having fetched its index: a table of our own."""

from functools import lru_cache

from msgspec.structs import replace

from crossquote.language.names import english_name
from crossquote.notation import read_toml
from crossquote.resources import resource
from crossquote.translation.index import Offer, newest


@lru_cache(maxsize=1)
def known_offers() -> tuple[Offer, ...]:
    """Return the packages of the table, sorted by pair; where each lies is as Argos names its files."""
    table = read_toml(resource("argos_packages.toml"))
    offers = []
    for told, version in table["versions"].items():
        source, target = told.split("-")
        offer = Offer((source, target), version, english_name(source), english_name(target), ())
        offers.append(replace(offer, links=(f"{table['address']}{offer.file_name}",)))
    return newest(offers)
