"""Timestamps of the audit log, by an authority that openssl plays."""

import http.server
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.serving import serving

from aftermath.model import Misuse
from aftermath.pipeline.timestamping import timestamp
from aftermath.store import Store
from link.making import claim, record

CONFIG = """
[req]
distinguished_name = dn
prompt = no
[dn]
CN = Test
[authority]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[tsa]
default_tsa = t
[t]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""


class Authority:
    """A root certificate, an authority's below it, and a server that signs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "c").write_text(CONFIG)
        (folder / "serial").write_text("01\n")
        key = "-newkey rsa:2048 -nodes -config c"
        self._openssl(f"req -x509 {key} -keyout ca.key -out ca.pem -days 9 -subj /CN=Root -extensions root")
        self._openssl(f"req {key} -keyout a.key -out a.csr -subj /CN=Authority")
        self._openssl(
            "x509 -req -in a.csr -CA ca.pem -CAkey ca.key -out a.pem -days 9 -extfile c -extensions authority"
        )
        self.roots = folder / "ca.pem"

    def sign(self, asked: bytes) -> bytes:
        (self.folder / "q").write_bytes(asked)
        self._openssl("ts -reply -config c -queryfile q -signer a.pem -inkey a.key -out r")
        return (self.folder / "r").read_bytes()

    def _openssl(self, arguments: str) -> None:
        subprocess.run(["openssl", *arguments.split()], cwd=self.folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    if not shutil.which("openssl"):
        pytest.skip("needs openssl to play a timestamping authority")
    return Authority(tmp_path_factory.mktemp("tsa") / "a")


@pytest.fixture
def url(authority: Authority) -> Iterator[str]:
    before: dict[str, bytes] = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path == "/down":
                self.send_error(503)
                return
            answer = b"no token" if self.path == "/odd" else authority.sign(asked)
            answer = before.setdefault("r", answer) if self.path == "/old" else answer
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    with serving(Handler) as address:
        yield address


@pytest.fixture
def kept(store: Store) -> Store:
    store.keep([record("r", claim("r:1", when=None, where=(), quotes=()))])
    return store


def faults(store: Store, roots: Path | None) -> list[str]:
    return [f"{found.about}: {found.says}" for found in store.verify(roots) if not found.is_note]


def test_a_dated_log(kept: Store, authority: Authority, url: str) -> None:
    path = timestamp(kept, url)
    assert path.name == "1.tsr"
    kept.keep([record("s", claim("s:1", when=None, where=(), quotes=()))])
    assert faults(kept, authority.roots) == []
    assert faults(kept, None) == []
    path.rename(path.with_name("2.tsr"))
    assert faults(kept, authority.roots) == [
        f"timestamp {path.with_name('2.tsr')}: it is of another hash than that of entry 2"
    ]
    path.with_name("2.tsr").rename(path.with_name("9.tsr"))
    assert faults(kept, None) == [f"timestamp {path.with_name('9.tsr')}: the audit log has no such entry"]


def test_another_authoritys_certificate(kept: Store, url: str, tmp_path: Path) -> None:
    timestamp(kept, url)
    (fault,) = faults(kept, Authority(tmp_path / "other").roots)
    assert "its signature does not hold" in fault


@pytest.mark.parametrize(("path", "message"), [("/down", "no timestamp could be had"), ("/odd", "it is no timestamp")])
def test_no_timestamp(kept: Store, url: str, path: str, message: str) -> None:
    with pytest.raises(Misuse, match=message):
        timestamp(kept, url + path)
    assert kept.archive
    assert not list(kept.archive.folder.glob("timestamps/*"))


def test_an_answer_given_before(kept: Store, url: str) -> None:
    timestamp(kept, url + "/old")
    with pytest.raises(Misuse, match="it answers another request"):
        timestamp(kept, url + "/old")
