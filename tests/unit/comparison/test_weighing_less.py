"""What weighs less than it looks: what newspapers cut, say before a part, put in brackets or report in their own words.

And what turns the sense all the same.
"""

import pytest

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.model.finding import Severity
from crossquote.model.quote import QuoteKind

_DIRECT, _MIXED, _INDIRECT = QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT


def worst(
    base: str, text: str, kinds: tuple[QuoteKind, QuoteKind] = (_DIRECT, _DIRECT), beside: str = "", code: str = "en"
) -> Severity:
    language = language_of(code)
    sides = Side(base, language, kind=kinds[0]), Side(text, language, kind=kinds[1], beside=beside)
    found = compare(*sides).findings
    return max((one.severity for one in found), key=lambda one: one.rank, default=Severity.NEUTRAL)


@pytest.mark.parametrize(
    ("base", "text"),
    [
        (
            "The road was closed by the storm, the guard Ana Lind and a fallen oak from the bishop's garden.",
            "The road was closed by the storm",
        ),
        (
            "My own view is that the ferry will sail on Sunday but that oars are cheap, and a crew is dear.",
            "Oars are cheap, and a crew is dear",
        ),
        (
            "Mayor Lind, if you want to open the bridge, you must pay the masons.",
            "If you want to open the bridge, you must pay the masons.",
        ),
        (
            "If you want to open the bridge, you must pay the masons.",
            "If you want to open the bridge, you must pay the masons. Right?",
        ),
        (
            "They are not resting. They are not hiding. They are hunting",
            "When owls leave the barn at dusk, they are not resting. They are not hiding. They are hunting",
        ),
    ],
)
def test_what_is_cut_at_an_end_changes_nothing(base: str, text: str) -> None:
    assert worst(base, text) is Severity.NEUTRAL
    assert worst(text, base) is Severity.NEUTRAL


@pytest.mark.parametrize(
    ("base", "text"),
    [
        ("We will not sell the mill, whatever the guild may say about it on Sunday.", "We will sell the mill"),
        (
            "Not one of us will leave the harbour before the fleet is safe.",
            "One of us will leave the harbour before the fleet is safe.",
        ),
        ("The strike is over. Not for us.", "The strike is over."),
        (
            "If the guild pays, we will repair the whole roof by the winter.",
            "We will repair the whole roof by the winter.",
        ),
        ("According to the guild, the fire was started on purpose.", "The fire was started on purpose."),
        (
            "The guild paid three masons for the roof of the old mill.",
            "The guild paid nine masons for the roof of the old mill.",
        ),
        ("Ana Lind closed the bridge because of the storm.", "Karl Brandt closed the bridge because of the storm."),
    ],
)
def test_what_is_turned_is_told(base: str, text: str) -> None:
    assert worst(base, text).rank >= Severity.MAJOR.rank


@pytest.mark.parametrize(
    ("base", "text", "beside"),
    [
        (
            "They had not shown the patience or the skill for the job.",
            "the patience or the skill for the job",
            "Lind lacks the",
        ),
        (
            "If they are not ready, that would be a reason.",
            "they are not ready, that would be a reason",
            "She added that if",
        ),
        (
            "The plan is probably overstating the need for oak.",
            "overstating the need for oak",
            "She said it is probably",
        ),
        (
            "Ana Lind is surely the least known of all the harbour masters.",
            "surely the least known of all the harbour masters",
            "called Lind",
        ),
    ],
)
def test_what_a_report_says_before_a_part_is_not_lost(base: str, text: str, beside: str) -> None:
    assert worst(base, text, (_DIRECT, _MIXED), beside) is Severity.NEUTRAL


def test_what_it_does_not_say_is_lost() -> None:
    base, text = "probably overstating the need for oak.", "overstating the need for oak"
    assert worst(base, text, (_DIRECT, _MIXED), "She said that they are") is not Severity.NEUTRAL


def test_what_an_editor_put_in_was_not_said() -> None:
    base = "Before the guild talks of cuts, [Lind] should say what the bridge cost."
    assert worst(base, "Before the guild talks of cuts, she should say what the bridge cost.") is Severity.NEUTRAL


@pytest.mark.parametrize(
    ("base", "text"),
    [
        (
            "that the guild agreed to a loan with Ana Lind in May",
            "that a loan was talked over with the bank of Karl Brandt",
        ),
        ("The list is my answer", "that Lind does not want to come to the hall and that the list is her answer"),
    ],
)
def test_a_free_report_is_at_most_worth_a_glance(base: str, text: str) -> None:
    kind = _INDIRECT if base.startswith("that") else _DIRECT
    assert worst(base, text, (kind, _INDIRECT)).rank <= Severity.MINOR.rank


def test_a_report_in_the_same_words_is_held_to_them() -> None:
    base = "that the guild will pay nine masons for the roof of the old mill in May"
    text = "that the guild will not pay nine masons for the roof of the old mill in May"
    assert worst(base, text, (_INDIRECT, _INDIRECT)).rank >= Severity.MAJOR.rank


def test_why_it_weighs_less_is_told() -> None:
    base = "The road was closed by the storm, the guard Ana Lind and a fallen oak from the bishop's garden."
    language = language_of("en")
    found = compare(
        Side(base, language, kind=_DIRECT), Side("The road was closed by the storm", language, kind=_DIRECT)
    )
    codes = {why.code for finding in found.findings for why in finding.evidence}
    assert codes <= {
        "evidence.at_a_cut",
        "omission.only_base",
        "truncation.without",
        "omission.unmarked",
        "name.only_base",
    }


@pytest.mark.parametrize(
    ("code", "base", "text"),
    [
        (
            "de",
            "Das ist kein Geschenk. Das ist kein Kredit. Das ist eine Schuld.",
            "Das ist kein Raub. Das ist kein Geschenk. Das ist kein Kredit. Das ist eine Schuld.",
        ),
        (
            "fr",
            "Ce n'est pas un don. Ce n'est pas un prêt. C'est une dette.",
            "Ce n'est pas un vol. Ce n'est pas un don. Ce n'est pas un prêt. C'est une dette.",
        ),
        ("ru", "Это не подарок. Это не заём. Это долг.", "Это не кража. Это не подарок. Это не заём. Это долг."),
        (
            "es",
            "Esto no es un regalo. Esto no es un préstamo. Esto es una deuda.",
            "Esto no es un robo. Esto no es un regalo. Esto no es un préstamo. Esto es una deuda.",
        ),
    ],
)
def test_a_sentence_more_of_the_same_form_is_that_sentence(code: str, base: str, text: str) -> None:
    assert worst(base, text, code=code).rank <= Severity.MINOR.rank
    assert worst(text, base, code=code).rank <= Severity.MINOR.rank


def test_a_not_that_an_editor_put_in_turns_the_sense() -> None:
    assert worst("We will leave in May.", "We will [not] leave in May.").rank >= Severity.MAJOR.rank


@pytest.mark.parametrize("mark", [".", "?"])
def test_a_question_left_out_at_an_end_is_no_question_lost(mark: str) -> None:
    base = "The oars are cheap and the crew is dear. Who pays" + mark
    assert worst(base, "The oars are cheap and the crew is dear.") is Severity.NEUTRAL


@pytest.mark.parametrize(
    ("base", "text"),
    [
        (
            "And if you say, ‘No, there was no storm,’ they ask who broke the mill.",
            "And if you say, ‘There was no storm,’ they ask who broke the mill.",
        ),
        ("The guild did what for the bridge, and why?", "The guild did what for the bridge, and why."),
        (
            "What will the mill say of this when the books are open?",
            "What will the mill say of this when the books are open.",
        ),
        (
            "They are going to pay for the bridge, and they will enjoy it, right?",
            "They are going to pay for the bridge, and they will enjoy it",
        ),
        (
            "The oars are sold, and (Ana Maria) Lind and Brandt are gone",
            "The oars are sold, and Lind and Brandt are gone",
        ),
        ("It is just a little harbour game, plain theatre.", "It is ... plain theatre."),
        ("They do not want the bridge, they want quays, they are fond of geese.", "They are fond of geese"),
        ("A crew that some said should not be here at all has shown that we are here to stay", "We are here to stay."),
    ],
)
def test_what_papers_print_otherwise_is_no_discrepancy(base: str, text: str) -> None:
    assert worst(base, text).rank <= Severity.MINOR.rank


def test_a_statement_made_a_question_is_told() -> None:
    assert worst("The guild will pay for the bridge.", "The guild will pay for the bridge?") is Severity.MINOR
    assert worst("The guild will pay for the bridge.", "Will the guild pay for it?").rank >= Severity.MINOR.rank


def test_what_another_part_denies_is_not_added() -> None:
    base = "Lind wishes to speak, provided that we can agree on terms that are fair"
    text = "not possible … wishes to speak, provided that we can agree on terms that are fair"
    assert worst(base, text, (_DIRECT, _MIXED)).rank <= Severity.MINOR.rank


@pytest.mark.parametrize(
    ("code", "base", "text"),
    [
        (
            "en",
            "For now, we will not close the bridge to the old town.",
            "We will not close the bridge to the old town.",
        ),
        (
            "de",
            "Im Moment schließen wir die Brücke zur Altstadt nicht.",
            "Wir schließen die Brücke zur Altstadt nicht.",
        ),
        ("es", "Por ahora, no cerraremos el puente del casco viejo.", "No cerraremos el puente del casco viejo."),
        (
            "fr",
            "Pour l'instant, nous ne fermerons pas le pont de la ville.",
            "Nous ne fermerons pas le pont de la ville.",
        ),
        ("en", "Everyone was saved from the ferry, except three children.", "Everyone was saved from the ferry."),
        ("fr", "Tout le monde a été sauvé du bac, sauf trois enfants.", "Tout le monde a été sauvé du bac."),
        ("it", "Nessuno ci crede: la gilda ha venduto il vecchio mulino.", "La gilda ha venduto il vecchio mulino."),
        ("de", "Niemand glaubt es: Die Zunft hat die alte Mühle verkauft.", "Die Zunft hat die alte Mühle verkauft."),
        ("en", "I support the mayor of the harbour, not his brother.", "I support the mayor of the harbour."),
        ("en", "They worked sixteen hours a day, at least some of them.", "They worked sixteen hours a day."),
        ("en", "It isn't true — far from it — that we sold the old mill.", "We sold the old mill."),
        ("en", "In 2031 or 2032 the mill will be sold to the guild.", "In 2031 the mill will be sold to the guild."),
    ],
)
def test_what_is_cut_off_and_says_how_the_rest_is_meant_is_told(code: str, base: str, text: str) -> None:
    assert worst(base, text, code=code).rank >= Severity.MINOR.rank


@pytest.mark.parametrize(
    ("base", "text"),
    [
        ("300 people died on the ferry to the island.", "people died on the ferry to the island"),
        ("The vote on the bridge was 40 to 14.", "the vote on the bridge was 40"),
    ],
)
def test_a_figure_cut_off_is_told(base: str, text: str) -> None:
    assert worst(base, text, (_DIRECT, _MIXED)).rank >= Severity.MINOR.rank


@pytest.mark.parametrize(
    ("base", "text", "beside"),
    [
        (
            "We will not sell the mill to the guild.",
            "will sell the mill to the guild",
            "Lind, who has no children, said they",
        ),
        ("The guild probably stole the oars.", "The guild stole the oars.", "Lind, who may run for mayor, said:"),
        ("Ada Lind stole the oars of the guild.", "he stole the oars of the guild", "Karl Lind said that"),
    ],
)
def test_what_is_said_beside_of_something_else_makes_up_for_nothing(base: str, text: str, beside: str) -> None:
    assert worst(base, text, (_DIRECT, _MIXED), beside).rank >= Severity.MINOR.rank


@pytest.mark.parametrize(
    ("base", "text"),
    [
        ("[Karl Brandt] stole the oars of the guild.", "[Ada Lind] stole the oars of the guild."),
        ("It cost [10 million crowns] to mend the bridge.", "It cost [10 billion crowns] to mend the bridge."),
        ("The guild has [perhaps] stolen the oars.", "The guild has stolen the oars."),
    ],
)
def test_what_two_editors_put_in_is_compared(base: str, text: str) -> None:
    assert worst(base, text).rank >= Severity.MINOR.rank


@pytest.mark.parametrize(
    ("code", "base", "text"),
    [
        ("en", "Ada Lind stole the money.", "Karl Brandt stole the money."),
        ("fr", "Ada Lind a volé l'argent.", "Karl Brandt a volé l'argent."),
        ("ru", "Ада Линд украла деньги.", "Карл Брандт украл деньги."),
        ("en", "42 boats sank in the bay.", "24 boats sank in the bay."),
    ],
)
def test_a_report_in_the_very_same_words_is_held_to_them(code: str, base: str, text: str) -> None:
    assert worst(base, text, (_DIRECT, _INDIRECT), code=code).rank >= Severity.MAJOR.rank


def test_a_clause_left_out_between_others_of_its_form_is_no_denial_lost() -> None:
    base = "We will not go, we will not stay, we will not sleep."
    assert worst(base, "we will not go, we will not sleep", (_DIRECT, _MIXED)).rank <= Severity.MINOR.rank


def test_small_words_that_are_joined_say_nothing_by_themselves() -> None:
    base, text = "Quand un maçon vient au moulin, la guilde paie.", "Lorsqu'un maçon vient au moulin, la guilde paie."
    assert worst(base, text, code="fr").rank <= Severity.MINOR.rank


@pytest.mark.parametrize(
    ("code", "base", "text"),
    [
        ("de", "Das stimmt nicht: Der Bürgermeister nahm nie Geld.", "Der Bürgermeister nahm nie Geld."),
        ("en", "I do not lie: I support the mayor, not his brother.", "I do not lie: I support the mayor."),
        ("de", "Wir haben die Ruder (nicht) gestohlen.", "Wir haben die Ruder gestohlen."),
        ("en", "The mill (which we did not sell) burned.", "The mill (which we did sell) burned."),
        ("en", "Thirty people died on the ferry to the island.", "[Some] people died on the ferry to the island."),
        (
            "en",
            "We do not lie; we will sell the mill, never, on Sunday.",
            "We do not lie; we will sell the mill, on Sunday.",
        ),
    ],
)
def test_what_a_second_reader_found_silent_is_told(code: str, base: str, text: str) -> None:
    assert worst(base, text, code=code).rank >= Severity.MINOR.rank


@pytest.mark.parametrize(
    ("base", "text", "beside"),
    [
        (
            "We will not sell the mill to the guild.",
            "will sell the mill to the guild",
            "She said nobody should doubt her word: they",
        ),
        (
            "Karl Brandt stole the oars of the guild.",
            "stole the oars of the guild",
            "Ada Lind told Karl Brandt that she",
        ),
    ],
)
def test_what_is_said_of_others_before_a_part_makes_up_for_nothing(base: str, text: str, beside: str) -> None:
    language = language_of("en")
    sides = Side(base, language, kind=_DIRECT), Side(text, language, kind=_MIXED, beside=beside)
    told = {why.code for one in compare(*sides).findings for why in one.evidence}
    assert "evidence.led_up_to" not in told
