"""Which internet addresses are public: what is none may be a router, a neighbour's machine or a cloud's secrets."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

Resolve = Callable[[str, int], Sequence[str]]
"""From the name and port of a host to its addresses, in the order in which they are to be tried."""

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""Where a network without IPv4 shows an IPv4 address, in the last 32 bits (RFC 6052)."""
_COMPATIBLE = ipaddress.ip_network("::/96")
"""An old way of writing an IPv4 address as an IPv6 one (RFC 4291, 2.5.5.1)."""
_NEVER = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "fec0::/10",
    )
)
"""This network, the inside of a provider's net, protocols of their own, relays, test benches, old site-local ones.

RFC 6890, 6598, 7526, 2544 and 3879: not every version of Python knows all of them.
"""


def is_public(address: str) -> bool:
    """True for an address of the public internet; false for one that leads inside, also where it is wrapped.

    >>> is_public("93.184.215.14"), is_public("169.254.169.254"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _wrapped(found)
    return all(_stands_alone(one) for one in (inner or (found,)))


def _stands_alone(address: _Address) -> bool:
    if address.is_multicast or address.is_reserved or address.is_unspecified or not address.is_global:
        return False
    return not any(address.version == network.version and address in network for network in _NEVER)


def _wrapped(address: _Address) -> tuple[ipaddress.IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address stands for, to which a gateway may pass what is sent."""
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    if address.sixtofour is not None:
        return (address.sixtofour,)
    if address.teredo is not None:
        return address.teredo
    if address in _TRANSLATED or address in _COMPATIBLE:
        return (ipaddress.IPv4Address(int(address) & 0xFFFFFFFF),)
    return ()


def look_up(host: str, port: int) -> tuple[str, ...]:
    """The addresses that this machine's resolver gives for a host; OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
