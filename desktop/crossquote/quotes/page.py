"""A page: an article analysed once, into paragraphs, sentences, tokens, cues and names.

Whoever looks for quotes or speakers looks at the same page; what stands in quotation marks is left out by a `Scene`,
which hides some spans of a page without reading it again.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.language.language import Language
from crossquote.model.article import Article
from crossquote.model.span import Span
from crossquote.progress import QUIET, Step, Work, finish, gather
from crossquote.quotes.cues import CueMatch, load_cues
from crossquote.quotes.empty_cues import without_empty
from crossquote.quotes.grammar import Grammar, load_grammar
from crossquote.quotes.homographs import without_homographs, without_parts_of_names
from crossquote.quotes.place_and_person import cut_from_places
from crossquote.quotes.quoted import merge, overlapping
from crossquote.quotes.title_case import told_below
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name, look_for_names
from crossquote.text.pairing import Marked, find_marked, paragraphs
from crossquote.text.sentences import look_for_sentences
from crossquote.text.words import Word, each_word

_START, _END = attrgetter("span.start"), attrgetter("span.end")
_MANY = 5_000
"""So many tokens are counted between two steps."""
_MARK = regex.compile(r"[^\s\p{L}\p{N}\p{M}]")


class Token(Word, frozen=True):
    """A word or a mark: `key` of a mark is the mark itself.

    `clitic` is True of a pronoun that hangs on its verb ("dit-elle"), `quoted` where it is known to be said in marks.
    """

    word: bool
    capital: bool
    clitic: bool = False
    quoted: bool = False


class Page(Struct, frozen=True):
    """An article as everything that looks for quotes sees it; all parts are in the order of the text.

    `paragraphs` and `sentences` leave out what the layout says is not to be searched; `words` are tokens but no marks.
    """

    article: Article
    language: Language
    grammar: Grammar
    paragraphs: tuple[Span, ...]
    marked: tuple[Marked, ...]
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    words: tuple[Token, ...]
    cues: tuple[CueMatch, ...]
    names: tuple[Name, ...]

    @property
    def text(self) -> str:
        """The article's text, as it was read."""
        return self.article.text

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """Return the words and marks that begin in `span`."""
        return tokens_within(self.tokens, span)

    def words_in(self, span: Span) -> Sequence[Token]:
        """Return the words that lie in `span`."""
        first = bisect_left(self.words, span.start, key=_START)
        return self.words[first : bisect_right(self.words, span.end, lo=first, key=_END)]

    def cues_in(self, span: Span) -> Sequence[CueMatch]:
        """Return the cues that lie in `span`."""
        first = bisect_left(self.cues, span.start, key=_START)
        return self.cues[first : bisect_right(self.cues, span.end, lo=first, key=_END)]


def read_page(article: Article, language: Language) -> Page:
    """Return `article`, which is in `language`, as a page."""
    return finish(look_at_page(article, language, QUIET))


def look_at_page(article: Article, language: Language, step: Step) -> Work[Page]:
    """Return `article` as `read_page` does; yields `step` between the parts of a page, and while it counts tokens."""
    text = article.text
    skipped = merge(article.layout.skipped)
    lines = tuple(part for line in paragraphs(text) for part in _unskipped(line, skipped))
    clitics = _Clitics(*(language.lexicon.texts("pronouns", key) for key in ("clitics", "clitic_links")))
    split = yield from gather(each_word(text, language), step, _MANY)
    tokens = tuple((yield from gather(_tokens(text, split, clitics), step, _MANY)))
    words = tuple(token for token in tokens if token.word)
    marked = find_marked(text, lines, language)
    yield step
    split_up = yield from look_for_sentences(text, language, step)
    sentences = tuple(part for line in split_up for part in _unskipped(line, skipped))
    yield step
    grammar = load_grammar(language)
    matches = without_empty(load_cues(language).among(text, words), text, words, grammar)
    cues = tuple((yield from gather(without_homographs(matches, text, words, grammar), step)))
    yield step
    names = yield from look_for_names(text, language, step)
    rules = load_name_rules(language)
    names = tuple(told_below(text, names, rules))
    cues = tuple(without_parts_of_names(cues, names, grammar))
    said = {cue.span.start for cue in cues if cue.verb}
    names = tuple((yield from gather(cut_from_places(names, text, words, said, grammar), step)))
    yield step
    full = [name.words for name in names if len(name.words) > 1]
    last = {words[-1] for words in full if rules.is_given(words[0])} & _small_words(grammar)
    last |= {words[0] for words in full} & rules.never  # "São Paulo"
    called = rules.months | last | (grammar.times & {words[-1] for words in full})
    words, tokens = (_called(some, names, called, text) for some in (words, tokens))
    return Page(
        article=article,
        language=language,
        grammar=grammar,
        paragraphs=lines,
        marked=marked,
        sentences=sentences,
        tokens=tokens,
        words=words,
        cues=cues,
        names=names,
    )


def _small_words(grammar: Grammar) -> AbstractSet[str]:
    """Return the words that end a phrase, or stand outside it, if they are in no name: "Jack Ma"."""
    small = grammar.breaks | grammar.prepositions | grammar.finite | grammar.adverbs | grammar.questions
    return small | grammar.determiners | grammar.pronouns | grammar.relatives | grammar.negators


def _called(tokens: tuple[Token, ...], names: Sequence[Name], months: AbstractSet[str], text: str) -> tuple[Token, ...]:
    """Return `tokens` with months, small words and initials in a name under a key with a capital, which no list has.

    "Theresa May", "Anna Lis", "Iván A. Duarte": as small words they would be no part of it.
    """
    called = [name for name in names if not months.isdisjoint(name.words) or _has_initial(name)]
    inside = (word for name in called for word in tokens_within(tokens, name.span))
    starts = {word.span.start for word in inside if (word.capital and word.key in months) or _is_initial(word, text)}
    if not starts:
        return tokens
    return tuple(replace(token, key=token.span.of(text)) if token.span.start in starts else token for token in tokens)


def _is_initial(word: Token, text: str) -> bool:
    return len(word.key) == 1 and word.capital and text[word.span.end : word.span.end + 1] == "."


def _has_initial(name: Name) -> bool:
    """Tell whether a name of several words has one of one letter."""
    return len(name.words) > 1 and any(len(word) == 1 for word in name.words)


def tokens_within(tokens: Sequence[Token], span: Span) -> Sequence[Token]:
    """Return those of `tokens`, which are in order, that begin in `span`."""
    first = bisect_left(tokens, span.start, key=_START)
    return tokens[first : bisect_left(tokens, span.end, lo=first, key=_START)]


def _unskipped(line: Span, skipped: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of a paragraph that are searched: without what is `skipped`, which is merged."""
    start = line.start
    for span in overlapping(line, skipped):
        if span.start > start:
            yield Span(start, span.start)
        start = max(start, min(span.end, line.end))
    if start < line.end:
        yield Span(start, line.end)


class _Clitics(Struct, frozen=True):
    """Pronouns that hang on a verb ("dit-elle"), and what may stand between the two ("a-t-elle")."""

    pronouns: tuple[str, ...]
    links: tuple[str, ...]


def _tokens(text: str, words: Sequence[Word], clitics: _Clitics) -> Iterator[Token]:
    """Yield the words and the marks between them; a pronoun that hangs on a verb is a word of its own."""
    position = 0
    for word in words:
        yield from _marks(text, position, word.span.start)
        first = text[word.span.start]
        token = Token(word.span, word.key, word=True, capital=first.isupper() or first.isdigit())
        yield from _parts(token, clitics) if clitics.pronouns and "-" in word.key else (token,)
        position = word.span.end
    yield from _marks(text, position, len(text))


def _marks(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _MARK.finditer(text, start, end) if end > start + 1 or text[start:end].strip() else ():
        yield Token(Span(match.start(), match.end()), match[0], word=False, capital=False)


def _parts(token: Token, clitics: _Clitics) -> tuple[Token, ...]:
    head, _, tail = token.key.rpartition("-")
    if tail not in clitics.pronouns or len(token.key) != len(token.span):
        return (token,)
    head = next((head.removesuffix(f"-{link}") for link in clitics.links if head.endswith(f"-{link}")), head)
    start, end = token.span.start, token.span.end
    verb = replace(token, span=Span(start, start + len(head)), key=head)
    return (verb, Token(Span(end - len(tail), end), tail, word=True, capital=False, clitic=True))
