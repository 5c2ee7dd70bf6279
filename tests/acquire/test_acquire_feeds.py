"""Feeds: full entries, linked ones, broken ones, hostile ones."""

import json
from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape

import pytest
from found import Read, notes, problem, report
from pages import STRIKE
from server import Server, serving

from aftermath.acquire import Settings, acquire
from aftermath.acquire.link import is_private
from aftermath.model import Problem, Report

FULL = "".join(f"<p>{paragraph}</p>" for paragraph in STRIKE) + "<p>Sign up to our newsletter.</p>"
TEXT = "\n\n".join(STRIKE)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def item(link: str = "", summary: str = "", content: str = "", more: str = "<title>Strike</title>") -> str:
    parts = [more]
    parts += [f"<link>{escape(link)}</link>"] if link else []
    parts += [f"<description>{escape(summary)}</description>"] if summary else []
    parts += [f"<content:encoded>{escape(content)}</content:encoded>"] if content else []
    return f"<item>{''.join(parts)}</item>"


def rss(*items: str) -> bytes:
    start = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    return f"{start}<channel><title>The Wire</title>{''.join(items)}</channel></rss>".encode()


def test_a_full_entry_is_read_without_its_link(read: Read, server: Server) -> None:
    server.seen.clear()
    more = (
        "<title>Strike</title><guid>g1</guid><pubDate>Wed, 05 May 2021 23:30:00 -0400</pubDate><author>J. Roe</author>"
    )
    found = report(read(rss(item(server.url + "/page", "Ten died.", FULL, more)), "feed.xml"))
    assert (found.text, found.title, found.outlet, found.author) == (TEXT, "Strike", "The Wire", "J. Roe")
    assert found.published == date(2021, 5, 5)
    assert found.url == server.url + "/page"
    assert server.seen == []


def test_an_atom_entry_is_read(read: Read) -> None:
    entry = "<entry><title>Strike</title><id>e1</id><updated>2021-05-06T01:00:00+02:00</updated>"
    entry += f"<content type='html'>{escape(FULL)}</content></entry>"
    raw = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Wire</title>{entry}</feed>'.encode()
    found = report(read(raw, "feed"))
    assert (found.text, found.published, found.problems) == (TEXT, date(2021, 5, 6), ())


def json_feed(*items: object, **more: object) -> bytes:
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1", "title": "The Wire", "items": items, **more}
    ).encode()


@pytest.mark.parametrize("content", [{"content_html": FULL}, {"content_text": TEXT}], ids=["html", "text"])
@pytest.mark.parametrize(
    "author", [{"author": {"name": "J. Roe"}}, {"authors": [{"name": "J. Roe"}]}], ids=["1", "1.1"]
)
def test_an_entry_in_json_is_read(read: Read, content: dict[str, str], author: dict[str, object]) -> None:
    entry = {"id": 7, "title": "Strike", "url": "https://example.org/7", "date_published": "2021-05-06T01:00:00+02:00"}
    found = report(read(json_feed(entry | content | author), "feed.json"))
    assert (found.text, found.title, found.outlet, found.author) == (TEXT, "Strike", "The Wire", "J. Roe")
    assert (found.published, found.url, found.problems) == (date(2021, 5, 6), "https://example.org/7", ())


def test_a_php_feed_in_json_has_its_slashes_escaped(read: Read) -> None:
    raw = json_feed({"id": "1", "content_html": FULL}).replace(b"/", b"\\/")
    assert report(read(raw, "feed")).outlet == "The Wire"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (json_feed()[:-9], "this feed could not be taken apart (JSONDecodeError: "),
        (json_feed(items=3), "a JSON feed is an object with a list of items"),
        (json_feed(), "the feed has no entries"),
    ],
)
def test_a_broken_feed_in_json_is_told(read: Read, raw: bytes, why: str) -> None:
    assert why in problem(read(raw, "feed.json")).message


def test_an_odd_item_in_json_is_told_and_the_others_read(read: Read) -> None:
    found = read(json_feed(3, {"id": "1", "content_html": FULL}), "feed.json")
    told = [each for each in found if isinstance(each, Problem)]
    assert [each.message for each in told] == [
        "the feed is not well-formed (1 of its items are no objects): 1 entries were found"
    ]
    assert [each.text for each in found if isinstance(each, Report)] == [TEXT]


def test_the_link_of_a_short_entry_is_followed(read: Read, server: Server) -> None:
    more = "<title>Strike</title><pubDate>Thu, 06 May 2021 10:00:00 GMT</pubDate><author>J. Roe</author>"
    found = report(read(rss(item(server.url + "/page", "Ten died in a strike.", more=more)), "feed.xml"))
    assert found.text == TEXT
    assert found.published == date(2021, 5, 6)
    assert found.title == "Air strike kills ten in Qarya"


def test_a_feed_behind_an_address_is_read(server: Server) -> None:
    feed = rss(item(server.url + "/page"), item("", "", FULL))
    server.answers["/feed"] = lambda handler: handler.reply(feed, ("Content-Type", "application/rss+xml"))
    found = list(acquire(server.url + "/feed"))
    assert [each.text for each in found if isinstance(each, Report)] == [TEXT, TEXT]


@pytest.mark.parametrize("content", [FULL + "<p>The rest of this […]</p>", "<p>Ten died.</p>"])
def test_content_that_is_cut_short_is_fetched_in_full(read: Read, server: Server, content: str) -> None:
    assert report(read(rss(item(server.url + "/page", content=content)), "feed.xml")).text == TEXT


def test_where_a_link_fails_the_summary_is_read(read: Read, server: Server) -> None:
    found = report(read(rss(item(server.url + "/404", "Ten people were <b>killed</b> in an air strike.")), "feed.xml"))
    assert found.text == "Ten people were killed in an air strike."
    assert "only the feed's summary was read: the server answered 404" in notes(found)


@pytest.mark.parametrize(
    ("link", "cause"),
    [
        ("", "neither content nor a link"),
        ("/404", "404"),
        ("/loop", "redirects"),
        ("/pdf", "PDF"),
        ("/feed-itself", "no page but to feed"),
        ("file:///etc/hosts", "no web address"),
        ("/etc/hosts", "no web address"),
        ("javascript:alert(1)", "no web address"),
    ],
)
def test_a_broken_entry_is_a_problem_and_the_others_are_read(read: Read, server: Server, link: str, cause: str) -> None:
    server.answers["/feed-itself"] = lambda handler: handler.reply(rss(item(server.url + "/feed-itself")))
    address = server.url + link if link in {"/404", "/loop", "/pdf", "/feed-itself"} else link
    broken, good = read(rss(item(address), item(content=FULL)), "feed.xml")
    assert isinstance(broken, Problem)
    assert broken.fatal
    assert cause in broken.message
    assert "entry 1" in broken.report
    assert isinstance(good, Report)


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_possible(read: Read) -> None:
    raw = rss(item(content=FULL), item(content=FULL)).replace(b"</channel></rss>", b"<item><title>Cut & ")
    found = read(raw, "feed.xml")
    assert [each.text for each in found if isinstance(each, Report)] == [TEXT, TEXT]
    assert any("not well-formed" in each.message and not each.fatal for each in found if isinstance(each, Problem))


@pytest.mark.parametrize(
    "raw", [rss(), b"<rss version='2.0'>", b"<rss><channel><item>", b'<?xml version="1.0"?><rss>\xff\xfe\x00</rss>']
)
def test_a_feed_without_entries_is_a_problem(read: Read, raw: bytes) -> None:
    found = read(raw, "feed.xml")
    assert not any(isinstance(each, Report) for each in found)
    assert any(isinstance(each, Problem) and each.fatal for each in found)


def test_entities_are_not_expanded_without_end(read: Read) -> None:
    levels = "".join(f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{levels}]><rss version="2.0"><channel>'
    raw = f"{bomb}<item><title>&l12;</title></item></channel></rss>".encode()
    found = read(raw, "feed.xml")
    assert sum(len(each.message) for each in found if isinstance(each, Problem)) < 5000


def test_a_file_named_in_an_entity_is_never_read(read: Read) -> None:
    head = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hosts">]><rss version="2.0"><channel>'
    entry = f"<item><title>Strike</title><description>{escape(FULL)} &x;</description></item>"
    raw = f"{head}{entry}</channel></rss>".encode()
    assert "localhost" not in report(read(raw, "feed.xml")).text


def test_an_entry_keeps_its_id_while_the_feed_around_it_changes(read: Read) -> None:
    entry = item("https://example.org/1", content=FULL)
    first = report(read(rss(entry), "feed.xml"))
    second = read(rss(item("https://example.org/2", content=FULL), entry), "feed.xml")[1]
    assert isinstance(second, Report)
    assert (first.id, first.sha256) == (second.id, second.sha256)


def test_links_are_followed_up_to_a_number(read: Read, server: Server) -> None:
    found = read(rss(item(server.url + "/page"), item(server.url + "/page")), "feed.xml", max_fetches=1)
    assert isinstance(found[0], Report)
    assert isinstance(found[1], Problem)
    assert "first 1 links" in found[1].message


def test_a_public_feed_does_not_lead_into_a_private_network(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    from aftermath.acquire.feed import read_feed
    from aftermath.acquire.origin import Origin

    server.seen.clear()
    origin = Origin(name="f", key="f", url="https://news.example.org/rss")
    message = problem(list(read_feed(rss(item(server.url + "/page")), origin, Settings()))).message
    assert "private network" in message
    assert server.seen == []


def test_nor_do_its_redirects() -> None:
    from pages import article

    from aftermath.acquire.draft import Draft
    from aftermath.acquire.fetch import Fetched
    from aftermath.acquire.link import linked_draft
    from aftermath.acquire.origin import Origin

    inside = Fetched(url="http://10.0.0.1/admin", body=article().encode(), media="text/html", charset="")
    origin = Origin(name="f", key="f", url="https://news.example.org/rss")
    entry = Draft(name="e", raw=origin.raw(b""), text="", url="https://news.example.org/1")
    found = linked_draft(entry, origin, Settings(), lambda address, settings: inside)
    assert "private network" in problem([found]).message  # type: ignore[list-item]


@pytest.mark.parametrize(
    "address",
    ["http://10.0.0.1/", "http://localhost:80/x", "http://[::1]/", "http://169.254.169.254/", "http://printer/"],
)
def test_private_addresses(address: str) -> None:
    assert is_private(address)
    assert not is_private("https://www.example.org/")


@pytest.mark.parametrize(
    ("source", "proxies", "guarded"),
    [
        ("https://news.example.org/rss", {}, True),
        ("https://news.example.org/rss", {"no": "localhost"}, True),
        ("https://news.example.org/rss", {"https": "http://proxy:3128"}, False),
        ("http://127.0.0.1:8000/rss", {}, False),
    ],
)
def test_what_a_public_feed_names_is_guarded_at_every_connection(
    monkeypatch: pytest.MonkeyPatch, source: str, proxies: dict[str, str], guarded: bool
) -> None:
    from aftermath.acquire import link

    monkeypatch.setattr(link, "getproxies", lambda: proxies)
    assert link.among_strangers(Settings(), source).public_only is guarded
