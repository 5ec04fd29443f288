"""How a translation came about, in words: its route, its packages, and what a machine sees to be wrong with it."""

from collections.abc import Iterable, Sequence

from crossquote.gui.words import say, say_joined
from crossquote.model.state import State
from crossquote.model.translation import Flag, Translation
from crossquote.wording.joining import Joint

_FLAGS = {
    Flag.UNTRANSLATED: "window.provenance.untranslated-words",
    Flag.REPETITION: "window.provenance.repetition",
    Flag.LENGTH: "window.provenance.unlikely-length",
}
_TIPS = {
    Flag.UNTRANSLATED: "window.provenance.untranslated-tip",
    Flag.REPETITION: "window.provenance.repetition-tip",
    Flag.LENGTH: "window.provenance.length-tip",
    Flag.SAMPLE: "window.provenance.sample-tip",
}


def evidence_of(state: State, quotes: Iterable[str]) -> tuple[Translation, ...]:
    """Return how the translations of some quotes came about."""
    return tuple(state.evidence[quote] for quote in quotes if quote in state.evidence)


def doubts(made: Iterable[Translation]) -> tuple[str, ...]:
    """Return what is wrong with translations, as far as a machine can tell, each once."""
    flags = {flag for one in made for flag in one.flags}
    return tuple(say(code) for flag, code in _FLAGS.items() if flag in flags)


def counted_doubts(made: Sequence[Translation]) -> tuple[str, ...]:
    """Return the doubts on an article's translations, each with how many sentences it is on."""
    counts = {code: sum(flag in one.flags for one in made) for flag, code in _FLAGS.items()}
    return tuple(
        say("window.provenance.doubt-counted", doubt=say(code), count=count) for code, count in counts.items() if count
    )


def short_line(made: Sequence[Translation]) -> str:
    """Return where translations come from in a few words: "uk → en · sample"."""
    engine = [one for one in made if not one.own]
    parts = [" → ".join(engine[0].languages)] if engine else []
    if any(one.own for one in made):
        parts.append(say("window.provenance.also-yours") if engine else say("window.provenance.yours"))
    if any(Flag.SAMPLE in one.flags for one in engine):
        parts.append(say("window.provenance.sample"))
    return say_joined(parts, Joint.DOT)


def full_line(made: Sequence[Translation]) -> str:
    """Return route and stamps: "uk → en, translate-uk_en 0.1, sample, for the sample stories"."""
    engine = [one for one in made if not one.own]
    if not engine:
        return say("window.provenance.yours") if made else ""
    longest = max(engine, key=lambda one: len(one.route))
    stamps = dict.fromkeys(f"{stamp.package} {stamp.version}" for one in engine for stamp in one.stamps)
    sample = [say("window.provenance.sample-told")] if any(Flag.SAMPLE in one.flags for one in engine) else []
    return say_joined([" → ".join(longest.languages), *stamps, *sample], Joint.PART)


def tip(made: Sequence[Translation]) -> str:
    """Return all that is known of how translations came about, a line each."""
    lines = [full_line(made)]
    lines += [
        say("window.provenance.model", digest=stamp.sha256[:12])
        for stamp in dict.fromkeys(stamp for one in made for stamp in one.stamps)
    ]
    scores = [one.score for one in made if one.score is not None]
    if scores:
        lines.append(say("window.provenance.score", score=sum(scores) / len(scores)))
    if any(one.own for one in made) and any(not one.own for one in made):
        lines.append(say("window.provenance.some-yours"))
    pivots = [one.pivot for one in made if one.pivot]
    if pivots:
        lines.append(say("window.provenance.pivot", words=" … ".join(pivots)))
    lines += [say(_TIPS[flag]) for flag in Flag if any(flag in one.flags for one in made)]
    return "\n".join(line for line in lines if line)
