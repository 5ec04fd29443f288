"""The sections on meaning: what the checks compare, and what pairs words that differ.

A phrase is one or more words, and a word that ends in `*` stands for all that begin so.
"""

from crossquote.language.section import Key, Section, lists, texts

_OPPOSITES = "comparison/judging/opposites.py"


def _check(name: str) -> str:
    return f"comparison/checks/{name}.py"


def _phrases(**groups: str) -> tuple[Key, ...]:
    """Return the keys of a section that one check reads: groups of phrases with what each means."""
    return tuple(texts(name, meaning) for name, meaning in groups.items())


_JOINED = "comparison/reading/joined_negators.py"
_NEGATION = "comparison/judging/double.py"
_TIMES = "comparison/reading/times.py"
_CLASSES = "quotes/word_classes.py"
_NEGATING = (_check("modality"), _check("negation"), _check("quantifier"), "quotes/direct/denied.py")

SECTIONS = (
    Section(
        "shifts",
        "groups of words that stand for one another in direct and reported speech, by a name for each group",
        ("comparison/align/keys.py",),
        (lists("person", "I ~ he"), lists("tense", "will ~ would"), lists("pointing", "here ~ there")),
    ),
    Section(
        "same_names",
        "words that name the same: countries with their peoples, initials",
        ("text/same_names.py",),
        (texts("groups", "the words of one group with blanks between"),),
    ),
    Section(
        "negation",
        "what negates",
        (_check("negation"), _check("quantifier")),
        (
            texts("negators", "not, never", *_NEGATING, _CLASSES),
            texts("concord", "words that count only alone", *_NEGATING, _CLASSES),
            texts("idle", "phrases that look so and negate nothing", *_NEGATING),
            texts("halves", "the half of a not behind the verb: pas", "comparison/reading/negators.py"),
            texts("until", "phrases that say “not yet”, or “until” where they open a clause", *_NEGATING[:3]),
            texts("implied", "verbs and words that negate (refuse)", *_NEGATING),
            texts("loosely", "words that negate in part (hardly)", *_NEGATING[:3]),
            texts(
                "without", "words of one side of which a “no” on the same side makes a “must” (no … without)", _NEGATION
            ),
            texts("but", "what makes an “only” of a “not” before it (no … más que)", _NEGATION),
            texts("denials", "words that deny what follows them (wrong to say)", *_NEGATING[:3]),
            texts(
                "turns",
                "small words and phrases that stand against each other: `for, in favour of / against`",
                "comparison/judging/turns.py",
            ),
            texts("joined", "prefixes that negate the verb that they are joined to (nepůjdeme)", _JOINED),
            texts("joined_ends", "endings of verbs that are negated so", _JOINED),
            texts("prefixes", "prefixes that negate a word (un-)", _OPPOSITES),
            texts("not_prefixed", "words that begin so and are not negated", _OPPOSITES, _JOINED),
            texts("opposites", "pairs of contraries: `open* / clos* shut*`", "text/contraries.py"),
        ),
    ),
    Section(
        "modality",
        "modal verbs and what does their work",
        (_check("modality"),),
        _phrases(
            must="duty",
            should="advice",
            will="what comes",
            would="what might",
            can="ability",
            may="leave",
            aim="what is tried or meant, and may not be done",
            unreal="what could have been, and was not (could have, auraient pu)",
            idle="phrases that look so and say something else",
        ),
    ),
    Section(
        "strength",
        "the scale of requests, and what moves one on it",
        (_check("strength"),),
        (
            *_phrases(
                suggest="its weakest",
                ask="above suggest",
                request="above ask",
                urge="above request",
                demand="above urge",
                order="its strongest",
            ),
            texts("boost", "what makes stronger; a role is over before it", _check("strength"), _CLASSES),
            texts("boost_much", "what makes much stronger; so here", _check("strength"), _CLASSES),
            *_phrases(soften="what makes weaker", idle="phrases that look so and request nothing"),
        ),
    ),
    Section(
        "stance",
        "verbs of saying by what they add, as the model's stances are named",
        (_check("stance"),),
        _phrases(
            neutral="say",
            distant="claim",
            admitting="admit",
            denying="deny",
            asserting="insist",
            requesting="ask for",
            ordering="order",
            promising="promise",
            threatening="threaten",
            warning="warn",
            praising="praise",
            blaming="blame",
        ),
    ),
    Section(
        "quantifiers",
        "how many or how much",
        (_check("quantifier"),),
        (
            texts(
                "superlatives",
                "what makes one of several the most (biggest); an entry that begins with `*` is an ending",
                "comparison/judging/scope.py",
                _CLASSES,
            ),
            *_phrases(
                all="all",
                most="most",
                many="many",
                some="some",
                few="few",
                none="none",
                only="only",
                both="both",
                part="some of what is spoken of",
                not_all="“not” and “all” in one",
                one_of="one of several",
                limits="what limits a “not” in time (yet, for now)",
                shades="small words that add something (other, still)",
                idle="phrases that look so and count nothing",
            ),
        ),
    ),
    Section(
        "particles",
        "small words that say what was so before, or is more than was expected",
        (_check("quantifier"),),
        _phrases(
            even="even",
            again="again",
            still="still",
            already="already",
            scarcely="hardly, which is nearly a “not”",
            idle="phrases that look so and say something else (even if)",
        ),
    ),
    Section(
        "hedges",
        "what says that something is unsure or rough",
        (_check("hedge"),),
        (
            *_phrases(
                doubt="perhaps",
                view="what makes it the speaker's view (I think)",
                hearsay="reportedly",
                evidential="what a verb is or ends with that closes its sentence and has it from others (gelmiş)",
                source="what stands beside a source (according to)",
                about="about",
                more="more than",
                less="less than",
                idle="phrases that look so and say how much of something (more likely)",
            ),
            texts(
                "behind",
                "those of the last three that may stand behind a number and what it counts (iki kişiden fazla)",
                "comparison/judging/bounds.py",
            ),
        ),
    ),
    Section(
        "tense",
        "words that show when",
        (_check("tense"),),
        (
            *_phrases(
                future="will",
                past="was",
                present="is",
                perfect="has",
                would="would",
                idle="phrases that look so and tell no time",
            ),
            texts("past_verbs", "verbs in the past that no ending tells", _TIMES),
            texts("future_ends", "endings of verbs that tell what is to come", _TIMES),
            texts("past_ends", "endings of verbs that tell what is over", _TIMES),
            texts("open_ends", "endings of verbs that tell what is or is to come, where one form tells both", _TIMES),
        ),
    ),
    Section(
        "persons",
        "personal pronouns",
        (_check("person"),),
        _phrases(i="I, me", we="we, us", you="you", he="he", she="she", it="it", they="they"),
    ),
    Section(
        "conditions",
        "what makes a condition",
        (_check("condition"),),
        _phrases(**{"if": "if", "unless": "unless", "idle": "phrases that look so and set no condition"}),
    ),
)
