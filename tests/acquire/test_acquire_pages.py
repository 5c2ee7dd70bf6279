"""Web pages: the article and nothing else, its metadata, and pages that are broken or no article."""

import time
from datetime import date

import pytest
from found import Read, notes, problem, report
from pages import FOREIGN_TO_THE_ARTICLE, STRIKE, article, page

TEXT = "\n\n".join(STRIKE)
JSON_LD = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Air '
    'strike kills ten in Qarya", "datePublished": "2021-05-06T08:00:00Z", "dateModified": "2021-05-09T08:00:00Z", '
    '"author": {"@type": "Person", "name": "Jane Roe"}, "publisher": {"@type": "Organization", "name": "The Example"}}'
    "</script>"
)
META = (
    '<meta property="og:site_name" content="The Daily Example"><meta name="author" content="Jane Roe">'
    '<meta property="article:published_time" content="2021-05-06T10:00:00Z">'
    '<meta property="article:modified_time" content="2021-05-08T10:00:00Z">'
    '<link rel="canonical" href="https://www.example.org/2021/strike">'
)


def test_the_article_and_nothing_else_is_read(read: Read) -> None:
    found = report(read(article().encode(), "strike.html"))
    assert found.text == TEXT
    assert [word for word in FOREIGN_TO_THE_ARTICLE if word in found.text] == []


def test_metadata_of_a_page(read: Read) -> None:
    found = report(read(article(head=META).encode(), "strike.html"))
    assert (found.title, found.outlet, found.author) == (
        "Air strike kills ten in Qarya",
        "The Daily Example",
        "Jane Roe",
    )
    assert (found.published, found.url) == (date(2021, 5, 6), "https://www.example.org/2021/strike")
    assert found.problems == ()


def test_metadata_in_json_ld(read: Read) -> None:
    found = report(read(article(head=JSON_LD).encode(), "strike.html"))
    assert (found.published, found.author) == (date(2021, 5, 6), "Jane Roe")


def test_the_articles_own_dateline_outweighs_the_pages_date(read: Read) -> None:
    paragraphs = (f"QARYA, May 5 (Wire) - {STRIKE[0]}", *STRIKE[1:])
    found = report(read(article(paragraphs, META).encode(), "strike.html"))
    assert found.published == date(2021, 5, 5)
    assert found.text.startswith("QARYA, May 5 (Wire) - Ten people")


def test_a_page_without_a_date_gets_none_guessed(read: Read) -> None:
    found = report(read(article().encode(), "strike.html"))
    assert found.published is None
    assert "--published" in notes(found)


@pytest.mark.parametrize(
    "body",
    [
        "<div class=content>" + "<br><br>".join(STRIKE) + "</div>",
        "<table width=100%><tr><td>" + "".join(f"<p>{p}</p>" for p in STRIKE) + "</td></tr></table>",
        "<div>" + "".join(f"<div>{p}</div>" for p in STRIKE) + "</div>",
        "<article>" + "".join(f"<p>{p}" for p in STRIKE),
        "<pre>" + "\n\n".join(p.replace(" the ", "\nthe ") for p in STRIKE) + "</pre>",
        "<article>" + "".join(f"<p>{p.replace(' the ', '  the ')}\n\n</p>" for p in STRIKE),
    ],
    ids=["line breaks", "layout table", "divisions", "unclosed", "preformatted", "loose lines"],
)
def test_paragraphs_survive_however_they_are_marked_up(read: Read, body: str) -> None:
    found = report(read(page(body).encode(), "strike.html"))
    assert found.text.split("\n\n") == list(STRIKE)


def test_list_items_and_quotations_are_paragraphs_of_their_own(read: Read) -> None:
    body = f"<article><p>{STRIKE[0]}</p><ul><li>Six died in the market.</li><li>Four died at home.</li></ul>"
    body += f"<blockquote>They came at noon.</blockquote><p>{STRIKE[1]}</p><p>{STRIKE[2]}</p></article>"
    found = report(read(page(body).encode(), "strike.html"))
    assert found.text.split("\n\n")[1:4] == ["Six died in the market.", "Four died at home.", "They came at noon."]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<p>Welcome.</p>",
        "<h1>Latest news</h1><ul>"
        + "".join(f"<li><a href=/{i}>Strike kills {i} in town</a></li>" for i in range(20))
        + "</ul>",
        "<noscript><p>You need to enable JavaScript to run this app and to read the news of the day.</p></noscript>",
        "<script>var text = 'Ten people were killed in an air strike, residents said.';</script><div id=root></div>",
        "<p>We use cookies and similar technology to make this website better for you.</p><button>Accept</button>",
    ],
    ids=["nothing", "a word", "a list", "noscript", "script", "cookies"],
)
def test_a_page_without_an_article_is_a_problem(read: Read, body: str) -> None:
    html = f"<!DOCTYPE html><html><head><title>News</title></head><body>{body}</body></html>"
    assert "no article" in problem(read(html.encode(), "front.html")).message


def test_a_front_page_is_a_problem(read: Read) -> None:
    assert "no article" in problem(read(page("<h1>News</h1>").encode(), "front.html")).message


@pytest.mark.parametrize(
    "break_it",
    [
        lambda html: html.replace("</p>", "").replace("</article>", "</artcle></div></div>"),
        lambda html: html.replace("<body>", "").replace("<html", "<htm"),
        lambda html: html[: html.index("Rescuers") + len(STRIKE[-1])],
        lambda html: '<?xml version="1.0" encoding="utf-16"?>\n' + html,
        lambda html: html.replace("<article>", "<article \x00 id=<<>>&&bad;&#0;&#xFFFFFF;>"),
        lambda html: html.replace("<article>", "<article>" + "<div>" * 150),
    ],
    ids=["unclosed", "no body", "cut", "xml declaration", "nulls", "deep"],
)
def test_broken_html_is_read(read: Read, break_it: object) -> None:
    found = report(read(break_it(article()).encode(), "strike.html"))  # type: ignore[operator]
    assert [p for p in STRIKE if p not in found.text] == []
    assert "Bob" not in found.text


@pytest.mark.parametrize(("encoding", "declared"), [("cp1252", "utf-8"), ("utf-8", "iso-8859-1"), ("utf-16", "utf-8")])
def test_a_page_that_lies_about_its_encoding_is_read(read: Read, encoding: str, declared: str) -> None:
    html = article().replace('charset="utf-8"', f'charset="{declared}"')
    assert report(read(html.encode(encoding), "strike.html")).text == TEXT


@pytest.mark.parametrize("start", ["<div>" * 30_000, "<b>" * 50_000, "<ul><li>" * 25_000, "<table><tr><td>" * 15_000])
def test_pages_nested_beyond_reason_end(read: Read, start: str) -> None:
    found = read(f"<html><body>{start}<p>{TEXT}</p>".encode(), "deep.html")
    assert len(found) == 1


def test_a_page_of_too_many_tags_is_refused_by_number(read: Read) -> None:
    message = problem(read(b"<html><body>" + b"<p>a</p>" * 40_000, "long.html")).message
    assert "80002 tags" in message
    assert "40000" in message


def test_a_page_beyond_the_limit_is_refused(read: Read) -> None:
    assert "10 MB" in problem(read(b"<html><body>" + b"a" * 11_000_000, "big.html")).message


def test_whatever_the_extractor_raises_is_a_problem(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise AssertionError("an element that is none")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    assert "AssertionError: an element that is none" in problem(read(article().encode(), "strike.html")).message


def test_a_page_in_another_language_is_named(read: Read) -> None:
    arabic = ("قتل عشرة مدنيين في غارة جوية على بلدة القرية يوم الأربعاء، وفق ما قال سكان. " * 4,) * 4
    assert problem(read(article(arabic).encode(), "x.html")).message == "not read yet: Arabic"


@pytest.mark.parametrize(
    "html",
    [
        article(),
        "<!-- saved page --><!-- <rss> -->\n" + article(),
        "".join(f"<p>{p}</p>" for p in STRIKE),
        '<?xml version="1.0"?><doc><body>' + "".join(f"<p>{p}</p>" for p in STRIKE) + "</body></doc>",
    ],
    ids=["page", "comments first", "fragment", "xml"],
)
def test_html_is_known_without_its_ending(read: Read, html: str) -> None:
    assert report(read(html.encode(), "strike")).text == TEXT


@pytest.mark.parametrize("start", ["<!--", "<!-- a -->", "<a ", "<", "<!-", "[", "{", "\n", "<meta charset"])
def test_looking_at_hostile_beginnings_takes_no_time(read: Read, start: str) -> None:
    began = time.monotonic()
    read((start * 30_000).encode(), "x")
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (page(f"<p>{TEXT}</p><aside><time datetime='2015-01-01T00:00:00'>1 Jan 2015</time></aside>"), None),
        (page(f"<p>{TEXT}</p><footer>Last change 3 May 2012</footer>"), None),
        (page(f"<p>{TEXT}</p><div class=related-posts><span class=date>3 May 2012</span></div>"), None),
        (page(f"<img src=/up/2012/03/04/x.jpg><p>{TEXT}</p>"), None),
        (article(title="What happened on 3 May 2012"), None),
        (page(f"<p class=byline>By JANE ROE, 6 May 2021</p><p>{TEXT}</p>"), date(2021, 5, 6)),
        (page(f"<time datetime='2021-05-06T23:00:00-05:00'>Thursday</time><p>{TEXT}</p>"), date(2021, 5, 6)),
        (article(head="<meta property='article:published_time' content='1970-01-01T00:00:00Z'>"), None),
        (article(head="<meta property='article:published_time' content='1988-05-08T00:00:00Z'>"), date(1988, 5, 8)),
        (article(head="<link rel=canonical href='https://example.org/2021/05/06/strike'>"), date(2021, 5, 6)),
    ],
    ids=["margin", "footer", "related", "picture", "title", "byline", "time", "epoch", "old", "address"],
)
def test_only_a_pages_own_date_counts(read: Read, html: str, expected: date | None) -> None:
    assert report(read(html.encode(), "strike.html")).published == expected


def test_the_same_page_gives_the_same_report(read: Read) -> None:
    assert read(article().encode(), "a.html") == read(article().encode(), "a.html")
