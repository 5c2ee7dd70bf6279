"""Addresses that a stranger names never lead into a private network."""

import socket
from typing import Any

import pytest

from aftermath.acquire import Settings, acquire
from aftermath.acquire.public import is_public
from aftermath.model import Problem


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://example.org:22/",
        "http://user:pass@127.0.0.1/",
    ],
)
def test_private_addresses_are_refused(url: str) -> None:
    (lost,) = acquire(url, Settings(public_only=True))
    assert isinstance(lost, Problem)
    assert "private network" in lost.message or "where web pages are served" in lost.message


def test_a_name_that_changes_its_mind_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def rebinding(host: Any, port: Any, *rest: Any, **more: Any) -> list[Any]:
        asked.append(str(host))
        address = "93.184.216.34" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    connected: list[Any] = []

    async def connect(self: Any, host: str, *rest: Any, **more: Any) -> Any:
        connected.append(host)
        raise OSError("no network here")

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr("httpcore.AnyIOBackend.connect_tcp", connect)
    (lost,) = acquire("http://rebinding.example/", Settings(public_only=True))
    assert isinstance(lost, Problem)
    assert connected == ["93.184.216.34"]


def test_a_name_with_one_private_address_among_its_own_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def both(host: Any, port: Any, *rest: Any, **more: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    (lost,) = acquire("http://two.example/", Settings(public_only=True))
    assert isinstance(lost, Problem)
    assert "private network" in lost.message
