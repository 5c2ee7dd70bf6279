"""What is dropped as a page's furnishing, and what never is."""

import pytest

from aftermath.acquire.boilerplate import article, is_furnishing
from aftermath.acquire.paragraphs import Block


@pytest.mark.parametrize(
    "text",
    [
        "Sign up to our newsletter",
        "Sign up for The Morning Brief, our free daily round-up.",
        "Subscribe now",
        "Get our free daily newsletter in your inbox",
        "Already a subscriber? Log in",
        "Read more: Shelling kills five in the north",
        "Read also",
        "Related stories",
        "Most read",
        "Share this article",
        "Follow us on Twitter",
        "Advertisement",
        "Story continues below advertisement",
        "We use cookies to improve your experience.",
        "By continuing to browse you agree to our terms and the use of cookies",
        "Please enable JavaScript to view the comments.",
        "© 2021 The Daily Example",
        "All rights reserved.",
        "Image source, Agency Photos",
        "You may also like",
    ],
)
def test_furnishings(text: str) -> None:
    assert is_furnishing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Share prices fell after the strike.",
        "Follow-up strikes killed ten.",
        "Registering the dead took days.",
        "Subscribers to the mobile network lost service when shells hit the mast.",
        "Related attacks killed four people in Qarya.",
        "Saved from the rubble, the boy told of two planes.",
        "Comments by the minister were met with anger.",
        "Top commanders were killed in the raid.",
        "Support for the rebels is strong in the town, residents said.",
        "More on Wednesday's strike was expected from the ministry, which said that 40 people had been killed there.",
        "Copyrighted maps were found on the dead fighters, " + "the army said in a long statement on the matter. " * 3,
        "Get out, the soldiers shouted before they shot him.",
        "Read the names of the dead aloud, the imam asked.",
        "Print works in the old town were shelled.",
        "About us there was only smoke, a survivor said.",
    ],
)
def test_sentences_of_reports_stay(text: str) -> None:
    assert not is_furnishing(text)


def blocks(*texts: str) -> list[Block]:
    """Blocks of these texts; those with a # are headings."""
    return [Block(text=text.lstrip("# "), heading=text.startswith("#")) for text in texts]


@pytest.mark.parametrize(
    "line", ["Comments", "3 comments", "Comments (12)", "Leave a reply", "View all comments", "Join the discussion"]
)
def test_everything_from_the_comments_on_is_dropped(line: str) -> None:
    kept = article(blocks("Ten were killed.", line, "Bob says that twenty were killed."), "")
    assert [block.text for block in kept] == ["Ten were killed."]


def test_headlines_under_related_stories_are_dropped_but_sentences_stay() -> None:
    found = blocks(
        "One died.", "# Related stories", "Five die in north", "Truce talks fail", "Two died.", "Noon", "# End"
    )
    assert [block.text for block in article(found, "")] == ["One died.", "Two died.", "Noon"]


def test_the_title_is_not_repeated_in_the_text() -> None:
    found = blocks("# Air strike kills ten", "Ten were killed.", "# Air strike kills ten", "More.")
    kept = [block.text for block in article(found, "Air strike kills ten | The Example")]
    assert kept == ["Ten were killed.", "Air strike kills ten", "More."]
