"""A small state made by hand: three utterances in four articles, with comparisons as the program makes them."""

from types import MappingProxyType

from crossquote.message import verbatim
from crossquote.model.article import Article, Detection
from crossquote.model.comparison import Change, ChangeClass, Comparison, Op
from crossquote.model.finding import Category, Finding, Severity
from crossquote.model.quote import Cue, Quote, QuoteKind, Speaker
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance

_ARTICLES = (
    ("harbour", "Harbour Daily", "Mayor asks ministry for ferries", "en", 0.99),
    ("coast", "Coast Wire", "Ferries: mayor turns to the ministry", "en", 0.97),
    ("pryberezhna", "Прибережна", "Мер просить міністерство про пороми", "uk", 0.93),
    ("kueste", "Küstenblatt", "Bürgermeisterin bittet um Fähren", "de", 0.55),
)
_SAID = (
    (
        "u1",
        "Ada Lindqvist",
        (
            (
                "harbour",
                "en",
                QuoteKind.DIRECT,
                "I have strongly requested that the ministry send three ferries before winter.",
                None,
            ),
            ("coast", "en", QuoteKind.MIXED, "I really asked that the ministry send two ferries", None),
            (
                "pryberezhna",
                "uk",
                QuoteKind.DIRECT,
                "Я дуже просила, щоб міністерство надіслало три пороми до зими.",
                "I asked very much that the ministry send three ferries before winter.",
            ),
            (
                "kueste",
                "de",
                QuoteKind.INDIRECT,
                "sie habe das Ministerium gebeten, vor dem Winter drei Fähren zu schicken",
                None,
            ),
        ),
    ),
    (
        "u2",
        "Tomas Berg",
        (
            ("harbour", "en", QuoteKind.DIRECT, "There is no danger to the bridge.", None),
            ("coast", "en", QuoteKind.DIRECT, "There is danger to the bridge.", None),
        ),
    ),
    ("u3", None, (("coast", "en", QuoteKind.MIXED, "a quiet autumn 🌊", None),)),
)


def _spans(base: str, text: str, pairs: list[tuple[str, str, ChangeClass]]) -> tuple[Change, ...]:
    """Return changes that cover both texts: what is named in `pairs`, and what is equal between."""
    changes: list[Change] = []
    b = t = 0
    for old, new, kind in pairs:
        equal = base.index(old, b) - b if old else text.index(new, t) - t
        b2 = b + equal
        t2 = text.index(new, t) if new else t + equal
        if b2 > b or t2 > t:
            changes.append(Change(Op.EQUAL, Span(b, b2), Span(t, t2)))
        b, t = b2 + len(old), t2 + len(new)
        op = Op.REPLACE if old and new else (Op.DELETE if old else Op.INSERT)
        changes.append(Change(op, Span(b2, b), Span(t2, t), kind))
    if b < len(base) or t < len(text):
        changes.append(Change(Op.EQUAL, Span(b, len(base)), Span(t, len(text))))
    return tuple(changes)


def _finding(
    check: str, severity: Severity, places: tuple[Span | None, Span | None], words: tuple[str, str]
) -> Finding:
    said, proof = map(verbatim, words)
    return Finding(check, Category.MISTRANSLATION, severity, *places, said, (proof,) if proof else ())


def _place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _first_comparisons(renditions: tuple[Rendition, ...]) -> tuple[Comparison | None, ...]:
    base, coast, uk = (rendition.shown for rendition in renditions[:3])
    told = "strongly requested"
    return (
        None,
        Comparison(
            base,
            coast,
            _spans(
                base,
                coast,
                [
                    ("have " + told, "really asked", ChangeClass.STRENGTH),
                    ("three", "two", ChangeClass.NUMBER),
                    (" before winter.", "", ChangeClass.TRUNCATION),
                ],
            ),
            (
                _finding(
                    "strength",
                    Severity.MAJOR,
                    (_place(base, told), _place(coast, "really asked")),
                    ("Weaker: really asked", "for “strongly requested”. Same language: no translation came between."),
                ),
                _finding(
                    "number",
                    Severity.CRITICAL,
                    (_place(base, "three"), _place(coast, "two")),
                    ("Number: two", "for “three”."),
                ),
                _finding(
                    "truncation",
                    Severity.NEUTRAL,
                    (_place(base, " before winter."), None),
                    ("Ends early", "without “before winter”."),
                ),
            ),
        ),
        Comparison(
            base,
            uk,
            _spans(base, uk, [("have " + told, "asked very much", ChangeClass.STRENGTH)]),
            (
                _finding(
                    "strength",
                    Severity.MAJOR,
                    (_place(base, told), _place(uk, "asked very much")),
                    ("Weaker: дуже просила", "In the original, too: “asked very much”."),
                ),
            ),
        ),
        None,
    )


def _second_comparisons(renditions: tuple[Rendition, ...]) -> tuple[Comparison | None, ...]:
    base, text = (rendition.shown for rendition in renditions)
    changes = _spans(base, text, [("no ", "", ChangeClass.NEGATION)])
    finding = _finding(
        "negation", Severity.CRITICAL, (_place(base, "no "), None), ("Negation lost", "“no danger” became “danger”.")
    )
    return (None, Comparison(base, text, changes, (finding,)))


def sample_state(tail: str = "") -> State:
    """Return four articles, seven quotes, three utterances; every quote and every title ends with `tail`."""
    bodies: dict[str, str] = {}
    quotes: dict[str, Quote] = {}
    utterances: dict[str, Utterance] = {}
    for key, _, title, _, _ in _ARTICLES:
        bodies[key] = f"{title}\n\n"
    for name, speaker, told in _SAID:
        renditions = []
        for article, language, kind, said, translated in told:
            words, translation = said + tail, translated and translated + tail
            lead = f"{speaker or 'A passer-by'} said: "
            at = len(bodies[article])
            start = at + len(lead) + 1
            bodies[article] += f"{lead}“{words}”\n\n"
            quote = f"{name}-{article}"
            cue = Cue(Span(start - 7, start - 3))
            who = Speaker(Span(at, at + len(speaker)), speaker) if speaker else None
            quotes[quote] = Quote(quote, article, (Span(start, start + len(words)),), kind, who, cue, language)
            why = verbatim("shares ferries, ministry")
            renditions.append(Rendition(article, (quote,), language, words, translation, why))
        listed = tuple(renditions)
        compared = {"u1": _first_comparisons, "u2": _second_comparisons}.get(name, lambda _: (None,))
        utterances[name] = Utterance(name, speaker, listed, 0, compared(listed))
    articles = {
        key: Article(
            key,
            bodies[key],
            title,
            outlet,
            f"/stories/{key}.txt",
            None,
            "2025-03-14",
            "",
            Detection(language, sure, ((language, sure),)),
        )
        for key, outlet, title, language, sure in _ARTICLES
    }
    return State(
        articles=MappingProxyType(articles),
        quotes=MappingProxyType(quotes),
        utterances=MappingProxyType(utterances),
    )
