"""The desk's finer work: a missed claim by keyboard alone, moving a claim, what comes meanwhile."""

import json
from urllib.request import Request, urlopen

from playwright.sync_api import expect
from tests.browser.axe import faults

MISSED = "It was not clear who had sent it"


def asked(desk: str, path: str):
    with urlopen(f"{desk}/api/v1{path}") as answer:
        return json.load(answer)


def sent(desk: str, path: str, body: dict):
    """Somebody else writes meanwhile, not through the browser."""
    headers = {"content-type": "application/json", "x-csrf-token": asked(desk, "/session")["csrf"]}
    with urlopen(Request(f"{desk}/api/v1{path}", json.dumps(body).encode(), headers, method="POST")) as answer:
        return json.load(answer)


def contested(desk: str) -> dict:
    """The air strike of El Obeid, which six claims are about."""
    (found,) = asked(desk, "/incidents?q=El%20Obeid&event=air_strike&contested=true")["data"]
    return asked(desk, f"/incidents/{found['id']}")


def unclear(desk: str) -> dict:
    """The report that says who sent it was not clear, of which the reading makes no claim."""
    claims = [claim for claim in contested(desk)["claims"] if claim["report"]["outlet"] == "Reuters"]
    reports = (asked(desk, f"/reports/{claim['report']['id']}") for claim in claims)
    return next(report for report in reports if MISSED in report["text"])


def test_a_missed_claim_is_added_and_undone_by_keyboard(open_page, desk: str) -> None:
    report = unclear(desk)
    page = open_page(f"#/report/{report['id']}")
    expect(page.locator("mark").first).to_be_visible()
    press = page.keyboard.press
    press("t")  # to the text
    expect(page.get_by_role("article", name="Text as archived")).to_be_focused()
    before = report["text"][: report["text"].index(MISSED)]
    for _ in range(len(before.replace("-", " ").replace("(", " ").split()) + 1):
        press("ArrowRight")
    for _ in range(len(MISSED.split()) - 1):
        press("Shift+ArrowRight")
    press("Enter")
    form = page.get_by_role("form", name="Add a missed claim")
    expect(form).to_contain_text(f"New words: {MISSED}")
    expect(form.get_by_label("What")).to_be_focused()
    page.keyboard.type("Attack")
    expect(form.get_by_label("What")).to_have_value("attack")
    assert faults(page) == []
    form.get_by_label("Reason").focus()
    page.keyboard.type("They deny knowledge.")
    press("Control+Enter")
    expect(page.get_by_role("status").filter(has_text="Claim added: saved")).to_be_visible()
    (made,) = [claim for claim in asked(desk, f"/reports/{report['id']}")["claims"] if ":added-" in claim["id"]]
    assert [quote["text"] for quote in made["quotes"]] == [MISSED]
    assert made["event"] == "attack"
    assert page.url.endswith(f"claim={made['id'].replace(':', '%3A').replace('/', '%2F')}")
    page.locator("main").press("u")
    expect(page.get_by_label("Reason")).to_have_value("It was a mistake.")
    press("Control+Enter")
    expect(page.get_by_role("status").filter(has_text="Withdrawn: saved")).to_be_visible()
    assert asked(desk, f"/reports/{report['id']}")["claims"] == report["claims"]


def test_a_value_is_added_and_taken_out(open_page, desk: str) -> None:
    report = unclear(desk)
    (claim,) = report["claims"]
    many = len(claim["targets"])
    page = open_page(f"#/report/{report['id']}")
    page.get_by_role("group", name="Add").get_by_role("button", name="Against").click()
    form = page.get_by_role("form", name="Add: Against")
    expect(form).to_contain_text("Select the right words in the text.")
    form.get_by_label("Reason").fill("They were hit too.")
    expect(form.get_by_role("button", name="Save")).to_be_disabled()  # no value without its words
    page.get_by_role("article", name="Text as archived").press("ArrowRight")
    expect(form).to_contain_text("New words: CAIRO")
    form.get_by_role("button", name="Save").click()
    row = page.get_by_role("row").filter(has_text="CAIRO")
    row.get_by_role("button", name="Correct").click()
    form = page.get_by_role("form", name="Correct: Against")
    form.get_by_label("Take this value out").check()
    form.get_by_label("Reason").fill("That is where it was written.")
    form.get_by_role("button", name="Save").click()
    expect(row).to_have_count(0)
    assert len(asked(desk, f"/reports/{report['id']}")["claims"][0]["targets"]) == many


def test_a_claim_is_moved_to_an_incident_nearby(open_page, desk: str) -> None:
    before = contested(desk)
    page = open_page(f"#/incident/{before['id']}")
    nearby = page.get_by_role("region", name="Near it in place and time")
    other = nearby.get_by_role("link").first.get_attribute("href").split("/")[-1]
    theirs = {claim["id"] for claim in asked(desk, f"/incidents/{other}")["claims"]}
    page.get_by_label("Choose claim 3", exact=True).check()
    page.get_by_role("button", name="Move").click()
    form = page.get_by_role("form", name="Move")
    form.get_by_role("radio").and_(page.locator(f"[value='{other}']")).check()
    assert faults(page) == []
    form.get_by_label("Reason").fill("It was the other one.")
    form.get_by_role("button", name="Save").click()
    expect(page.locator("article.card")).to_have_count(len(before["claims"]) - 1)
    moved = before["claims"][2]
    claims = asked(desk, f"/reports/{moved['report']['id']}")["claims"]
    (now,) = {claim["incident"] for claim in claims if claim["id"] == moved["id"]}
    assert theirs <= {claim["id"] for claim in asked(desk, f"/incidents/{now}")["claims"]}


def test_who_merges_is_led_to_the_one_incident(open_page, desk: str) -> None:
    before = contested(desk)
    page = open_page(f"#/incident/{before['id']}")
    page.get_by_role("button", name="Merge").click()
    form = page.get_by_role("form", name="Merge")
    form.get_by_role("searchbox").fill("Ar Rahad")
    form.get_by_role("radio").first.check()
    other = asked(desk, f"/incidents/{form.get_by_role('radio').first.get_attribute('value')}")
    form.get_by_label("Reason").fill("One raid.")
    form.get_by_role("button", name="Save").click()
    expect(page.locator("article.card")).to_have_count(len(before["claims"]) + len(other["claims"]))


def test_what_comes_is_told_and_moves_nothing(open_page, desk: str) -> None:
    page = open_page("#/review")
    links = page.get_by_role("region", name="Review").get_by_role("link")
    expect(links.first).to_be_visible()
    many = links.count()
    page.wait_for_timeout(1000)
    text = "Shelling hit a bakery in the Sudanese city of El Obeid on Saturday, killing four people, residents said."
    sent(desk, "/reports", {"text": text, "published": "2024-07-20", "outlet": "Radio", "title": "Bakery"})
    expect(page.get_by_role("status").filter(has_text="1 new report")).to_be_visible()
    assert links.count() == many
    page.get_by_role("button", name="Show").click()
    expect(links).to_have_count(many + 1)
    expect(page.get_by_role("status").filter(has_text="new report")).to_have_count(0)


def test_an_incident_tells_that_it_changed_but_not_by_oneself(open_page, desk: str) -> None:
    incident = contested(desk)
    page = open_page(f"#/incident/{incident['id']}")
    told = page.get_by_role("status").filter(has_text="has changed since")
    page.get_by_role("button", name="Comment").click()
    page.get_by_label("Reason").fill("I call them.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("region", name="Judgements")).to_contain_text("I call them.")
    page.wait_for_timeout(5000)
    expect(told).to_have_count(0)
    version = contested(desk)["version"]
    sent(
        desk, "/judgements", {"verdict": "comment", "incident": incident["id"], "version": version, "reason": "And I."}
    )
    expect(told).to_be_visible()
    expect(page.get_by_text("And I.")).to_have_count(0)
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("And I.")).to_be_visible()


def test_keys_are_told(open_page, desk: str) -> None:
    page = open_page(f"#/incident/{contested(desk)['id']}")
    expect(page.get_by_role("button", name="Comment")).to_be_visible()
    page.locator("main").press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog.get_by_role("row").filter(has_text="Comment")).to_contain_text("n")
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.locator("main").press("n")
    expect(page.get_by_role("form", name="Comment").get_by_label("Reason")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("form", name="Comment")).to_have_count(0)


def test_a_place_is_looked_up_and_a_day_is_read(open_page, desk: str) -> None:
    report = unclear(desk)
    (claim,) = report["claims"]
    page = open_page(f"#/report/{report['id']}")
    table = page.get_by_role("region", name="Claim 1")
    table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Where")).get_by_role("button").click()
    form = page.get_by_role("form", name="Correct: Where")
    form.get_by_label("Look a place up").fill("Ar Rahad")
    form.get_by_role("radio", name="Ar Rahad").first.check()
    expect(form).to_contain_text("Place: ")
    assert faults(page) == []
    form.get_by_label("Reason").fill("It was the next town.")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").filter(has_text="Corrected: saved")).to_be_visible()
    (now,) = asked(desk, f"/reports/{report['id']}")["claims"]
    assert now["where"][0]["country"] == "SD"
    assert now["where"][0]["id"] != claim["where"][0]["id"]
    assert now["where"][0]["span"] == claim["where"][0]["span"]  # the words are those of before

    table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="When")).get_by_role("button").click()
    form = page.get_by_role("form", name="Correct: When")
    expect(form.get_by_label("First day")).to_be_focused()
    text = page.get_by_role("article", name="Text as archived")
    for _ in range(2):
        text.press("ArrowRight")
    text.press("Shift+ArrowRight")
    expect(form).to_contain_text("New words: June 11")
    expect(form.get_by_label("First day")).to_have_value("2024-06-11")
    text.press("Escape")
    text.press("ArrowRight")
    expect(form).to_contain_text("New words: CAIRO")
    expect(form).to_contain_text("name no day")
