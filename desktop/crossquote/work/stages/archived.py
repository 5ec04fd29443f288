"""Articles of an archive: read from their files where these are there and the same, else as the archive keeps them."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from crossquote.archive.kept import KeptArticle
from crossquote.articles.arrival import Arrival
from crossquote.articles.door import Door
from crossquote.articles.patience import Patience
from crossquote.articles.queue import Queue
from crossquote.articles.read import articles_of
from crossquote.errors import UserError
from crossquote.files import is_abroad, leads_to_file
from crossquote.message import message
from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.progress import Work
from crossquote.work.columns import known_columns
from crossquote.work.encodings import known_encodings
from crossquote.work.stages.add_articles import AddedArticles, Keep, as_own, read_now, with_language

AS_KEPT = "warning.as-archived"
"""What an article is marked with that is read as an archive keeps it."""
_Identity = tuple[str, str, str]
"""What an article is known by: its id, its outlet, and the digest of the bytes that it was read from."""


def read_archived(state: State, wanted: Sequence[KeptArticle], keep: Keep | None = None) -> Work[AddedArticles]:
    """Read articles of an archive into `state`; what is there already is not added twice."""
    in_files = yield from _in_their_files(wanted)
    new: dict[str, Article] = {}
    for one in wanted:
        article, data = in_files.get(_known(one.article), (_as_kept(one), b""))
        own = as_own(article, {**state.articles, **new})
        if own is not None:
            new[own.id] = with_language(read_now(own))
            if data and keep is not None:
                keep(own.sha256, data)
    articles = MappingProxyType({**state.articles, **new})
    return AddedArticles(replace(state, articles=articles), tuple(new), again=len(wanted) - len(new))


def _known(article: Article) -> _Identity:
    return article.id, article.outlet, article.sha256


def _as_kept(one: KeptArticle) -> Article:
    """Return an article as the archive keeps it, which it says of itself: its file is gone, or another by now."""
    source = one.article.source
    told = message(AS_KEPT, path=one.whole_path)
    return replace(one.article, path=one.whole_path, source=replace(source, warnings=(*source.warnings, told)))


def _in_their_files(wanted: Sequence[KeptArticle]) -> Work[Mapping[_Identity, tuple[Article, bytes]]]:
    """Return those of the articles that their files have, with the bytes of these: the digest tells that they do.

    The paths can be a stranger's: none is opened on another machine, and only an ordinary file, which never waits.
    """
    known = {_known(one.article) for one in wanted}
    found: dict[_Identity, tuple[Article, bytes]] = {}
    queue = Queue(deque(map(Arrival, _files(one.path for one in wanted))), Patience())
    with Door(columns=known_columns(), encodings=known_encodings()) as door:
        while queue.waiting:
            step = queue.step()
            yield step
            document = yield from queue.read_next(door, None, step)
            for article in articles_of(document) if document is not None else ():
                if not isinstance(article, UserError) and _known(article) in known and document is not None:
                    found.setdefault(_known(article), (article, document.data))
    return found


def _files(paths: Iterable[str]) -> list[Path]:
    """Return the files of this machine among the places that paths lead to, each once."""
    return [Path(path) for path in dict.fromkeys(paths) if not is_abroad(path) and leads_to_file(Path(path))]
