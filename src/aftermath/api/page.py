"""The browser app: files that `web/` builds, with its index for every address of its own."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse, HTMLResponse, Response

from aftermath.api.problems import Absent

FOLDER = Path(__file__).parent / "app"

NOT_BUILT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Aftermath</title>
<h1>Aftermath</h1><p>The record is served, but the browser app is not built in this installation.
Build it with <code>npm ci &amp;&amp; npm run build</code> in <code>web/</code>, or install a wheel, which has it.</p>
<p>The record itself is under <a href="/api/v1/incidents">/api/v1/incidents</a>, the description of what can be
asked under <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p></html>
"""


def app_pages(folder: Path = FOLDER) -> APIRouter:
    """Routes of the app in a folder; a page that says how to build it where it is not there."""
    router = APIRouter(include_in_schema=False)
    root = folder.resolve()

    @router.get("/{path:path}")
    def file(path: str) -> Response:
        if path.startswith("api/"):
            raise Absent(f"there is no /{path}")
        wanted = (root / path).resolve()
        if wanted.is_file() and wanted.is_relative_to(root):
            # Vite names assets by their content, so that those never change.
            lasting = "public, max-age=31536000, immutable" if path.startswith("assets/") else "no-cache"
            return FileResponse(wanted, headers={"Cache-Control": lasting})
        index = root / "index.html"
        if index.is_file() and not path.startswith("assets/"):
            return FileResponse(index, headers={"Cache-Control": "no-cache"})
        if index.is_file():
            raise Absent(f"there is no /{path}")
        return HTMLResponse(NOT_BUILT, 503)

    return router
