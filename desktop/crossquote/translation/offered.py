"""What Argos offers, known without ever having fetched its index: a table of our own."""

from functools import lru_cache

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
        link = f"{table['address']}{offer.file_name}"
        offers.append(Offer(offer.pair, version, offer.from_name, offer.to_name, (link,)))
    return newest(offers)
