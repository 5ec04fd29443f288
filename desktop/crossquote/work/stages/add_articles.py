"""Adding articles: files and pasted text become articles with a known language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from crossquote.articles.door import Door
from crossquote.articles.read import article_of, make_article
from crossquote.errors import UserError
from crossquote.message import message
from crossquote.model.article import Article
from crossquote.model.state import State
from crossquote.progress import Step, Work
from crossquote.text.detection import detect_language


@dataclass(frozen=True, slots=True)
class AddedArticles:
    """What became of the files: the state with their articles, the ids of the new ones, and what went wrong."""

    state: State
    added: tuple[str, ...]
    problems: tuple[UserError, ...] = ()


def read_files(
    state: State, paths: Sequence[Path], encoding: str | None = None, keep: Callable[[str, bytes], None] | None = None
) -> Work[AddedArticles]:
    """Read `paths` into `state`; a file that can't be read is a problem, and the others go on.

    A file whose bytes are there already is not added twice. What is added is given to `keep` too: the SHA-256 of its
    bytes, and the bytes as they were read.
    """
    articles, added, problems = dict(state.articles), [], []
    with Door() as door:
        for number, path in enumerate(paths):
            step = Step(number, len(paths), message("step.reading", file=path.name))
            yield step
            try:
                document = yield from door.read(path, encoding, step)
                article = article_of(document)
            except UserError as problem:
                problems.append(problem)
                continue
            if article.id not in articles:
                articles[article.id] = with_language(article)
                added.append(article.id)
                if keep is not None:
                    keep(article.sha256, document.data)
    return AddedArticles(replace(state, articles=MappingProxyType(articles)), tuple(added), tuple(problems))


def read_text(state: State, text: str, name: str, otherwise: str = "") -> AddedArticles:
    """Read pasted text into `state` as an article of the outlet `name`; empty, as the text says, else `otherwise`."""
    try:
        article = make_article(text, name=name, otherwise=otherwise)
    except UserError as problem:
        return AddedArticles(state, (), (problem,))
    if article.id in state.articles:
        return AddedArticles(state, ())
    articles = {**state.articles, article.id: with_language(article)}
    return AddedArticles(replace(state, articles=MappingProxyType(articles)), (article.id,))


def with_language(article: Article) -> Article:
    """Return `article` with its language found, unless the user told it."""
    return article if article.detection.told else replace(article, detection=detect_language(article.text))
