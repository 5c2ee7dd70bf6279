"""Web pages of our own writing, in the manner of news sites, for the tests of acquisition."""

STRIKE = (
    "Ten people were killed when an air strike hit the town of Qarya on Wednesday, residents said, in what they "
    "called the worst attack since the siege began.",
    "The army denied that it had carried out the strike. A spokesman said that only fighters who had attacked a "
    "checkpoint were hit, and that the operation was over.",
    "“We heard two planes and then the roof fell in,” said one resident, who lost her son. “They were all civilians.”",
    "Rescuers who reached the town in the evening said that at least 30 people were wounded, many of them children.",
)

NAVIGATION = """<header><a href="#main">Skip to main content</a><nav><ul><li><a href="/">Home</a></li>
<li><a href="/world">World</a></li><li><a href="/war">Shelling kills five in the north</a></li></ul></nav>
<div class="login"><a href="/login">Sign in</a> <a href="/register">Register</a></div></header>"""
NEWSLETTER = """<div class="inline-promo"><p>Sign up to our newsletter to get reports of the killed every day.</p></div>
<p>Subscribe to The Daily Example for unlimited access.</p><p>Advertisement</p>"""
RELATED = """<section><h3>Related stories</h3><ul><li><a href="/1">Rebels seize border post after clashes</a></li>
<li><a href="/2">Car bomb kills nine in market</a></li></ul></section>"""
COMMENTS = """<section id="comments"><h3>3 comments</h3><div class="comment"><p>Bob: I think that twenty people were
killed by rebels in the market yesterday and nobody writes about it.</p></div><div class="comment"><p>Eve: My cousin
said that the army shelled the school on Monday, killing forty.</p></div></section>"""
FOOTER = """<footer><p>Copyright 2021 The Daily Example. All rights reserved.</p><p>We use cookies to improve this site.
By continuing you agree to our use of cookies.</p></footer>"""

FOREIGN_TO_THE_ARTICLE = (
    "Home",
    "north",
    "Sign in",
    "Register",
    "newsletter",
    "Subscribe",
    "Advertisement",
    "Related",
    "border post",
    "Car bomb",
    "omments",
    "Bob",
    "Eve",
    "Copyright",
    "cookies",
    "Skip to",
)


def page(body: str, head: str = "", title: str = "Air strike kills ten in Qarya") -> str:
    """A page with the furnishings of a news site around a body."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Daily Example</title>{head}'
        f"</head><body>{NAVIGATION}<main id=main>{body}{RELATED}</main>{COMMENTS}{FOOTER}</body></html>"
    )


def article(paragraphs: tuple[str, ...] = STRIKE, head: str = "", title: str = "Air strike kills ten in Qarya") -> str:
    """A page with an article as most sites have it."""
    first, *others = (f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return page(f"<article><h1>{title}</h1>{first}{NEWSLETTER}{''.join(others)}</article>", head, title)
