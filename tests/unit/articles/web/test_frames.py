"""Posts that stand in frames of a page: where their text was saved with it, it is set aside in their place."""

import plistlib
import sys
from pathlib import Path

import pytest

from crossquote.articles.reader import Draft, Hints
from crossquote.articles.readers.mhtml import READER as MHTML
from crossquote.articles.readers.webarchive import READER as WEBARCHIVE
from crossquote.articles.web.page import read_page
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.work.stages.add_articles import AddedArticles, read_files
from web_pages import PARAGRAPHS, page

pytestmark = pytest.mark.usefixtures("kept_processes")

POST = "Ada Lindqvist @adal We stay in the harbour until May, whatever they write. 8:14 AM"
WORDS = "<p>Ada Lindqvist <i>@adal</i></p><p>We stay in the harbour until May, whatever they write.</p><p>8:14 AM</p>"
INNER = (
    '<html><head><title>x</title></head><body><div><script>var a = "no words";</script>'
    f"{WORDS}<button>Like</button></div></body></html>"
)
OWN = INNER.replace("<title>", "<link rel=canonical href=https://x.com/adal/status/1><title>")


def around(frame: str) -> str:
    return page([*PARAGRAPHS[:3], "%%", *PARAGRAPHS[3:]]).replace("<p>%%</p>", frame)


def srcdoc(inner: str = INNER) -> str:
    return inner.replace("&", "&amp;").replace('"', "&quot;")


def holds_post(draft: Draft) -> bool:
    before, behind = draft.text.find(PARAGRAPHS[2]), draft.text.find(PARAGRAPHS[3])
    return POST in draft.set_aside and before < draft.text.find(POST) < behind


@pytest.mark.parametrize(
    "frame",
    [
        f'<div class="twitter-tweet twitter-tweet-rendered"><iframe srcdoc="{srcdoc()}"></iframe></div>',
        f'<iframe id="telegram-post-harbour-12" srcdoc="{srcdoc()}"></iframe>',
        f'<iframe src="https://www.facebook.com/plugins/post.php?href=x" srcdoc="{srcdoc()}"></iframe>',
        f'<iframe srcdoc="{srcdoc(OWN)}"></iframe>',
    ],
)
def test_a_post_in_a_frame_is_set_aside_in_its_place(frame: str) -> None:
    draft = read_page(around(frame))
    assert holds_post(draft)
    assert all(text in draft.text for text in PARAGRAPHS)


@pytest.mark.parametrize(
    "frame",
    [
        f'<iframe src="https://ads.example/1" srcdoc="{srcdoc()}"></iframe>',
        f'<iframe srcdoc="{srcdoc()}"></iframe>',
        '<iframe src="https://t.me/harbour/12?embed=1"></iframe>',
        '<iframe src="https://t.me/harbour/12" srcdoc=""></iframe>',
        '<iframe src="https://[t.me/harbour" srcdoc="<p>x</p>"></iframe>',
        f'<iframe src="https://notx.com/1" srcdoc="{srcdoc()}"></iframe>',
    ],
)
def test_what_is_no_post_or_has_no_text_is_left_out(frame: str) -> None:
    assert "whatever they write" not in read_page(around(frame)).text


def test_a_frame_that_is_deeper_than_any_page_is_left_out() -> None:
    """Of libxml2, some versions stop at such a depth by themselves, others build it: that costs the square of it."""
    deep = "<div>" * 600 + WORDS
    frame = f'<iframe src="https://t.me/1" srcdoc="{srcdoc(deep)}"></iframe>'
    assert "whatever they write" not in read_page(around(frame)).text


def test_a_frame_costs_no_more_than_a_small_page() -> None:
    deep = "<div>" * 200_000 + "x"
    assert "x" * 10 not in read_page(around(f'<iframe src="https://t.me/1" srcdoc="{srcdoc(deep)}"></iframe>')).text
    many = f'<iframe src="https://t.me/1" srcdoc="{srcdoc()}"></iframe>' * 100
    assert read_page(around(many)).text.count("whatever they write") <= 20


def mhtml(src: str, *heads: str) -> bytes:
    frame = around(f'<iframe src="{src}"></iframe>')
    parts = [f"Content-Type: text/html\nContent-Location: https://post.example/1\n\n{frame}"]
    parts.append(f"Content-Type: text/html; charset=utf-8\n{''.join(f'{head}{chr(10)}' for head in heads)}\n{INNER}")
    whole = "".join(f"--x\n{part}\n" for part in parts) + "--x--\n"
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://post.example/1\nMIME-Version: 1.0\n"
    return f'{head}Content-Type: multipart/related; boundary="x"\n\n{whole}'.encode()


def test_a_page_in_a_message_has_its_frames_beside_it() -> None:
    told = "Content-Location: https://platform.twitter.com/embed/Tweet.html?id=1"
    assert holds_post(MHTML.read(mhtml("cid:frame-1@mhtml.blink", "Content-ID: <frame-1@mhtml.blink>", told), Hints()))
    assert holds_post(MHTML.read(mhtml("https://platform.twitter.com/embed/Tweet.html?id=1", told), Hints()))
    other = MHTML.read(mhtml("cid:frame-1@mhtml.blink", "Content-ID: <frame-1@mhtml.blink>"), Hints())
    assert "whatever they write" not in other.text


@pytest.mark.parametrize("inner", [[], None, 3, [3], [{}], [{"WebMainResource": {}}]])
def test_a_web_archive_has_its_frames_in_it(inner: object) -> None:
    address = "https://t.me/harbour/12?embed=1"
    main = {
        "WebResourceData": around(f'<iframe src="{address}"></iframe>').encode(),
        "WebResourceURL": "https://post.example/1",
    }
    post = {"WebMainResource": {"WebResourceData": INNER.encode(), "WebResourceURL": address}}
    whole = {"WebMainResource": main, "WebSubframeArchives": [post]}
    assert holds_post(WEBARCHIVE.read(plistlib.dumps(whole, fmt=plistlib.FMT_BINARY), Hints()))
    if inner is not None:
        odd = plistlib.dumps(whole | {"WebSubframeArchives": inner}, fmt=plistlib.FMT_BINARY)
        assert PARAGRAPHS[0] in WEBARCHIVE.read(odd, Hints()).text


def saved(folder: Path, src: str, name: str = "harbour_files/embed.html") -> Path:
    """Save a page as browsers do, with what it needs in a folder beside it."""
    path = folder / "harbour.html"
    path.write_text(around(f'<p></p><iframe class="x" src="{src}"></iframe>'), encoding="utf-8")
    frame = folder / name
    frame.parent.mkdir(parents=True, exist_ok=True)
    noted = "<!-- saved from url=(0040)https://www.facebook.com/plugins/post.php -->"
    frame.write_text(noted + INNER, encoding="utf-8")
    return path


def read(path: Path) -> AddedArticles:
    return finish(read_files(State(), [path]))


@pytest.mark.parametrize(
    "src", ["./harbour_files/embed.html", "harbour_files/embed.html?a=b", "harbour%5Ffiles/embed.html"]
)
def test_a_page_saved_with_its_folder_has_its_frames_there(tmp_path: Path, src: str) -> None:
    (article,) = read(saved(tmp_path, src)).state.articles.values()
    assert POST in article.text


@pytest.mark.parametrize(
    ("src", "name"),
    [
        ("../harbour_files/embed.html", "harbour_files/embed.html"),
        ("other_files/embed.html", "other_files/embed.html"),
        ("harbour_files/../embed.html", "embed.html"),
        ("embed.html", "embed.html"),
        ("harbour_files/deep/embed.html", "harbour_files/deep/embed.html"),
        ("file:///harbour_files/embed.html", "harbour_files/embed.html"),
        ("harbour_files/gone.html", "harbour_files/embed.html"),
        ("harbour_files/%00.html", "harbour_files/embed.html"),
        ("/embed.html", "harbour_files/embed.html"),
        ("/harbour_files", "harbour_files/embed.html"),
        (f"harbour_files/{'e' * 400}.html", "harbour_files/embed.html"),
        (f"harbour_{'e' * 400}/embed.html", "harbour_files/embed.html"),
    ],
)
def test_no_frame_is_looked_for_elsewhere(tmp_path: Path, src: str, name: str) -> None:
    inside = tmp_path / "page"
    inside.mkdir()
    (article,) = read(saved(inside, src, name)).state.articles.values()
    assert POST not in article.text


@pytest.mark.skipif(sys.platform == "win32", reason="links want a permission on Windows")
def test_no_link_is_followed_to_a_frame(tmp_path: Path) -> None:
    page_at = saved(tmp_path, "harbour_files/embed.html")
    secret = tmp_path / "secret.html"
    (tmp_path / "harbour_files" / "embed.html").rename(secret)
    (tmp_path / "harbour_files" / "embed.html").symlink_to(secret)
    (article,) = read(page_at).state.articles.values()
    assert POST not in article.text


def test_of_a_folder_with_saved_pages_the_pages_are_read_and_not_their_parts(tmp_path: Path) -> None:
    saved(tmp_path, "harbour_files/embed.html")
    (tmp_path / "harbour_files" / "script.js").write_text("var a = 1", encoding="utf-8")
    (tmp_path / "port_files").mkdir()
    (tmp_path / "port_files" / "own.txt").write_text("“We stay,” said Ada Berg.", encoding="utf-8")
    added = read(tmp_path)
    assert added.problems == ()
    assert len(added.added) == 2
