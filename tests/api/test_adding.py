"""What somebody says of a report that they add: day, outlet and title of texts and files, over what it says itself."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.store import open_store

TEXT = (
    "Shelling hit a bakery in the Sudanese city of El Obeid on Saturday, killing four people, residents said. "
    "The bakery stood beside the main market and was full of people who queued for bread."
)
PAGE = (
    f"<html><head><title>Bakery shelled</title><meta property='og:site_name' content='The Wire'></head>"
    f"<body><article><h1>Bakery shelled</h1><p>{TEXT}</p></article></body></html>"
)
SAID = {"title": "Bakery  hit", "outlet": " Radio Kordofan ", "published": "2024-06-16"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("adding")
    with open_store(folder / "s.sqlite", create=True, archive=folder / "archive") as store:
        made = TestClient(create_app(store, ServeSettings()), base_url="http://localhost/api/v1")
        made.headers["X-CSRF-Token"] = made.get("/session").json()["csrf"]
        yield made


def sent(client: TestClient, way: str, said: dict[str, str], text: str = TEXT, *, keep: bool = False) -> Any:
    path = f"/reports{'' if way == 'text' else '/file'}?keep={str(keep).lower()}"
    if way == "text":
        return client.post(path, json={"text": text} | said)
    return client.post(path, data=said, files={"file": (way, text.encode())})


@pytest.mark.parametrize("way", ["text", "bakery.txt"])
def test_what_is_said_of_a_text_or_a_file(client: TestClient, way: str) -> None:
    (report,) = sent(client, way, SAID).json()["reports"]
    assert {"title": "Bakery hit", "outlet": "Radio Kordofan", "published": "2024-06-16"}.items() <= report.items()
    assert report["claims"][0]["when"]["start"] == "2024-06-15"  # Saturday, counted from the day that was said


def test_what_a_page_says_itself_is_told_where_somebody_says_otherwise(client: TestClient) -> None:
    (bare,) = sent(client, "page.html", {}, PAGE).json()["reports"]
    (said,) = sent(client, "page.html", SAID, PAGE).json()["reports"]
    assert (bare["title"], said["title"]) == ("Bakery shelled", "Bakery hit")
    assert bare["outlet"] == "The Wire"
    assert [problem["reason_code"] for problem in said["problems"]] == ["read.given_title", "read.given_outlet"]
    assert said["problems"][1]["reason_values"] == {"own": "The Wire"}
    (same,) = sent(client, "page.html", {"title": "Bakery shelled", "published": "2024-06-16"}, PAGE).json()["reports"]
    assert same["problems"] == []


def test_a_title_is_of_one_report(client: TestClient) -> None:
    many = json.dumps([{"text": TEXT}, {"text": TEXT.replace("bakery", "school")}])
    answered = sent(client, "two.json", SAID, many)
    assert answered.status_code == 400
    assert answered.json()["reason_code"] == "add.title"
    reports = sent(client, "two.json", SAID | {"title": ""}, many).json()["reports"]
    assert [report["outlet"] for report in reports] == ["Radio Kordofan"] * 2


SOON = (date.today() + timedelta(days=3)).isoformat()


@pytest.mark.parametrize("way", ["text", "bakery.txt"])
@pytest.mark.parametrize(
    ("said", "status", "code"),
    [
        ({"published": SOON}, 400, "add.future"),
        ({"published": "0024-06-16"}, 400, "add.early"),
        ({"published": "16 June"}, 422, None),
        ({"outlet": "x" * 301}, 422, None),
        ({"title": "x" * 1001}, 422, None),
    ],
)
def test_what_cannot_be(client: TestClient, way: str, said: dict[str, str], status: int, code: str | None) -> None:
    answered = sent(client, way, said)
    assert answered.status_code == status
    assert answered.headers["content-type"] == "application/problem+json"
    assert answered.json().get("reason_code") == code


def test_a_report_that_is_kept_already_is_told(client: TestClient) -> None:
    assert sent(client, "again.txt", SAID, keep=True).json()["problems"] == []
    form = sent(client, "again.txt", SAID | {"outlet": "Another"}, keep=True).json()
    assert [problem["reason_code"] for problem in form["problems"]] == ["keep.again"]
    assert client.get(f"/reports/{form['reports'][0]['id']}").json()["outlet"] == "Radio Kordofan"
