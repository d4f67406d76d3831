"""Links to the very words on the publisher's page; ``test_browser`` has Chromium follow some of them."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backgrounder.render.site.fragments import passage_url

_LONG = "one two three four five six seven eight nine ten eleven twelve"


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        ("https://x.example/a", "We go", "https://x.example/a#:~:text=We%20go"),
        ("https://x.example/a#top", "We go", "https://x.example/a#top:~:text=We%20go"),
        ("https://x.example/a?b=c", "so-so, & more", "https://x.example/a?b=c#:~:text=so%2Dso%2C%20%26%20more"),
        ("https://x.example/a", _LONG, "https://x.example/a#:~:text=one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve"),
        ("https://x.example/a", "We go … so it is", "https://x.example/a#:~:text=We%20go,so%20it%20is"),
        ("https://x.example/a", "[W]e go", "https://x.example/a#:~:text=We%20go"),
        ("https://x.example/a", "we cooperat[e] with them", "https://x.example/a#:~:text=we,with%20them"),
        ("https://x.example/a", "نذهب الآن", "https://x.example/a#:~:text=%D9%86%D8%B0%D9%87%D8%A8%20%D8%A7%D9%84%D8%A2%D9%86"),
    ],
)  # fmt: skip
def test_the_address_of_a_passage(url: str, words: str, expected: str) -> None:
    assert passage_url(url, words) == expected


@given(st.text(min_size=1, max_size=120))
def test_any_words_make_an_address(words: str) -> None:
    """Nothing in a quotation breaks out of the directive, and no separator is left bare in its parts."""
    try:
        words.encode()
    except UnicodeEncodeError:
        return
    fragment = urlsplit(passage_url("https://x.example/a", words)).fragment
    head, _, text = fragment.partition(":~:text=")
    assert head == ""
    assert len(text.split(",")) <= 2
    assert not set(text) & set("-& \"'<>#")
    plain = words.replace("[", "").replace("]", "")
    assert all(word in plain or word in words for part in text.split(",") for word in unquote(part).split())
