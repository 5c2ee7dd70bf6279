"""Judging and adding in the browser: split and undo, correcting by selecting words, conflicts, paste to kept."""

import json
from urllib.request import Request, urlopen

from playwright.sync_api import expect
from tests.browser.axe import faults

TEXT = (
    "Shelling hit a bakery in the Sudanese city of El Obeid on Saturday, killing four people, residents said. "
    "The army denied shelling the city."
)


def asked(desk: str, path: str):
    with urlopen(f"{desk}/api/v1{path}") as answer:
        return json.load(answer)


def said(desk: str, judgement: dict) -> None:
    """Somebody else judges meanwhile, not through the browser."""
    session = asked(desk, "/session")
    body = json.dumps(judgement).encode()
    headers = {"content-type": "application/json", "x-csrf-token": session["csrf"]}
    urlopen(Request(f"{desk}/api/v1/judgements", body, headers, method="POST")).close()


def contested(desk: str) -> dict:
    """The air strike of El Obeid, which six claims are about."""
    (found,) = asked(desk, "/incidents?q=El%20Obeid&event=air_strike&contested=true")["data"]
    return asked(desk, f"/incidents/{found['id']}")


def test_the_queue_confirms(open_page, desk: str) -> None:
    page = open_page("#/review?contested=true")
    first = page.get_by_role("region", name="Review").get_by_role("link").first
    words = first.inner_text()
    assert faults(page) == []
    first.click()
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Reason").fill("Seen the hospital's list.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("region", name="Judgements")).to_contain_text("Seen the hospital's list.")
    assert faults(page) == []
    page.goto(f"{desk}/#/review?contested=true&status=confirmed")
    expect(page.get_by_role("region", name="Review").get_by_role("link")).to_have_text(words)


def test_split_and_undo(open_page, desk: str) -> None:
    before = contested(desk)
    page = open_page(f"#/incident/{before['id']}")
    page.get_by_label("Choose claim 3", exact=True).check()
    page.get_by_role("button", name="Split").click()
    page.get_by_label("Reason").fill("Another market.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("article.card")).to_have_count(len(before["claims"]) - 1)
    page.get_by_role("region", name="Judgements").get_by_role("button", name="Undo").click()
    page.get_by_label("Reason").fill("The same market after all.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("article.card")).to_have_count(len(before["claims"]))
    expect(page.get_by_role("region", name="Judgements")).to_contain_text("withdrawn")
    assert {claim["id"] for claim in contested(desk)["claims"]} == {claim["id"] for claim in before["claims"]}


def test_a_value_is_corrected_by_selecting_its_words(open_page, desk: str) -> None:
    claim = next(claim for claim in contested(desk)["claims"] if claim["targets"])
    page = open_page(f"#/report/{claim['report']['id']}?claim={claim['id']}")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Against")).first
    row.get_by_role("button", name="Correct").click()
    text = asked(desk, f"/reports/{claim['report']['id']}")["text"]
    right = "market"
    start = text.index(right)
    page.evaluate(  # as a mouse that is dragged over the word
        """([start, length]) => {
          const parts = [...document.querySelectorAll('article.text [data-start]')];
          const part = parts.filter((one) => Number(one.dataset.start) <= start).at(-1);
          const at = start - Number(part.dataset.start);
          getSelection().setBaseAndExtent(part.firstChild, at, part.firstChild, at + length);
        }""",
        [start, len(right)],
    )
    form = page.get_by_role("form", name="Correct: Against")
    expect(form).to_contain_text(f"New words: {right}")
    assert faults(page) == []
    form.get_by_label("Reason").fill("The edge of town was not hit.")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").filter(has_text="Corrected: saved")).to_be_visible()
    expect(row.get_by_role("link")).to_have_text(right)
    (now,) = [one for one in contested(desk)["claims"] if one["id"] == claim["id"]]
    assert now["targets"][0]["span"] == [start, start + len(right)]


def test_two_people_at_once_lose_nothing(open_page, desk: str) -> None:
    incident = contested(desk)
    page = open_page(f"#/incident/{incident['id']}")
    page.get_by_role("button", name="Grade").click()
    page.get_by_label("Reason").fill("Two hospitals name the dead.")
    other = {"verdict": "comment", "incident": incident["id"], "version": incident["version"], "reason": "I call them."}
    said(desk, other)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Somebody else changed this meanwhile")
    expect(page.get_by_role("region", name="Judgements")).to_contain_text("I call them.")
    expect(page.get_by_label("Reason")).to_have_value("Two hospitals name the dead.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("region", name="Judgements")).to_contain_text("Two hospitals name the dead.")
    assert [one["reason"] for one in contested(desk)["judgements"]] == ["I call them.", "Two hospitals name the dead."]


def test_paste_to_kept(open_page, desk: str) -> None:
    page = open_page("#/add")
    page.get_by_label("Paste a report").fill(TEXT)
    page.get_by_label("Published").fill("2024-06-16")
    page.get_by_label("Outlet").fill("Radio")
    page.get_by_role("button", name="Read").click()
    read = page.get_by_role("region", name="As read")
    expect(read).to_contain_text("killing four people")
    assert faults(page) == []
    assert not asked(desk, "/reports?q=bakery%20Saturday")["data"]
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("status").get_by_role("link").click()
    expect(page.locator("article.text")).to_have_text(TEXT)
    assert [report["outlet"] for report in asked(desk, "/reports?q=bakery%20Saturday")["data"]] == ["Radio"]


def test_a_file_is_read(open_page) -> None:
    page = open_page("#/add")
    page.get_by_label("or files").set_input_files(
        {"name": "report.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}
    )
    expect(page.get_by_role("region", name="As read")).to_contain_text("killing four people")


def test_tables_are_searched_and_sorted(open_page, desk: str) -> None:
    page = open_page("#/sources")
    for name in ("sources", "actors", "places"):
        page.goto(f"{desk}/#/{name}")
        expect(page.get_by_role("heading", name=name.capitalize())).to_be_visible()
        rows = page.locator("tbody tr")
        expect(rows.nth(1)).to_be_visible()
        assert faults(page) == []
        page.get_by_role("button", name="Name").click()
        names = rows.locator("td:first-child").all_inner_texts()
        assert "explore?" in rows.first.get_by_role("link").get_attribute("href")
        assert names == page.evaluate("names => [...names].sort((a, b) => a.localeCompare(b))", names)
        word = asked(desk, f"/{name}?limit=1")["data"][0]["name"]
        page.get_by_role("searchbox").fill(word)
        expect(rows).to_have_count(asked(desk, f"/{name}?limit=100&q=" + word.replace(" ", "%20"))["total"])
