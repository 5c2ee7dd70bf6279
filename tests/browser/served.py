"""A store served at a free port of this machine, and how Chromium is started to look at it.

Shared by the tests and by `tools/screenshots.py`.
"""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

CHROMIUM = ("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-dev-shm-usage")
"""Chromium in a container without a GPU: the map is drawn in software."""

UP = 30.0
"""Seconds in which a server must answer."""


@contextmanager
def served(store: Path, folder: Path, *options: str, program: str = "aftermath") -> Iterator[str]:
    """Serve a store; gives the address. `folder` takes the server's log; `program` is the module that is run."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", program, "serve", "--store", str(store), "--port", str(port), *options]
    with (folder / "serve.log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, server, folder / "serve.log")
        yield address
    finally:
        server.terminate()
        server.wait(20)


def add_account(store: Path, name: str, role: str) -> None:
    """An account whose password is its name four times."""
    command = [sys.executable, "-m", "aftermath", "users", "add", name, "--role", role, "--store", str(store)]
    subprocess.run(command, input=f"{name * 4}\n", text=True, check=True, capture_output=True)


def _wait(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + UP
    while time.monotonic() < end and server.poll() is None:
        try:
            urlopen(f"{address}/api/v1/session", timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"`aftermath serve` did not come up: {log.read_text()}")
