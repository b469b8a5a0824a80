from __future__ import annotations

import pytest

from rashomon.sources.addresses import is_public, look_up

INSIDE = """
127.0.0.1 127.255.255.254 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 100.127.255.254
0.0.0.0 0.1.2.3 224.0.0.251 239.1.2.3 240.0.0.1 255.255.255.255 192.0.2.7 198.51.100.7 203.0.113.7 198.18.0.1
192.88.99.1 192.0.0.8
::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12:3456::1 fec0::1 ff02::1 2001:db8::1 100::1
::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:7f00:1 ::10.0.0.1 64:ff9b::10.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::1
2002:7f00:1:: 2002:c0a8:101:: 2001:0:a00:1::f5ff:fffe
""".split()
OUTSIDE = """
93.184.215.14 1.1.1.1 172.15.255.255 172.32.0.1 100.63.255.255 100.128.0.1 8.8.8.8
2606:2800:21f:cb07:6820:80da:af6b:8b2c ::ffff:8.8.8.8 64:ff9b::8.8.8.8
""".split()


@pytest.mark.parametrize("address", INSIDE)
def test_what_leads_inside_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_the_rest_of_the_internet_is(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("words", ["", "localhost", "1.2.3", "127.0.0.1:80", "::ffff:999.1.1.1"])
def test_what_is_no_address_is_not_public(words: str) -> None:
    assert not is_public(words)


@pytest.mark.parametrize("spelled", ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1"])
def test_odd_spellings_of_an_address_are_looked_up_before_they_are_checked(spelled: str) -> None:
    assert [is_public(address) for address in look_up(spelled, 80)] == [False]
