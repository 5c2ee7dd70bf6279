"""What every request passes and every answer carries: hosts, sizes, rates, and headers.

Stands around the whole app, so that errors and files have the headers too.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aftermath.api.problems import problem
from aftermath.api.rates import Rates, address_of
from aftermath.api.settings import ServeSettings


def headers_for(settings: ServeSettings) -> dict[str, str]:
    """Headers of every answer."""
    tiles = f" {settings.tiles_origin}" if settings.tiles_origin else ""
    policy = (
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        f"img-src 'self' data: blob:{tiles}; connect-src 'self'{tiles}; font-src 'self'{tiles}; "
        "worker-src 'self' blob:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    found = {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if settings.secure:
        found["Strict-Transport-Security"] = "max-age=31536000"
    return found


class Guard:
    """The app with the guard around it."""

    def __init__(self, app: ASGIApp, settings: ServeSettings) -> None:
        self._app, self._settings = app, settings
        self._headers = headers_for(settings)
        self._rates = Rates(settings.requests_a_minute)
        self._sign_ins = Rates(settings.sign_ins_a_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        refused = self._refused(scope)
        if refused:
            await problem(*refused)(scope, receive, sending)
        else:
            await self._app(scope, self._limited(receive), sending)

    @property
    def _too_large(self) -> str:
        return f"at most {self._settings.max_upload:,} bytes may be sent at once"

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        host = urlsplit(f"//{headers.get('host', '')}").hostname or ""
        if host not in self._settings.hosts:
            return 421, "this desk is not served under that name; `aftermath serve --name` adds one"
        origin = headers.get("origin", "")
        if origin and scope["method"] not in ("GET", "HEAD") and urlsplit(origin).netloc != headers.get("host"):
            return 403, "pages of other sites may not write here"
        caller = address_of(scope)
        if self._rates.is_too_often(caller):
            return 429, "too many requests: wait a minute"
        signing_in = scope["method"] == "POST" and scope["path"].endswith("/session")
        if signing_in and self._sign_ins.is_too_often(caller):
            return 429, "too many attempts to sign in: wait a minute"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or len(length) > 12 or int(length) > self._settings.max_upload:
            return 413, self._too_large
        return None

    def _limited(self, receive: Receive) -> Receive:
        """The body as it comes, cut off at the limit whatever length was declared."""
        seen = 0

        async def receiving() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._settings.max_upload:
                raise HTTPException(413, self._too_large)
            return message

        return receiving
