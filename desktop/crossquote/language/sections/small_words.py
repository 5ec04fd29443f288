"""The sections of the small words around a speaker and a cue."""

from crossquote.language.section import Section, text, texts

_CLASSES = "quotes/word_classes.py"
_ENDINGS = "quotes/word_endings.py"
_ORDER = "quotes/word_order.py"
_TITLES = "quotes/direct/titles_in_marks.py"
_TOPICS = "quotes/topics.py"
_ROLE_NAMES = "text/role_surnames.py"
_UNSPACED = "quotes/speakers/unspaced.py"
_NAME_RULES = "text/name_rules.py"
_NAMING = "comparison/reading/naming.py"
_HOLES = "comparison/reading/holes.py"
_ROLES = "comparison/reading/roles.py"
_QUANTIFIER = "comparison/checks/quantifier.py"
_OMISSION = "comparison/checks/omission.py"
_SCOPE = "comparison/judging/scope.py"
_DIFF = "comparison/align/diff.py"

SECTIONS = (
    Section(
        "function_words",
        "the small words around a speaker and a cue",
        (_CLASSES,),
        (
            texts("determiners", "what stands before a noun", _CLASSES, _OMISSION, _SCOPE, _NAME_RULES, _ROLES),
            texts("prepositions", "prepositions", _CLASSES, _HOLES, _NAME_RULES, _NAMING, _ROLES),
            texts("strands", "prepositions that may end a clause (nimmt … an)", _HOLES),
            texts("links", "words inside a noun phrase (of)", _CLASSES, _DIFF, "text/role_surnames.py"),
            texts(
                "breaks",
                "what else parts clauses, beside conjunctions, subordinators, coordinators and question words (yet)",
                _CLASSES,
                _QUANTIFIER,
            ),
            texts("joined_articles", "prepositions that hold an article (zum)"),
            texts("adverbs", "what stands between a speaker and the cue", _CLASSES, _NAME_RULES),
            texts("adverb_ends", "endings of such adverbs", _ENDINGS),
            texts("oblique_ends", "endings of nouns that are no subject (költségvetést)", _ENDINGS),
            texts("postpositions", "what stands behind a noun that is no subject then (miatt)"),
            texts("adjective_ends", "endings of adjectives, or whole ones (noul)", _ENDINGS),
            texts("neuter_ends", "endings of what says how behind a verb of a man or a woman (сказал сухо)", _ENDINGS),
            texts("participle_ends", "endings of participles", _ENDINGS),
            texts(
                "converb_ends",
                "endings of what else reports beside a verb whose subject it has (сказав, mówiąc)",
                _ENDINGS,
            ),
            texts("absolutes", "words before a phrase without a verb (with)"),
            texts("reportive", "what else says that a sentence reports, beside the subjunctive (laut)"),
            texts("between", "what stands before two or more, of whom none does anything (between)"),
            texts("agents", "what stands before who acts in a passive (by)"),
            texts(
                "leads",
                "what opens a clause before its subject, where no blanks part words",
                _UNSPACED,
                _TOPICS,
                "quotes/indirect/unspaced.py",
            ),
            texts("circumstances", "what ends a subject there: when, where and to whom", _UNSPACED),
            texts("wholes", "words there of which what ends a subject is only a part", _UNSPACED),
            texts("describing", "what joins a description to a noun there", _UNSPACED, _TOPICS),
            texts("owning", "what stands behind marks, or a noun, that belong to the noun behind it (の)", _TOPICS),
            texts("oblique_determiners", "determiners that no subject has, by their case (dem)"),
            texts("for_words", "what stands before somebody to whom a thing is so (for)"),
            texts("said", "nouns for what somebody says, before whoever it is (in the words of)"),
            texts("senders", "what stands before whoever a statement comes from (from)"),
            texts("quoting", "verbs whose object speaks (quoted him)"),
            texts("views", "nouns for a view (in his opinion)"),
            texts("joined_prepositions", "prepositions joined to the word that they govern", _ENDINGS),
            texts("places", "what stands before an institution in which something was said"),
            texts("settlements", "nouns for a place, in every form, before its name (in the town of Salem)"),
            texts(
                "locatives",
                "what stands before a place, and somebody's name behind that (In Rome Ann Roe)",
            ),
            texts("place_openers", "words with a capital with which the name of a place begins there (New York)"),
            texts("place_ends", "endings of the names of places there, in their case (W Gdańsku)", _ENDINGS),
            texts("expletives", "a subject that is nobody (it rains)"),
            texts("indefinite", "indefinite articles", _TITLES, _UNSPACED, _NAME_RULES),
            text("after_article", "whether a noun must follow an article", _ORDER, choices=("noun",)),
            text("order", "where the verb stands", _ORDER, _ROLE_NAMES, choices=("verb second", "verb last")),
            text("pronouns", "whether a verb needs no subject", _ORDER, choices=("dropped",)),
        ),
    ),
)
