"""Topics: who a sentence is about where a particle behind it says so, as in Japanese: "市長は「…」と述べた"."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

import regex
from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.quotes.scene import BLOT, Scene

_BREAK = regex.compile(rf"[、，,。：:；;！!？?\n{BLOT}][ \u3000]*")
_AGE = regex.compile(r"[(（][^()（）]{1,12}[)）]")
"""What stands in brackets right behind somebody: how old they are."""
_BRACKETS = regex.compile(_AGE.pattern + "$")
_NAME = regex.compile(r"(?:[\p{Katakana}ー・＝‐-]{2,}|\p{Latin}{2,})$")
_TITLED = regex.compile(r"\p{Han}{3,}")
"""A name with a title, in a script without blanks."""
_PLAIN = regex.compile(r"[^\p{Hiragana}]+")
_REACH = 60
_KEYS = ("topics", "subject_particles", "oblique_particles", "case_particles", "turns")


class TopicRules(Struct, frozen=True):
    """The particles behind a topic and a subject, what makes none of them, and who can speak."""

    topics: tuple[str, ...]
    subjects: tuple[str, ...]
    oblique: tuple[str, ...]
    turns: regex.Pattern[str]
    leads: regex.Pattern[str]
    cases: tuple[str, ...]
    describing: tuple[str, ...]
    owning: tuple[str, ...]
    names: regex.Pattern[str]
    blanks: bool
    speaking: regex.Pattern[str]
    persons: regex.Pattern[str]


@lru_cache(maxsize=64)
def load_topic_rules(language: Language) -> TopicRules | None:
    """Return the rules of `language`, None where no particle shows a topic."""
    texts = language.lexicon.texts
    topics, subjects, oblique, cases, turns = (texts("clauses", key) for key in _KEYS)
    titles = (word for key in ("honorifics", "roles") for word in texts("titles", key))
    bodies = (word for key in ("plural_roles", "bodies") for word in texts("titles", key))
    persons = (word for key in ("masculine", "feminine", "plural", "speaker") for word in texts("pronouns", key))
    leads = any_of((*texts("marks", "quoted_by"), *texts("function_words", "leads")))
    describing, owning = (texts("function_words", key) for key in ("describing", "owning"))
    blanks = language.lexicon.text("words", "blanks") != "none"
    family, given = (any_of(texts("names", key)) for key in ("family", "given_ends"))
    if not topics:
        return None
    named, others = tuple(titles), (*bodies, *persons)
    return TopicRules(
        topics=topics,
        subjects=subjects,
        oblique=oblique,
        turns=regex.compile(rf"(?:{any_of(turns)})[、，, ]"),
        leads=regex.compile(rf"(?:(?:{leads})[、，]?)*"),
        cases=cases,
        describing=describing,
        owning=owning,
        names=regex.compile(rf"(?:{family})\p{{L}}(?:{given})"),
        blanks=blanks,
        speaking=regex.compile(rf"(?:{any_of((*named, *others))})$"),
        persons=regex.compile(rf"(?:{any_of(tuple(word for word in named if word not in others))})$"),
    )


def any_of(words: tuple[str, ...]) -> str:
    """Return the pattern of any of `words`, the longest first, of nothing where there is none."""
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def find_topic(scene: Scene, span: Span, rules: TopicRules) -> Span | None:
    """Return who `span` is about: its first topic that can speak, behind its last turn ("…が、")."""
    turn = max((match.end() for match in rules.turns.finditer(scene.masked, span.start, span.end)), default=span.start)
    parts = (Span(turn, span.end), span) if turn > span.start else (span,)
    for part, particles, speaking in product(parts, (rules.topics, rules.subjects), (rules.speaking, _NAME)):
        found = next((one for one in _marked(scene, part, particles, rules) if _speaks(scene, one, speaking)), None)
        if found is not None:
            return found
    beside = (one for one in _marked(scene, span, rules.topics, rules) if _is_beside_marks(scene, one, span, rules))
    return next(beside, None)


def persons_marked(scene: Scene, span: Span, particles: tuple[str, ...], rules: TopicRules) -> Iterator[Span]:
    """Yield the persons with a title or a role before one of `particles` in `span`."""
    return (one for one in _marked(scene, span, particles, rules) if rules.persons.search(one.of(scene.masked)))


def _is_beside_marks(scene: Scene, topic: Span, span: Span, rules: TopicRules) -> bool:
    """Tell whether a topic stands right before what is in marks, or ends the stretch that is looked at."""
    after = scene.masked[behind_topic(scene.masked, topic, rules) : span.end].lstrip("、， ")
    return not after or after.startswith(BLOT)


def behind_topic(text: str, topic: Span, rules: TopicRules | None) -> int:
    """Return where a clause goes on behind its topic and the particle of that."""
    bracket = _AGE.match(text, topic.end)
    place = bracket.end() if bracket else topic.end
    particles = (*rules.topics, *rules.subjects) if rules is not None else ()
    return place + len(next((one for one in particles if text.startswith(one, place)), ""))


def _marked(scene: Scene, span: Span, particles: tuple[str, ...], rules: TopicRules) -> Iterator[Span]:
    """Yield what stands before each particle of `span`, from left to right."""
    ends = {word.span.end for word in scene.words_in(span)}
    for end in sorted(ends):
        particle = next((one for one in particles if scene.masked.endswith(one, span.start, end)), None)
        if particle is None:
            continue
        before = scene.masked[max(span.start, end - len(particle) - _REACH) : end - len(particle)]
        bare = _BRACKETS.sub("", before)
        if not bare or bare.endswith((*rules.oblique, BLOT)):
            continue
        phrase = _phrase(bare, rules)
        if phrase:
            stop = end - len(particle) - (len(before) - len(bare))
            yield Span(stop - len(phrase), stop)


def _phrase(before: str, rules: TopicRules) -> str:
    """Return the end of `before` that is the topic: behind the last mark, conjunction and place."""
    start = max((match.end() for match in _BREAK.finditer(before)), default=0)
    lead = rules.leads.match(before, start)
    phrase = before[lead.end() if lead else start :].lstrip()
    if rules.blanks:
        return _last_words(phrase, rules)
    led = next((len(word) for word in rules.owning if phrase.startswith(word)), 0)  # "「会」の田中代表"
    phrase = phrase[led:]
    cut = max((phrase.rfind(word) + len(word) for word in rules.cases if word in phrase), default=0)
    described = max((phrase.rfind(end) + len(end) for end in rules.describing if end in phrase), default=0)
    if described > cut and _TITLED.fullmatch(phrase, described) and rules.speaking.search(phrase):
        return phrase[described:]  # "東京で会見した田中首相"
    return phrase[cut:] if cut and _PLAIN.fullmatch(phrase, cut) else phrase


def _last_words(phrase: str, rules: TopicRules) -> str:
    """Return the words of a phrase behind the last that says where or when, and without what describes somebody."""
    words = phrase.split(" ")
    cases = [at for at, word in enumerate(words[:-1]) if word.endswith(rules.cases)]
    described = [at for at, word in enumerate(words[:-1]) if len(word) > 1 and word.endswith(rules.describing)]
    stops = cases[-1:] + [at for at in described if not _is_name(words[at], rules)][-1:]
    return " ".join(words[max(stops, default=-1) + 1 :])


def _is_name(word: str, rules: TopicRules) -> bool:
    """Tell whether a word that ends as a participle does is a name: "김지은", but not "배우인" ("who is an actor")."""
    return rules.names.fullmatch(word) is not None and rules.speaking.search(word[:-1]) is None


def _speaks(scene: Scene, topic: Span, speaking: regex.Pattern[str]) -> bool:
    """Tell whether a topic can say something, by its last word or the brackets behind it."""
    bracketed = scene.masked[topic.end : topic.end + 1] in ("(", "（")
    return bracketed or speaking.search(topic.of(scene.masked)) is not None
