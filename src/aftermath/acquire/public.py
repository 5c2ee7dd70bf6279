"""Connections to public addresses only: the guard around fetching what a stranger named.

A name is looked up once, every address that it has is checked, and the connection goes to the
address that was checked; so neither a redirect nor a name that changes its mind between two
look-ups leads into a private network. TLS still checks the name.
"""

import ipaddress
import socket
import ssl
from collections.abc import Iterable

import anyio
import httpcore
import httpx

PORTS = (80, 443)
"""Where web pages are served; other ports are where other services listen."""


class PrivateAddressError(httpcore.ConnectError):
    """The address leads where a stranger may not send this machine."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also where it is wrapped in an IPv6 one."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        # 64:ff9b::/96 and other translations lead to any IPv4 address.
        translated = found in ipaddress.ip_network("64:ff9b::/96") or found in ipaddress.ip_network("64:ff9b:1::/48")
        if translated or (inner is not None and not is_public(str(inner))):
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


class PublicOnly(httpcore.AsyncNetworkBackend):
    """Looks names up, refuses those with a private address, and connects to what it checked."""

    def __init__(self) -> None:
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first address of a host, if all that it has are public."""
        if port not in PORTS:
            raise PrivateAddressError(f"port {port} is not one where web pages are served")
        try:
            found = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise httpcore.ConnectError(f"{host} has no address") from error
        addresses = [str(entry[4][0]) for entry in found]
        if not addresses or not all(map(is_public, addresses)):
            raise PrivateAddressError(f"{host} is in a private network")
        return await self._inner.connect_tcp(addresses[0], port, timeout, local_address, socket_options)

    async def connect_unix_socket(self, path: str, *_: object, **__: object) -> httpcore.AsyncNetworkStream:
        """Never: a socket of this machine is no web address."""
        raise PrivateAddressError(f"{path} is a socket of this machine")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)


def public_transport() -> httpx.AsyncHTTPTransport:
    """Httpx's transport with connections to public addresses only; no proxy, which would look names up itself."""
    transport = httpx.AsyncHTTPTransport(trust_env=False)
    transport._pool = httpcore.AsyncConnectionPool(
        ssl_context=ssl.create_default_context(), max_keepalive_connections=0, network_backend=PublicOnly()
    )
    return transport
