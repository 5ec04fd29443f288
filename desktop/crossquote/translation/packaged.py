"""The real translator: Argos packages on CTranslate2, with a memory, in batches."""

import time
from collections.abc import Generator, Iterable, Mapping, Sequence
from pathlib import Path
from threading import Lock

from msgspec import Struct

from crossquote.errors import UserError
from crossquote.message import message
from crossquote.model.translation import EngineStamp, Hypothesis, Route, ScoredWord, Translation
from crossquote.progress import Step, Work
from crossquote.translation.attention import find_links, join_links
from crossquote.translation.batches import Done, run_batches
from crossquote.translation.digests import kept_digest
from crossquote.translation.estimate import timed
from crossquote.translation.flags import find_flags
from crossquote.translation.forcing import word_scores
from crossquote.translation.loaded import LoadedPackage
from crossquote.translation.memory import Memory, Remembered
from crossquote.translation.packages import Found, LanguagePackage
from crossquote.translation.routes import LanguagePair, plan_route

_MOST_LOADED = 2


class Caches(Struct, frozen=True):
    """Where what can be made again is kept: translations of sentences, digests of models; None: nowhere."""

    memory: Path | None = None
    digests: Path | None = None

    @classmethod
    def below(cls, folder: Path) -> "Caches":
        """Return the caches' files below `folder`."""
        return cls(folder / "sentences.sqlite", folder / "package-digests.json")


class PackageTranslator:
    """Translates with the packages that were found.

    `allowed` are the codes of sample packages that the user allowed for their own articles.
    At most two models are in memory at a time.
    """

    def __init__(
        self, found: Found, *, allowed: Iterable[str] = (), caches: Caches | None = None, workers: int | None = None
    ) -> None:
        self.problems: tuple[UserError, ...] = ()
        self._found = found
        self._allowed = frozenset(allowed)
        self._choose()
        self._caches = caches or Caches()
        self._workers = workers
        self._loaded: dict[Path, LoadedPackage] = {}
        self._lock = Lock()

    def _choose(self) -> None:
        """Choose a package for each pair: for the user's own articles, and for those of the sample stories."""
        self._own = self._found.best(samples=self._allowed)
        self._story = self._found.best(samples={package.code for package in self._found.packages})

    def route(self, source: str, target: str, *, sample_story: bool = False) -> Route | None:
        """Return the way from one language to another; the user's packages go before the samples."""
        for packages in (self._own, self._story) if sample_story else (self._own,):
            pairs = plan_route(packages, source, target)
            if pairs is not None:
                chosen = [packages[pair] for pair in pairs]
                return Route(pairs, tuple(map(self._stamp, chosen)), sample=any(package.sample for package in chosen))
        return None

    def translate(self, sentences: Sequence[str], route: Route) -> Work[tuple[Translation, ...]]:
        """Translate `sentences`; each batch that gets done is remembered at once."""
        progress = _RouteProgress(str(route), len(sentences) * len(route.pairs))
        legs: list[Mapping[str, Remembered]] = []
        texts = list(dict.fromkeys(sentences))
        for pair, stamp in zip(route.pairs, route.stamps, strict=True):
            made = yield from self._leg(texts, self._package(pair, stamp), stamp, progress)
            legs.append(made)
            texts = list(dict.fromkeys(one.text for one in made.values()))
        known = {sentence: _translation(sentence, legs, route) for sentence in dict.fromkeys(sentences)}
        return tuple(known[sentence] for sentence in sentences)

    def hypotheses(self, sentence: str, route: Route, count: int = 4) -> tuple[Hypothesis, ...]:
        """Return the likeliest translations of one sentence; by way of English, those of the likeliest English."""
        return self.weigh([sentence], route, count)[0]

    def weigh(self, sentences: Sequence[str], route: Route, count: int = 4) -> tuple[tuple[Hypothesis, ...], ...]:
        """Return the likeliest translations of each of a few sentences, as `hypotheses` gives them for one."""
        sentences, last = self._before_last(sentences, route)
        return last.weigh(sentences, count)

    def score(self, sentence: str, text: str, route: Route) -> tuple[ScoredWord, ...]:
        """Return how likely each word of `text` is where it is forced, for the last package of the route."""
        (sentence,), last = self._before_last([sentence], route)
        return word_scores(text, last.score(sentence, text))

    def _before_last(self, sentences: Sequence[str], route: Route) -> tuple[Sequence[str], LoadedPackage]:
        """Return what the last package of a route is given for `sentences`, and that package."""
        *first, last = zip(route.pairs, route.stamps, strict=True)
        for pair, stamp in first:
            sentences = [best.text for best, *_ in self._load(self._package(pair, stamp)).weigh(sentences, 1)]
        return sentences, self._load(self._package(*last))

    def _leg(
        self, texts: Sequence[str], package: LanguagePackage, stamp: EngineStamp, progress: "_RouteProgress"
    ) -> Work[dict[str, Remembered]]:
        """Return what one package gives for each of `texts`: from memory, else from its model."""
        memory = None if self._caches.memory is None else Memory(self._caches.memory)
        engine = f"{stamp.package} {stamp.version} {stamp.sha256}"
        try:
            known = memory.look_up(engine, texts) if memory else {}
            progress.known += len(known)
            yield progress.step()
            lacking = [text for text in texts if text not in known]
            if lacking:
                yield progress.loading(package)
                for batch in self._run(lacking, package):
                    if memory:
                        memory.store(engine, batch)
                    known |= batch
                    progress.done += len(batch)
                    yield progress.step()
            return known
        finally:
            if memory:
                memory.close()

    def _run(self, texts: Sequence[str], package: LanguagePackage) -> Generator[dict[str, Remembered], None, None]:
        loaded = self._load(package)
        for finished in run_batches(loaded, texts):
            yield {texts[done.number]: _remembered(texts[done.number], done, loaded) for done in finished}

    def _load(self, package: LanguagePackage) -> LoadedPackage:
        with self._lock:
            loaded = self._loaded.pop(package.folder, None)
            if loaded is None:
                while len(self._loaded) >= _MOST_LOADED:
                    del self._loaded[next(iter(self._loaded))]
                loaded = self._read(package)
            self._loaded[package.folder] = loaded
            return loaded

    def _read(self, package: LanguagePackage) -> LoadedPackage:
        """Load a package; one that can't be is set aside, and what it would have done goes other ways or not at all."""
        try:
            return LoadedPackage(package.folder, workers=self._workers)
        except UserError as problem:
            left = tuple(one for one in self._found.packages if one != package)
            self._found, self.problems = Found(left, self._found.faults), (*self.problems, problem)
            self._choose()
            raise

    def _package(self, pair: LanguagePair, stamp: EngineStamp) -> LanguagePackage:
        """Return the package of a pair that a route names: the user's own or a sample."""
        own = self._own.get(pair)
        return own if own is not None and self._stamp(own) == stamp else self._story[pair]

    def _stamp(self, package: LanguagePackage) -> EngineStamp:
        return EngineStamp(package.code, package.version, kept_digest(package.model, self._caches.digests))


class _RouteProgress:
    """How many sentences are done, what memory knew, and how long the rest will take."""

    def __init__(self, route: str, total: int) -> None:
        self.route, self.total = route, total
        self.done = self.known = 0
        self._start = time.monotonic()

    def step(self) -> Step:
        label = message("step.translating", route=self.route)
        left, seconds = self.total - self.known - self.done, time.monotonic() - self._start
        return Step(self.known + self.done, self.total, timed(label, self.done, left, seconds))

    def loading(self, package: LanguagePackage) -> Step:
        self._start = time.monotonic()
        return Step(
            self.known + self.done, self.total, message("step.loading", package=package.code, version=package.version)
        )


def _remembered(sentence: str, done: Done, loaded: LoadedPackage) -> Remembered:
    text = loaded.decode(done.answer.tokens)
    links = find_links(sentence, done.tokens, text, done.answer.tokens, done.answer.attention)
    return Remembered(text, done.answer.score, links)


def _translation(sentence: str, legs: Sequence[Mapping[str, Remembered]], route: Route) -> Translation:
    """Return the translation of a sentence from what each leg of the route gave."""
    made = legs[0][sentence]
    text, score, links, pivot = made.text, made.score, made.links, None
    for leg in legs[1:]:
        pivot, made = text, leg[text]
        text, score, links = made.text, score + made.score, join_links(links, made.links)
    flags = find_flags(sentence, text, sample=route.sample)
    return Translation(sentence, text, route.pairs, route.stamps, score, links, flags, pivot=pivot)
