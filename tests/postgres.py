"""A PostgreSQL server of the tests' own: made in a temporary folder, reached by a socket there, stopped after.

    with Server() as server:
        open_store(server.new_database(), create=True)

Uses the machine's own binaries. PostgreSQL refuses to run for root, so root runs it as
another user. Nothing listens on the network.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from functools import cache
from itertools import count
from pathlib import Path
from urllib.parse import quote

NEEDS = "needs PostgreSQL's server binaries (Debian: apt-get install postgresql)"


@cache
def binaries() -> Path | None:
    """The newest folder that has PostgreSQL's programs, None where the machine has none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    on_path = shutil.which("initdb")
    found = [*debian[::-1], *([Path(on_path).resolve().parent] if on_path else [])]
    return next((folder for folder in found if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


class Server:
    """A running server; a context, so that it is stopped."""

    def __init__(self) -> None:
        found = binaries()
        assert found is not None, NEEDS
        self._programs = found
        self._numbers = count(1)
        # A socket's path may have 107 letters, which pytest's folders exceed.
        self.folder = Path(tempfile.mkdtemp(prefix="aftermath-pg-"))

    def __enter__(self) -> "Server":
        if os.getuid() == 0:
            user = pwd.getpwnam(_user())
            os.chown(self.folder, user.pw_uid, user.pw_gid)
        self._run("initdb", "-D", str(self.folder / "data"), "-U", "ana", "-A", "trust", "-E", "UTF8", "--no-sync")
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def start(self) -> None:
        settings = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c max_connections=50"
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", log, "-o", settings, "start")

    def stop(self) -> None:
        """Stop at once, as a machine that goes down does."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", "immediate", "stop", check=False)

    def new_database(self) -> str:
        """The address of an empty database."""
        name = f"s{next(self._numbers)}"
        self._run("createdb", "-h", str(self.folder), "-U", "ana", name)
        return f"postgresql://ana@/{name}?host={quote(str(self.folder), safe='')}"

    def _run(self, program: str, *arguments: str, check: bool = True) -> None:
        command = [str(self._programs / program), *arguments]
        if os.getuid() == 0:
            command = ["setpriv", f"--reuid={_user()}", f"--regid={_group()}", "--clear-groups", *command]
        # Not a pipe: the server would inherit and hold it.
        with (self.folder / "said").open("w+") as said:
            done = subprocess.run(command, stdout=said, stderr=said, cwd=self.folder, check=False)
            said.seek(0)
            if check and done.returncode:
                raise RuntimeError(f"{program}: {said.read()}")


def _user() -> str:
    """Whom root runs the server as."""
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _group() -> str:
    return str(pwd.getpwnam(_user()).pw_gid)
