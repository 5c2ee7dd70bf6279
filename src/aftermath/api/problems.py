"""Errors as problem+json (RFC 9457): the one map from errors to statuses.

An error's text is for users and is shown; of one that nobody foresaw only that it happened is
said, and the rest goes to the log.
"""

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from aftermath.export.reasons import PROBLEMS, told
from aftermath.model.errors import AftermathError, MissingData, Misuse, UnusableStore

log = logging.getLogger("aftermath.api")


class Absent(AftermathError):
    """There is no such thing, or none that the caller may see."""


class Unknown(AftermathError):
    """Nobody is signed in, or not with that password."""


class Forbidden(AftermathError):
    """Who is signed in may not do that."""


class Changed(AftermathError):
    """Somebody changed the thing since the caller read it."""


class TooLarge(AftermathError):
    """More was sent or asked for than is allowed."""


class TooOften(AftermathError):
    """Too many requests; the text says when to come back."""


STATUSES: dict[type[Exception], HTTPStatus] = {
    Misuse: HTTPStatus.BAD_REQUEST,
    Unknown: HTTPStatus.UNAUTHORIZED,
    Forbidden: HTTPStatus.FORBIDDEN,
    Absent: HTTPStatus.NOT_FOUND,
    Changed: HTTPStatus.PRECONDITION_FAILED,
    TooLarge: HTTPStatus.CONTENT_TOO_LARGE if hasattr(HTTPStatus, "CONTENT_TOO_LARGE") else HTTPStatus(413),
    TooOften: HTTPStatus.TOO_MANY_REQUESTS,
    UnusableStore: HTTPStatus.SERVICE_UNAVAILABLE,
    MissingData: HTTPStatus.SERVICE_UNAVAILABLE,
}


def problem(status: int, detail: str, **more: object) -> JSONResponse:
    """A problem as a response."""
    found = told(detail, PROBLEMS)
    code = {name: found[name] for name in ("reason_code", "reason_values")} if found["reason_code"] else {}
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **code,
        **more,
    }
    headers = {"Retry-After": "60"} if status == HTTPStatus.TOO_MANY_REQUESTS else {}
    return JSONResponse(body, status, headers=headers, media_type="application/problem+json")


def answer_errors(app: FastAPI) -> None:
    """Have the app answer every error as a problem."""
    app.add_exception_handler(AftermathError, _foreseen)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unforeseen)


def _foreseen(_: Request, error: Exception) -> JSONResponse:
    status = next((STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES), HTTPStatus.BAD_REQUEST)
    return problem(status, str(error))


def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for these alone
    answer = problem(error.status_code, str(error.detail))
    answer.headers.update(error.headers or {})
    return answer


def _invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for these alone
    # What was sent is not repeated: it may be a password.
    errors = [{"where": ".".join(map(str, e["loc"])), "what": e["msg"]} for e in error.errors()]
    detail = "; ".join(f"{e['where']}: {e['what']}" for e in errors)
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors=errors)


def _unforeseen(request: Request, error: Exception) -> JSONResponse:
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "the server failed; its log says why")
