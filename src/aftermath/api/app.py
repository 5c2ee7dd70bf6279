"""The app: routes over a store, made anew for every caller; nothing here is global."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import APIRouter, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from aftermath.api import (
    adding,
    downloads,
    events,
    incidents,
    judgements,
    looking_up,
    nearby,
    overview,
    registers,
    reports,
    session,
    tokens,
)
from aftermath.api.desk import Desk
from aftermath.api.guard import Guard
from aftermath.api.page import app_pages
from aftermath.api.problems import answer_errors
from aftermath.api.released import Released
from aftermath.api.settings import ServeSettings
from aftermath.pipeline.adding import Adding
from aftermath.pipeline.settings import Settings
from aftermath.store import Store

PREFIX = "/api/v1"
ROUTERS = tuple(
    module.router
    for module in (
        session,
        tokens,
        incidents,
        nearby,
        judgements,
        adding,
        looking_up,
        reports,
        registers,
        overview,
        downloads,
        events,
    )
)


def create_app(store: Store, settings: ServeSettings) -> FastAPI:
    """An app that serves an open store, which the caller closes."""
    desk = Desk(store=store, released=Released(store), adding=Adding(Settings()), settings=settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.adding.close()
        desk.released.close()

    app = FastAPI(
        lifespan=lifespan,
        title="Aftermath",
        version=version("aftermath"),
        description="Who says what happened: reports, their claims, and the incidents they are about.",
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,  # their pages load scripts from elsewhere
        redoc_url=None,
    )
    app.state.desk = desk
    answer_errors(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(Guard, settings=settings)
    api = APIRouter(prefix=PREFIX)
    for router in ROUTERS:
        api.include_router(router)
    app.include_router(api)
    app.include_router(app_pages())
    return app
