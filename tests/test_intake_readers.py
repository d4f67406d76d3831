"""The readers of documents: what they take from a page, a PDF, Markdown and plain text, and what they refuse."""

from __future__ import annotations

import contextlib
import time

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from backgrounder.intake import Document, IntakeError, read_document

_PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Harbour crews agree on a rota | The Quay Gazette</title>
<meta property="og:title" content="Harbour crews agree on a rota">
<meta property="og:site_name" content="The Quay Gazette"><meta name="author" content="Mara Lind">
<link rel="canonical" href="https://quay.example/2023/05/rota">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-05-04T08:00:00Z",
"dateModified":"2024-01-09"}</script></head>
<body><div id="cookie-banner" class="cookie-consent"><p>We use cookies to improve your visit.</p></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politics</a></li></ul></nav></header>
<main><article><h1>Harbour crews agree on a rota</h1>
<p>Dock crews voted on Thursday to accept <a href="/r">a revised rota</a>, ending <em>nine weeks</em> of talks.</p>
<p>“We never asked for more than rest,” said their speaker, who called it <q>a fair bargain</q> for both.</p>
<h2>What changes</h2><p>Three points stand out in the paper that both sides signed in the evening:</p>
<ul><li>Night shifts end at five in the morning.</li><li>Crews of six become the rule.</li></ul>
<blockquote><p>Nobody should lift alone after midnight, and from now on nobody will have to.</p></blockquote>
<p>The board expects costs to rise by 2.4% next year, according to its treasurer.</p>
<p>Nobody should lift alone after midnight, and from now on nobody will have to.</p>
</article></main><aside class="related"><h3>Related stories</h3><ul><li><a href="/x">Ferry fares to fall</a></li></ul>
</aside><section id="comments" class="comments"><p>Great article, thanks for it!</p></section>
<footer><p>© 2025 The Quay Gazette. All rights reserved.</p></footer></body></html>"""
_BLOCKS = (
    "Dock crews voted on Thursday to accept a revised rota, ending nine weeks of talks.",
    "“We never asked for more than rest,” said their speaker, who called it “a fair bargain” for both.",
    "What changes",
    "Three points stand out in the paper that both sides signed in the evening:",
    "Night shifts end at five in the morning.",
    "Crews of six become the rule.",
    "Nobody should lift alone after midnight, and from now on nobody will have to.",
    "The board expects costs to rise by 2.4% next year, according to its treasurer.",
    "Nobody should lift alone after midnight, and from now on nobody will have to.",
)
_ARABIC = """<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>جدول جديد في الميناء</title>
<meta property="article:published_time" content="2022-03-01T10:00:00+03:00"></head><body><article>
<h1>جدول جديد في الميناء</h1>
<p>صوّت العمال يوم الخميس لصالح <a href="#">جدول معدّل</a> بعد تسعة أسابيع من المحادثات.</p>
<p>وقال المتحدث باسمهم: «لم نطلب أكثر من الراحة».</p></article></body></html>"""
_PARAGRAPHS = [
    f"{start} committee considered refrigerated containers and international documentation before it wrote to "
    "the neighbouring administrations. Extraordinary responsibilities followed from the communication, which "
    f"concerned {end} offices, its flow of documentation and the affiliated representatives of the harbour. Its "
    "administrative recommendations were nevertheless communicated considerably later than anticipated."
    for start, end in [
        ("The", "four"),
        ("Another", "six"),
        ("A third", "nine"),
        ("One more", "ten"),
        ("The last", "two"),
    ]
]


def _pdf(before: str = "", set_par: str = "justify: true", title: str = "") -> bytes:
    text = "\n\n".join([*_PARAGRAPHS[:2], "== What was found", *_PARAGRAPHS[2:]])
    return typst.compile(
        f"""#set document(title: "{title}")
#set page(paper: "a5", header: [Papers of the Quay #h(1fr) Spring], numbering: "1 of 1")
#set text(lang: "en", size: 12.5pt, hyphenate: true)
#set par({set_par})
{before}

{text}""".encode()
    )


def _hand_made_pdf(content: bytes) -> bytes:
    """A page with ``content`` as its drawing commands."""
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/MediaBox[0 0 600 800]>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    pdf, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(pdf))
        pdf += b"%d 0 obj%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(pdf)
    return pdf + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def _refusal(data: bytes, name: str = "a.txt") -> str:
    with pytest.raises(IntakeError) as caught:
        read_document(data, name)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    assert read_document(_PAGE.encode(), "rota.html") == Document(
        form="html",
        blocks=_BLOCKS,
        title="Harbour crews agree on a rota",
        published="2023-05-04",
        language="en-GB",
        publisher="The Quay Gazette",
        author="Mara Lind",
        url="https://quay.example/2023/05/rota",
    )


@pytest.mark.parametrize("name", ["rota.html", "rota"])
def test_a_page_in_utf16_is_a_page_whatever_its_name(name: str) -> None:
    assert read_document(_PAGE.encode("utf-16"), name).blocks == _BLOCKS


def test_a_headline_loses_the_name_of_the_site() -> None:
    page = _PAGE.replace("og:title", "x").replace("og:site_name", "y")
    assert read_document(page.encode(), "a.html").title == "Harbour crews agree on a rota"


@pytest.mark.parametrize("instead", ["", '"datePublished":"2023-13-45",'])
def test_no_date_is_guessed_from_the_footer_or_a_change(instead: str) -> None:
    page = _PAGE.replace('"datePublished":"2023-05-04T08:00:00Z",', instead)
    assert read_document(page.encode(), "a.html").published == ""


def test_only_an_http_address_is_an_address() -> None:
    page = _PAGE.replace("https://quay.example/2023/05/rota", "javascript:alert(1)")
    assert read_document(page.encode(), "a.html").url == ""


def test_an_arabic_page_keeps_its_letters_and_marks() -> None:
    document = read_document(_ARABIC.encode(), "a.html")
    assert document.language == "ar"
    assert document.published == "2022-03-01"
    assert document.title == "جدول جديد في الميناء"
    assert document.blocks == (
        "صوّت العمال يوم الخميس لصالح جدول معدّل بعد تسعة أسابيع من المحادثات.",
        "وقال المتحدث باسمهم: «لم نطلب أكثر من الراحة».",
    )


@pytest.mark.parametrize(
    "set_par", ["justify: true", "justify: true, spacing: 0.65em, first-line-indent: 1em"]
)
@pytest.mark.parametrize("title", ["", "Report on the northern quays"])
def test_a_pdf_gives_whole_paragraphs_without_running_heads(set_par: str, title: str) -> None:
    data = _pdf("#align(center)[#text(20pt)[Report on the northern quays]]", set_par, title)
    document = read_document(data, "report.pdf")
    assert document.title == "Report on the northern quays"
    assert document.published == ""
    assert list(document.blocks) == [*_PARAGRAPHS[:2], "What was found", *_PARAGRAPHS[2:]]


def test_a_pdf_of_two_columns_is_read_column_by_column() -> None:
    data = typst.compile(
        b'#set page(paper: "a5", columns: 2)\n#set text(lang: "en", size: 9pt)\n#set par(justify: true)\n'
        + "\n\n".join(_PARAGRAPHS).encode()
    )
    assert list(read_document(data, "a.pdf").blocks) == _PARAGRAPHS


def test_an_arabic_pdf_has_its_words_in_order() -> None:
    text = "وقال المتحدث باسمهم إن العمال لم يطلبوا أكثر من الراحة بعد تسعة أسابيع من المحادثات مع إدارة الميناء."
    data = typst.compile(f'#set page(paper: "a5")\n#set text(lang: "ar")\n{text}'.encode())
    assert read_document(data, "a.pdf").blocks == (text,)


def test_a_pdf_without_text_asks_for_its_recognition() -> None:
    assert "recognised" in _refusal(typst.compile(b"#rect()"), "scan.pdf")


def test_a_damaged_pdf_is_refused() -> None:
    assert "damaged" in _refusal(_pdf()[:2000], "a.pdf")


def test_markdown_loses_its_markup_and_keeps_its_text() -> None:
    text = (
        "# The *new* rota\n\nIt was [agreed](https://x.example) on\n`Thursday`.\n\n![pier](p.png)\n\n## Why\n\n"
        "> Rest.\n\n1. one\n2. two\n   - inner\n\n```\nkept as is\n```\n\n<div>In a box.</div>\n"
    )
    document = read_document(text.encode(), "a.md")
    assert document.title == "The new rota"
    assert document.blocks == (
        *("It was agreed on Thursday.", "Why", "Rest.", "one", "two", "inner", "kept as is", "In a box."),
    )


@pytest.mark.parametrize("url", ["/posts/rota", "https://quay.example/rota"])
def test_front_matter_says_title_date_author_and_language(url: str) -> None:
    text = f'---\r\ntitle: "Rota: the terms"\r\ndate: 2021-03\r\nauthor: M. Lind\r\nlang: en\r\nurl: {url}\r\n---\r\nText.\r\n'
    assert read_document(text.encode("utf-8-sig"), "a.md") == Document(
        form="markdown",
        blocks=("Text.",),
        title="Rota: the terms",
        published="2021-03",
        language="en",
        author="M. Lind",
        url=url if url.startswith("https") else "",
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("between", [1, 2])
def test_text_with_a_paragraph_on_each_line(end: str, between: int) -> None:
    lines = [
        "A headline",
        "The first paragraph, all of it on one long line of text." * 4,
        "The second\tone.",
        "Last.",
    ]
    document = read_document((end * between).join(lines).encode(), "a.txt")
    assert document.title == "A headline"
    assert list(document.blocks) == [lines[1], "The second one.", "Last."]


def test_text_broken_into_lines_is_put_together() -> None:
    text = "A headline\n\nThe first paragraph has a hyphen-\nated word, and it has North-\nSouth trade.\n\nThe second\nis short.\n"
    assert read_document(text.encode("utf-16"), "a").blocks == (
        "The first paragraph has a hyphenated word, and it has North- South trade.",
        "The second is short.",
    )


def test_hidden_characters_go_and_joiners_stay() -> None:
    text = "One\u200b \u202etwo\u2066\u00ad\u0007 three. می\u200cخواهم"
    assert read_document(text.encode(), "a.txt").blocks == ("One two three. می\u200cخواهم",)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "nothing"),
        (b"\xef\xbb\xbf", "no text"),
        (b"PK\x03\x04" + bytes(20), "save it as PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "picture"),
        (b"words\0words", "no text"),
        ("Das Café".encode("cp1252"), "byte 8"),
        (b"<html><body><script>1</script></body></html>", "no article"),
        (b"x" * (20 * 1024 * 1024 + 1), "20 MiB"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(data: bytes, part: str) -> None:
    assert part in _refusal(data)


_LONG = 1_000_000
_HOSTILE = {
    "comments": (b"<!---->" * 600, "a"),
    "short lines": (b"a\n" * (_LONG // 2) + b"\n\nb\nc\n", "a.txt"),
    "brackets": (b"[" * _LONG, "a.md"),
    "many bracketed paragraphs": ((b"[" * 1_900 + b"\n\n") * (_LONG // 1_902), "a.md"),
    "links": (b"[a](b" * (_LONG // 5), "a.md"),
    "front matter": (b"---" + b" \n" * (_LONG // 2), "a.md"),
    "quotations": (b"<html><body><p>" + b"<q>a</q>" * (_LONG // 8), "a.html"),
    "line breaks": (b"<html><body><p>" + b"a<br>" * (_LONG // 5), "a.html"),
    "nested parts": (b"<html><body>" + b"<div>" * (_LONG // 5), "a.html"),
    "nested data": (
        b"<html><script type='application/ld+json'>" + b"[" * _LONG + b"</script><p>text",
        "a.html",
    ),
    "pieces": (_hand_made_pdf(b"BT /F 10 Tf 9 700 Td " + b"(a)Tj 0 -1 Td " * 50_000 + b"ET"), "a.pdf"),
}


@pytest.mark.parametrize("kind", _HOSTILE)
def test_hostile_documents_are_answered_in_seconds(kind: str) -> None:
    start = time.process_time()
    with contextlib.suppress(IntakeError):
        read_document(*_HOSTILE[kind])
    assert time.process_time() - start < 10


_NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a", ""])
_STARTS = st.sampled_from([b"", b"%PDF-1.7\n", b"<html>", b"\xff\xfe", b"---\n", b"\xef\xbb\xbf"])


@given(_STARTS, st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode()), _NAMES)
def test_any_bytes_give_a_document_or_a_refusal(start: bytes, rest: bytes, name: str) -> None:
    _read_or_refuse(start + rest, name)


@given(
    st.sampled_from([_PAGE.encode(), _ARABIC.encode(), _hand_made_pdf(b"BT /F 9 Tf (Words) Tj ET")]),
    st.data(),
)
def test_damaged_documents_give_a_document_or_a_refusal(whole: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 40))
    _read_or_refuse(whole[:place] + data.draw(st.binary(max_size=20)) + whole[place + length :], "a")


def _read_or_refuse(data: bytes, name: str) -> None:
    try:
        document = read_document(data, name)
    except IntakeError:
        return
    assert all(block == " ".join(block.split()) and block for block in document.blocks)
