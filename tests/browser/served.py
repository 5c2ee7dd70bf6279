"""A store served at a free port of this machine, and how Chromium is started to look at it.

Every server is `aftermath serve` in a process of its own, forked from one that has imported the program already:
it comes up in a tenth of the time. Shared by the tests and by tools that look at the app.
"""

import multiprocessing
import os
import runpy
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from urllib.request import urlopen

CHROMIUM = ("--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-dev-shm-usage")
"""Chromium in a container without a GPU: the map is drawn in software."""

UP = 30.0
"""Seconds in which a server must answer."""

FORK = multiprocessing.get_context("forkserver")
FORK.set_forkserver_preload(["aftermath.api", "aftermath.cli.serve", "aftermath.pipeline.linking", "uvicorn"])


@contextmanager
def served(store: Path, folder: Path, *options: str, program: str = "aftermath") -> Iterator[str]:
    """Serve a store; gives the address. `folder` takes the server's log; `program` is the module that is run."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["serve", "--store", str(store), "--port", str(port), *options]
    log = folder / "serve.log"
    server = FORK.Process(target=_run, args=(program, words, str(log), dict(os.environ)), daemon=True)
    server.start()
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, server, log)
        yield address
    finally:
        server.terminate()
        server.join(20)


def _run(program: str, words: list[str], log: str, environment: dict[str, str]) -> None:
    """Run a module as a command, with its output in a file; a forked process has the environment of long ago."""
    os.environ.update(environment)
    with Path(log).open("wb") as out:
        for stream in (1, 2):
            os.dup2(out.fileno(), stream)
    sys.argv = [program, *words]
    runpy.run_module(program, run_name="__main__", alter_sys=True)


def add_account(store: Path, name: str, role: str) -> None:
    """An account whose password is its name four times."""
    from aftermath.api.passwords import HASHER
    from aftermath.store import accounts, open_store

    with open_store(store) as opened:
        accounts.add_account(opened, accounts.Account(name=name, role=role, password=HASHER.hash(name * 4)))


def _wait(address: str, server: ForkServerProcess, log: Path) -> None:
    end = time.monotonic() + UP
    while time.monotonic() < end and server.is_alive():
        try:
            urlopen(f"{address}/api/v1/session", timeout=5).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"`aftermath serve` did not come up: {log.read_text() if log.is_file() else 'it said nothing'}")
