"""Comparing two sides: switches, what articles say of their quotes, originals, and what holds for all texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.comparison.compare import compare, comparing
from crossquote.comparison.instruments.strength import place_beside_base, place_on_scale
from crossquote.comparison.reading.side import Original, Side
from crossquote.comparison.table import Checks, cannot_judge, known_checks
from crossquote.language.language import language_of
from crossquote.model.comparison import ChangeClass, Comparison
from crossquote.model.finding import Finding, Seen, Severity
from crossquote.model.quote import QuoteKind, Stance
from crossquote.progress import finish
from crossquote.wording.paragraph import tell_all
from crossquote.wording.telling import tell
from hang import no_hang

EN = language_of("en")
UK = language_of("uk")
PL = language_of("pl")
SI = language_of("si")

LANGUAGES = ("en", "uk", "ru", "de", "fr", "es", "ka", None)
TEXTS = st.text(
    st.one_of(
        st.sampled_from("not 12 , . ! ? … 3% €5 не I he Kyiv км АБВ «» \n1.200"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


def find(comparison: Comparison, check: str) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.check == check]


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(LANGUAGES))
def test_whatever_the_texts_findings_lie_inside_them(base: str, text: str, language: str | None) -> None:
    comparison = compare(Side(base, language_of(language)), Side(text, language_of(language)))
    for finding in comparison.findings:
        assert finding.check in known_checks()
        assert finding.message
        assert finding.base is None or finding.base.end <= len(base)
        assert finding.text is None or finding.text.end <= len(text)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_a_text_has_nothing_to_tell_of_itself(text: str, language: str | None) -> None:
    assert compare(Side(text, language_of(language)), Side(text, language_of(language))).findings == ()


def test_a_check_can_be_switched_off() -> None:
    base, text = Side("We will not go.", EN), Side("We will go.", EN)
    assert find(compare(base, text), "negation")
    assert not find(compare(base, text, Checks(off=frozenset({"negation"}))), "negation")


def test_the_worst_comes_first() -> None:
    base = Side("The terrible guild did not pay 40 crowns!", EN)
    text = Side("The horrible guild paid 14 crowns.", EN)
    ranks = [finding.severity.rank for finding in compare(base, text).findings]
    assert ranks == sorted(ranks, reverse=True)
    assert len(set(ranks)) > 1


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ("Dmitri Kanayev", "Дмитро Канаєв", False),
        ("Kanayev", "Dmitri Kanayev", False),
        ("Ilka Torvane", "Lisel Dorn", True),
        ("Ilka Torvane", "the chief engineer", False),
        ("Ilka Torvane", None, False),
    ],
)
def test_speakers_are_compared_by_name(ours: str, theirs: str | None, found: bool) -> None:
    comparison = compare(Side("We pay.", EN, speaker=ours), Side("We pay.", EN, speaker=theirs))
    assert bool(find(comparison, "speaker")) is found


@pytest.mark.parametrize(("stance", "lost"), [(Stance.ASKING, False), (Stance.NEUTRAL, True)])
def test_what_is_reported_as_asked_needs_no_mark(stance: Stance, lost: bool) -> None:
    asked = Side("Will the guild pay the wages?", EN, stance=Stance.NEUTRAL)
    comparison = compare(asked, Side("if the guild will pay the wages", EN, stance=stance))
    assert ("question" in {finding.check for finding in comparison.findings}) is lost


def test_a_cue_that_admits_is_told() -> None:
    comparison = compare(Side("We pay.", EN, stance=Stance.NEUTRAL), Side("We pay.", EN, stance=Stance.ADMITTING))
    assert [tell(finding.message) for finding in find(comparison, "stance")] == ["Cue: admitting for neutral"]


@pytest.mark.parametrize(("kept", "told"), [("we are losing the harbour", True), ("the harbour", False)])
def test_what_states_nothing_is_denied_by_nothing_that_is_cut_off(kept: str, told: bool) -> None:
    comparison = compare(Side("It is wrong to say that we are losing the harbour today.", EN), Side(kept, EN))
    assert bool(find(comparison, "negation")) is told


def test_two_direct_quotes_in_one_language_cannot_both_be_word_for_word() -> None:
    direct = QuoteKind.DIRECT
    comparison = compare(Side("We pay all.", EN, kind=direct), Side("We pay nobody.", EN, kind=direct))
    assert find(comparison, "marks")
    translated = Side("We pay nobody.", EN, kind=direct, source=Original("Ми нікому не платимо.", UK))
    assert not find(compare(Side("We pay all.", EN, kind=direct), translated), "marks")


def test_weekdays_are_reckoned_from_the_day_of_the_article() -> None:
    base = Side("The dam broke on Monday.", EN, date="2025-03-14")
    assert not find(compare(base, Side("The dam broke on 10 March.", EN, date="2025-03-20")), "date")
    assert find(compare(base, Side("The dam broke on 11 March.", EN, date="2025-03-20")), "date")
    yesterday = Side("The dam broke yesterday.", EN, date="2025-03-11")
    assert not find(compare(base, yesterday), "date")


def test_what_the_original_does_not_bear_out_weighs_little() -> None:
    base = Side("We saw 40 boats.", EN)
    machine = Side("We saw 14 boats.", EN, Original("Ми бачили 40 човнів.", UK))
    finding = find(compare(base, machine), "number")[0]
    assert (finding.seen, finding.severity) == (Seen.TRANSLATION, Severity.MINOR)
    assert "may come from the machine translation" in tell_all(finding.evidence).lower()
    written = Side("We saw 14 boats.", EN, Original("Ми бачили 14 човнів.", UK))
    finding = find(compare(base, written), "number")[0]
    assert (finding.seen, finding.severity) == (Seen.ORIGINAL, Severity.CRITICAL)


def test_a_language_without_word_lists_is_not_judged() -> None:
    assert not find(compare(Side("අපි යන්නේ නැහැ.", SI), Side("අපි යනවා.", SI)), "negation")
    finding = find(compare(Side("We will not go.", EN), Side("We will go.", EN, Original("අපි යනවා.", SI))), "negation")[
        0
    ]
    assert "Not checked in the original" in tell_all(finding.evidence)


def test_changes_are_classed() -> None:
    comparison = compare(Side("We will not pay 40 crowns to Dorn.", EN), Side("We will pay 14 crowns to Torvane.", EN))
    kinds = {change.kind for change in comparison.changes}
    assert {ChangeClass.NEGATION, ChangeClass.NUMBER, ChangeClass.NAME, ChangeClass.SAME} <= kinds


@pytest.mark.parametrize(
    ("language", "weak", "strong"),
    [
        ("en", "I really asked them.", "I have strongly requested them."),
        ("uk", "Я їх просив.", "Я наполегливо їх закликав."),
        ("ru", "Я их просил.", "Я настоятельно их призвал."),
        ("de", "Ich habe sie gebeten.", "Ich habe sie nachdrücklich aufgerufen."),
        ("fr", "Je leur ai demandé.", "Je les ai instamment exhortés."),
        ("es", "Les pedí.", "Les insté firmemente."),
    ],
)
def test_requests_stand_on_a_scale(language: str, weak: str, strong: str) -> None:
    low, high = place_on_scale(weak, language_of(language)), place_on_scale(strong, language_of(language))
    assert low is not None
    assert high is not None
    assert low.value < high.value
    assert low.phrase == low.span.of(weak)


@pytest.mark.parametrize(
    ("base", "text", "asked", "asked_there"),
    [
        (
            "I really asked the guild to wait. I have been urging the guild to spare the old harbour.",
            "I have strongly requested of the guild to wait. We urged the guild to spare the harbour.",
            "really asked", "strongly requested",
        ),
        ("We asked it to wait. We demand an answer.", "We begged it to wait. We demand an answer.", None, None),
    ],
)  # fmt: skip
def test_the_scale_shows_what_a_finding_says_of_it(
    base: str, text: str, asked: str | None, asked_there: str | None
) -> None:
    compared = compare(Side(base, EN), Side(text, EN))
    told = [one for one in compared.findings if one.check == "strength" and one.base and one.text]
    own, (there,) = place_beside_base(base, [(text, compared)], EN)
    assert own is not None
    assert there is not None
    if asked is not None:
        assert (own.phrase, there.phrase) == (asked, asked_there)
    for finding in told:
        assert finding.base is not None
        assert finding.text is not None
        assert finding.base.overlaps(own.span)
        assert finding.text.overlaps(there.span)
        assert own.value != there.value


def test_nothing_requested_has_no_place() -> None:
    assert place_on_scale("The boats left.", EN) is None
    assert place_on_scale("අපි ඉල්ලුවා.", SI) is None


@pytest.mark.parametrize("piece", ["not 5 ", "un", "no, ", "1,1", "twenty-", "very very ", "Dorn Torvane ", "5 % "])
def test_hostile_repetition_stays_cheap(piece: str) -> None:
    text = piece * 300
    with no_hang():
        compare(Side(text, EN), Side(text[: len(text) // 2] + "x " + text[len(text) // 2 :], EN))


def test_a_request_that_the_translation_hides_is_told() -> None:
    base = Side("I have strongly requested the guild to spare them.", EN)
    text = Side("I told the guild about them.", EN, Original("Я просив гільдію за них.", UK))
    finding = find(compare(base, text), "strength")[0]
    assert (tell(finding.message), finding.seen) == ("Weaker: просив for strongly requested", Seen.ORIGINAL)


def test_checks_without_word_lists_say_so() -> None:
    assert cannot_judge(EN) == ()
    assert "negation" in cannot_judge(SI)
    assert "number" not in cannot_judge(SI)
    assert "negation" in cannot_judge(language_of(None))


@pytest.mark.parametrize(
    ("ours", "theirs", "severity"),
    [
        ("White House", "Mara Lind", Severity.NEUTRAL),
        ("Norland Ministry of Ports", "Mara Lind", Severity.NEUTRAL),
        ("Tom Brook", "Mara Lind", Severity.MAJOR),
        ("White House", "Kremlin", Severity.MINOR),
    ],
)
def test_a_body_speaks_through_somebody(ours: str, theirs: str, severity: Severity) -> None:
    said = "We shall pay for every boat that the storm has broken."
    comparison = compare(Side(said, EN, speaker=ours), Side(said, EN, speaker=theirs))
    assert [finding.severity for finding in find(comparison, "speaker")] == [severity]


def test_a_report_may_name_the_speaker() -> None:
    base, text = "I have asked the guild for help.", "Torvane has asked the guild for help."
    comparison = compare(Side(base, EN), Side(text, EN, kind=QuoteKind.INDIRECT))
    assert [tell(finding.message) for finding in find(comparison, "person")] == ["Reported, I → Torvane"]


def test_a_long_comparison_stops_between_its_parts() -> None:
    base, text = Side("We pay 40 crowns.", EN), Side("We never pay 14 crowns.", EN)
    steps = list(comparing(base, text))
    assert len(steps) > len(known_checks())
    assert finish(comparing(base, text)) == compare(base, text)


@pytest.mark.parametrize("gap", [". ", " … "])
def test_what_goes_on_beyond_a_shorter_base_is_not_held_against_it(gap: str) -> None:
    """The user may choose the shortest quotation as the base."""
    base = "We will open the bridge in spring"
    longer = base + gap + "Nobody is going to stop us, and 300 workers must stay until May. Who would have thought so?"
    told = compare(Side(base, EN), Side(longer, EN)).findings
    assert [(finding.check, finding.severity) for finding in told] == [("addition", Severity.NEUTRAL)]


def test_what_goes_on_in_the_same_sentence_is() -> None:
    base = "We will open the bridge in spring"
    told = find(compare(Side(base, EN), Side(base + ", but not for cars", EN)), "negation")
    assert [finding.severity for finding in told] == [Severity.CRITICAL]


def test_a_sentence_said_twice_and_printed_once_is_not_lost() -> None:
    once = "Do not tell us where to build. We want to end 3 quarrels. You are not the owner of this harbour."
    twice = once.replace("You are", "Do not tell us where to build. You are")
    polish = "Nie pytaj nas, gdzie budować. Chcemy zakończyć spór. Nie jesteś właścicielem portu."
    more = polish.replace("Nie jesteś", "Nie pytaj nas, gdzie budować. Nie jesteś")
    assert find(compare(Side(more, PL), Side(polish, PL)), "negation") == []
    for base, text in ((twice, once), (once, twice)):
        assert [finding.check for finding in compare(Side(base, EN), Side(text, EN)).findings] == []
    lost = compare(Side(once, EN), Side(once.replace("Do not tell us where to build. ", ""), EN))
    assert find(lost, "omission") or find(lost, "truncation")


@pytest.mark.parametrize(
    ("base", "text", "negated"),
    [
        ("deeply sad", "that she was deeply sad as it meant she could not see the harbour again", False),
        ("I am deeply sad.", "I am deeply sad, and I will not come back.", False),
        ("I agree with", "I agree with nobody here", True),
        ("We will open the bridge in spring", "We will open the bridge in spring, but not for any cars or buses", True),
        ("it is right to close the port", "it is not right to close the port and go home now", True),
    ],
)
def test_a_rendition_that_goes_on_negates_nothing_of_a_shorter_base(base: str, text: str, *, negated: bool) -> None:
    assert bool(find(compare(Side(base, EN), Side(text, EN)), "negation")) is negated


def test_what_the_rendition_denies_itself_is_not_cut_off() -> None:
    said = "I am sad about the vote of the council, so that I cannot live in Sarneth and open the new harbour."
    told = compare(Side(said, EN), Side("that she was sad as she could not open the new harbour", EN))
    assert [one for one in find(told, "negation") if one.severity.rank >= Severity.MAJOR.rank] == []
    cut = compare(Side(said, EN), Side("live in Sarneth and open the new harbour", EN))
    assert [one.severity for one in find(cut, "negation")] == [Severity.MAJOR]
