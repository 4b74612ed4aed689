"""Where feeds may be read from."""

import pytest

from data.importers.feeds.addresses import Policy, is_public
from data.importers.feeds.model import FeedError

# address | what it is
PUBLIC = (
    "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0",
    "192.0.1.1", "198.17.255.255", "198.20.0.1", "223.255.255.255", "2606:4700::1111",
    "2a00:1450:4001:81b::200e", "2001:4860:4860::8888", "2620:0:1cfe::1",
)  # fmt: skip
PRIVATE = {
    "0.0.0.0": "unspecified",
    "0.1.2.3": "this network",
    "10.0.0.1": "private",
    "100.64.0.1": "carrier-grade NAT",
    "100.127.255.255": "carrier-grade NAT",
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "169.254.169.254": "link-local, where clouds tell secrets",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.0.0.8": "protocols",
    "192.0.2.1": "examples",
    "192.88.99.1": "6to4 relays",
    "192.168.1.1": "private",
    "198.18.0.1": "benchmarks",
    "198.51.100.7": "examples",
    "203.0.113.9": "examples",
    "224.0.0.1": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "broadcast",
    "::": "unspecified",
    "::1": "loopback",
    "::ffff:10.0.0.1": "IPv4 within IPv6",
    "::ffff:8.8.8.8": "IPv4 within IPv6",
    "::127.0.0.1": "IPv4 within IPv6, of old",
    "64:ff9b::a00:1": "NAT64",
    "64:ff9b:1::1": "NAT64 at home",
    "100::1": "discarded",
    "2001::1": "Teredo",
    "2001:db8::1": "examples",
    "2002:a00:1::1": "6to4",
    "3fff::1": "examples",
    "fc00::1": "private",
    "fd12:3456::1": "private",
    "fe80::1": "link-local",
    "fe80::1%eth0": "link-local",
    "fec0::1": "site-local",
    "ff02::1": "multicast",
    "": "nothing",
    "localhost": "a name",
    "127.1": "no whole address",
    "0x7f000001": "no address in decimals",
}


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_that_anybody_reaches_is_public(address: str):
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_of_another_kind_is_not_public(address: str):
    assert not is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_only_the_address_that_a_test_names_is_allowed_besides(address: str):
    policy = Policy(also=frozenset({("127.0.0.1", 8080)}))
    assert not policy.allows(address, 443)
    assert policy.allows("127.0.0.1", 8080)
    assert not policy.allows("8.8.8.8", 8080)


# what was typed | what is said of it
REFUSED = {
    "ftp://example.org/feed": "neither https:// nor http://",
    "file:///etc/passwd": "neither https:// nor http://",
    "javascript:alert(1)": "neither https:// nor http://",
    "example.org/feed": "neither https:// nor http://",
    "https://": "is not an address of a feed",
    "https:///feed": "is not an address of a feed",
    "https://ann:secret@example.org/": "a user or a password",
    "https://ann@example.org/": "a user or a password",
    "https://:@example.org/": "a user or a password",
    "https://example.org:22/": "names port 22. Feeds are read from the ports 80, 443 alone",
    "https://example.org:99999/": "is not an address of a feed",
    "https://example.org/a b": "is not an address of a feed",
    "https://example.org/\r\nHost: x": "is not an address of a feed",
    "https://example.org/\u202e": "is not an address of a feed",
    "https://example.org/" + "a" * 2_000: "is not an address of a feed",
    "http://127.0.0.1/": "127.0.0.1 is at no address of the public internet",
    "http://[::1]/": "::1 is at no address of the public internet",
    "http://[::ffff:127.0.0.1]/": "no address of the public internet",
    "http://169.254.169.254/latest": "no address of the public internet",
    "http://[fe80::1%25eth0]/": "no address of the public internet",
    "http://[::1%25]/": "no address of the public internet",
    "http://127.1/": "no address of the public internet",
    "http://2130706433/": "no address of the public internet",
    "http://0x7f000001/": "no address of the public internet",
    "http://0X7F.1/": "no address of the public internet",
    "http://0177.0.0.1/": "no address of the public internet",
    "http://127.0.0.1./": "no address of the public internet",
    "": "neither https:// nor http://",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_wrong_with_an_address_is_said(text: str):
    with pytest.raises(FeedError) as refused:
        Policy().check(text)
    assert REFUSED[text] in str(refused.value)
    assert "secret" not in str(refused.value)


# what was typed | what is asked for
TAKEN = {
    "https://example.org/feed.xml": "https://example.org/feed.xml",
    "HTTPS://Example.ORG/Feed#part": "https://example.org/Feed",
    "http://example.org": "http://example.org",
    "https://example.org:443/feed": "https://example.org/feed",
    "https://bücher.example/feed?a=1&b=2": "https://xn--bcher-kva.example/feed?a=1&b=2",
    "https://1.example.org/feed": "https://1.example.org/feed",
    "https://8.8.8.8/feed": "https://8.8.8.8/feed",
    "https://example.org/@ann/feed": "https://example.org/@ann/feed",
}


@pytest.mark.parametrize("text", TAKEN)
def test_an_address_is_taken_in_one_form(text: str):
    assert str(Policy().check(text)) == TAKEN[text]
