"""A served store of invented reports and a Chromium to look at it with.

Needs the app built (`make web`), Playwright's Python client and the system's Chromium. Where one is not there
these tests are skipped and say so, but not in CI (`CI=true`): there they fail.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.browser.demo import make_store
from tests.browser.served import CHROMIUM, add_account, served

ROOT = Path(__file__).parents[2]
APP = ROOT / "src/aftermath/api/app/index.html"
AXE = ROOT / "web/node_modules/axe-core/axe.min.js"


def _lacking() -> str:
    if not APP.is_file() or not AXE.is_file():
        return "the browser app is not built: `make web`, which needs node"
    if not shutil.which("chromium"):
        return "no chromium: `apt-get install chromium`"
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "no playwright: `make install`"
    return ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    lacking = _lacking()
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)
            if lacking and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason=lacking))


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if lacking := _lacking():
        pytest.fail(lacking)
    store = tmp_path_factory.mktemp("desk") / "demo.sqlite"
    make_store(store)
    return store


@pytest.fixture
def options() -> tuple[str, ...]:
    """Of `aftermath serve`; a module of tests may give others."""
    return ()


@pytest.fixture
def program() -> str:
    """The module that serves."""
    return "aftermath"


@pytest.fixture
def accounts() -> dict[str, str]:
    """Names and roles of accounts that are made before the store is served; their password is the name four times."""
    return {}


@pytest.fixture
def desk(
    demo_store: Path, tmp_path: Path, options: tuple[str, ...], accounts: dict[str, str], program: str
) -> Iterator[str]:
    """The address of a served copy of the demo store, which a test may write to."""
    store = tmp_path / "desk.sqlite"
    shutil.copy(demo_store, store)
    for name, role in accounts.items():
        add_account(store, name, role)
    with served(store, tmp_path, *options, program=program) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # a busy machine draws the map slowly
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=list(CHROMIUM))
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, desk: str) -> Iterator[Callable]:
    """Open a page of the app; what the browser complains of, and any request to another host, fails the test."""
    contexts, complaints = [], []

    def opened(where: str, **options):
        context = chromium.new_context(**({"locale": "en", "viewport": {"width": 1280, "height": 800}} | options))
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("console", lambda said: complaints.append(f"console: {said.text}") if _is_bad(said) else None)
        page.on(
            "request", lambda asked: complaints.append(f"asked {asked.url}") if _is_elsewhere(asked, desk) else None
        )
        page.goto(f"{desk}/{where}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints


def _is_bad(said) -> bool:
    # A status that the app is meant to show (404, 412) is reported by the browser too.
    return said.type == "error" and "the server responded with a status of" not in said.text


def _is_elsewhere(asked, desk: str) -> bool:
    return not asked.url.startswith((desk, "data:", f"blob:{desk}"))
