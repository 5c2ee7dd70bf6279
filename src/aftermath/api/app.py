"""The app: routes over a store, made anew for every caller; nothing here is global."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import APIRouter, Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from aftermath.api import (
    accounts,
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
from aftermath.api.audit import Audit
from aftermath.api.desk import Desk
from aftermath.api.guard import Guard
from aftermath.api.page import app_pages
from aftermath.api.parameters import refuse_unknown
from aftermath.api.problems import answer_errors
from aftermath.api.released import Released
from aftermath.api.settings import ServeSettings
from aftermath.pipeline.adding import Adding
from aftermath.pipeline.settings import Settings
from aftermath.store import Store

PREFIX = "/api/v1"
PACKED = 4
"""How hard answers are packed: 9 takes 30 times as long for a map of 1,300 points, and saves a tenth."""

ROUTERS = tuple(
    module.router
    for module in (
        session,
        tokens,
        accounts,
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
    app.add_middleware(Audit, desk=desk, prefix=PREFIX)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=PACKED)
    app.add_middleware(Guard, settings=settings)
    api = APIRouter(prefix=PREFIX, dependencies=[Depends(refuse_unknown)])
    for router in ROUTERS:
        api.include_router(router)
    app.include_router(api)
    app.include_router(app_pages())
    return app
