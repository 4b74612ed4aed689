"""Which addresses a feed may be at: those that anybody reaches, and none of the network at home.

The lists are the registries of special addresses at IANA. What Python says of an address has
changed from release to release; a feed must not come within reach by that.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from yarl import URL

from data.importers.feeds.model import LONGEST_LINK, FeedError
from data.messages import mark

NO_ADDRESS = mark(
    "'{url}' is not an address of a feed. Write https://, a host and a path, with no spaces."
)
NO_WAY = mark("'{url}' begins with neither https:// nor http://. Feeds are read over these alone.")
HAS_PASSWORD = mark(
    "The address holds a user or a password, which would be kept and shown. Write it without."
)
NO_PORT = mark("'{url}' names port {port}. Feeds are read from the ports {ports} alone.")
NOT_PUBLIC = mark(
    "{host} is at no address of the public internet. Feeds are not read from private networks."
)

_NOT_PUBLIC_4 = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        ),
    )
)
_PUBLIC_6 = ip_network("2000::/3")
"""All that is in use. What wraps an address of IPv4, such as ::ffff:10.0.0.1, is outside."""
_NOT_PUBLIC_6 = tuple(
    # Protocols such as Teredo, examples, 6to4 and examples again.
    map(ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
)
_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.|$)")
"""What systems take for an address of IPv4: 127.1, 0x7f.1 and 2130706433 are one and the same."""
_MOST_ECHOED = 80


def is_public(address: str) -> bool:
    """False for what is no address at all."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    match found:
        case IPv4Address():
            return not any(found in each for each in _NOT_PUBLIC_4)
        case IPv6Address():
            return found in _PUBLIC_6 and not any(found in each for each in _NOT_PUBLIC_6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Where feeds may be read from. `also` are addresses with their ports besides, for tests that
    serve a feed on this machine; no setting leads here."""

    ports: frozenset[int] = frozenset({80, 443})
    also: frozenset[tuple[str, int]] = frozenset()

    def allows(self, address: str, port: int) -> bool:
        return (address, port) in self.also or (port in self.ports and is_public(address))

    def check(self, text: str) -> URL:
        """The address as it is asked for, without what is behind #. Raises FeedError where it can
        be told from the address alone that it must not be asked."""
        url = _parsed(text)
        shown = str(url)[:_MOST_ECHOED]
        if url.scheme not in ("https", "http"):
            raise FeedError(NO_WAY.format(url=shown))
        # Neither is to be echoed.
        if url.user is not None or url.password is not None:
            raise FeedError(HAS_PASSWORD)
        host, port = url.host, url.port
        if not host or port is None:
            raise FeedError(NO_ADDRESS.format(url=shown))
        if port not in self.ports and all(port != each for _, each in self.also):
            raise FeedError(NO_PORT.format(url=shown, port=port, ports=_listed(self.ports)))
        if _is_literal(host) and not self.allows(host, port):
            raise FeedError(NOT_PUBLIC.format(host=host))
        return url.with_fragment(None)


def _parsed(text: str) -> URL:
    told = NO_ADDRESS.format(url="".join(filter(str.isprintable, text))[:_MOST_ECHOED])
    if len(text) > LONGEST_LINK or not text.isprintable() or any(map(str.isspace, text)):
        raise FeedError(told)
    if "@" in text.partition("://")[2].partition("/")[0]:
        raise FeedError(HAS_PASSWORD)
    try:
        return URL(text)
    except ValueError as error:
        raise FeedError(told) from error


def _is_literal(host: str) -> bool:
    """Whether it is connected to without being looked up, be it a sound address or not."""
    return ":" in host or not _NUMBERS.sub("", host.casefold())


def _listed(ports: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(ports)))
