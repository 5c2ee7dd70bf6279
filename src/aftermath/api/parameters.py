"""Parameters that nobody knows are refused: a filter that is misspelt would else silently give all.

Takes a request, gives nothing; which parameters a path has is what its description says.
"""

from difflib import get_close_matches

from fastapi import Request

from aftermath.model import Misuse


async def refuse_unknown(request: Request) -> None:
    """`Misuse` where the query has a parameter that the route does not, with the one that may be meant."""
    asked = list(dict.fromkeys(request.query_params.keys()))
    if not asked:
        return
    paths, path = request.app.openapi()["paths"], request.scope["route"].path_format
    prefix = request.app.openapi_url.rpartition("/")[0]  # which some versions of FastAPI leave out of a route's path
    described = (paths.get(path) or paths[prefix + path])[request.method.lower()]
    known = sorted(one["name"] for one in described.get("parameters", ()) if one["in"] == "query")
    for name in asked:
        if name not in known:
            near = get_close_matches(name, known, 1)
            meant = f"; `{near[0]}` may be meant" if near else ""
            there = f"there are {', '.join(known)}" if known else "there are none here"
            raise Misuse(f"no parameter is called {name!r}{meant}: {there}")
