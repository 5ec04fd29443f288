"""Which computers may be asked for a page: those of the public network, and none that only this one can reach."""

import ipaddress
import socket
from collections.abc import Callable, Sequence

from msgspec import Struct

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""Addresses behind which stand those of the older kind, in their last four bytes."""
_WORLD = ipaddress.ip_network("2000::/3")
"""Where addresses of the newer kind lead to any computer; beside it are those that a network translates for itself."""
_OF_NETWORKS = tuple(
    map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2002::/16", "3fff::/20"))
)
"""What stands for a service of one's own network, for another address, or for nothing: not all of it is said to be so
by every version of Python."""
_OF_CLOUDS = frozenset({"168.63.129.16"})
"""Public by its number, but within a cloud's own machines the one who tells their secrets."""


class NotPublicError(OSError):
    """A name that leads to a computer which is not one of the public network."""


class Network(Struct, frozen=True):
    """How hosts are found and reached: as the system does. Only tests know another; no setting leads to one."""

    look_up: Callable[[str, int], Sequence[str]]
    connect: Callable[[str, int, float], socket.socket]


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public network: not of this machine, its neighbours, or its cloud."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or (ipaddress.ip_address(found.packed[-4:]) if found in _TRANSLATED else None)
        if inner is not None:
            return is_public(str(inner))
        if found not in _WORLD or found.scope_id:
            return False
    elsewhere = address in _OF_CLOUDS or any(found in network for network in _OF_NETWORKS)
    return found.is_global and not found.is_multicast and not elsewhere


def reach(host: str, port: int, seconds: float, network: Network) -> socket.socket:
    """Return a connection to a host, after each of its addresses was found to be public.

    The name is looked up once: what is connected to is the very address that was looked at.
    """
    found = list(dict.fromkeys(network.look_up(host, port)))
    if not found or not all(map(is_public, found)):
        raise NotPublicError(host)
    for address in found[:-1]:
        try:
            return network.connect(address, port, seconds)
        except NotPublicError:
            raise
        except OSError:
            continue
    return network.connect(found[-1], port, seconds)


def look_up(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host, as the system knows them."""
    return [str(told[4][0]) for told in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """Return a connection to an IP address that is a public one at its other end, too."""
    connection = socket.create_connection((address, port), seconds)
    if not is_public(connection.getpeername()[0]):
        connection.close()
        raise NotPublicError(address)
    return connection


SYSTEM = Network(look_up, connect)
