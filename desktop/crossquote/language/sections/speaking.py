"""The sections on speech: what reports it, where a reported clause begins and ends, and who speaks."""

from crossquote.language.section import Section, lists, text, texts
from crossquote.model.quote import Stance

_CUES, _OFFICES = "quotes/cues.py", "quotes/speakers/offices.py"
_CLASSES, _ENDINGS, _ORDER = "quotes/word_classes.py", "quotes/word_endings.py", "quotes/word_order.py"
_TITLES = "quotes/direct/titles_in_marks.py"
_STANCES = tuple(stance.value for stance in Stance)
_TOPICS = "quotes/topics.py"
_UNSPACED = "quotes/speakers/unspaced.py"
_NAME_RULES = "text/name_rules.py"
_UNSPOKEN = "quotes/unspoken.py"
_FAMILY = "quotes/speakers/family_names.py"
_NAMING = "comparison/reading/naming.py"
_HOLES, _WORDS = "comparison/reading/holes.py", "text/words.py"
_NEGATION, _NAME = "comparison/checks/negation.py", "comparison/checks/name.py"
_ROLES, _QUANTIFIER = "comparison/reading/roles.py", "comparison/checks/quantifier.py"
_OMISSION, _SCOPE = "comparison/checks/omission.py", "comparison/judging/scope.py"
_DIFF = "comparison/align/diff.py"

SECTIONS = (
    Section(
        "cues",
        "what reports speech or writing, by stance; forms stand between commas, the first is the lemma, `…` where "
        'other words come between; `"warn|+"` is every ending of the paradigm `+` after "warn", '
        "`~` in an ending is the stem",
        (_CUES,),
        (
            lists("verbs", "verbs that report", choices=_STANCES),
            lists("nouns", "nouns that report (claim)", choices=_STANCES),
            lists("prepositions", "what stands before a source (according to)", choices=_STANCES),
            lists("postpositions", "what stands after a source", choices=_STANCES),
            lists("quotatives", "what marks words as another's", choices=_STANCES),
            lists("connectives", "adverbs that go on with what was reported", choices=_STANCES),
            lists("paradigms", "endings by a name; an empty one is the bare word", blank=True),
            lists(
                "frames",
                "lemmas that take a clause without conjunction (`bare`), an infinitive, only a source, or stand only "
                "beside words in marks (`quote`)",
                choices=(
                    "bare",
                    "infinitive",
                    "quote",
                    "source",
                    "noun complement",
                    "colon",
                    "parenthetical",
                    "clause",
                ),
            ),
            texts("prefixes", "what may stand before any cue, joined to it"),
            text(
                "matching",
                "whether cues are found by letters, since words have no blanks, or particles hang on them",
                _CUES,
                _UNSPACED,
                choices=("letters",),
            ),
            texts("exceptions", "words that hold the letters of a cue and are none"),
            texts(
                "conjunctions",
                "what opens a reported clause (that)",
                _CLASSES,
                _CUES,
                "comparison/judging/differences.py",
            ),
            texts("joined_conjunctions", "what opens one and hangs on its first word (שהגשר)", _ENDINGS),
            texts("joined_starts", "how verbs begin on which one hangs right behind its cue (שיתפטר)", _ENDINGS),
            texts("adding", "lemmas of verbs with which who spoke goes on (add)", _CLASSES),
            texts("questions", "what opens a reported question (whether)", _CLASSES),
            texts("coordinators", "what joins clauses (but)", _CLASSES, _CUES, _HOLES, _NEGATION, _ROLES, _WORDS),
            texts(
                "additive",
                "what joins clauses, and two who speak together (and)",
                _CLASSES,
                _CUES,
                _NAME_RULES,
                _HOLES,
                _NEGATION,
                _ROLES,
                _NAME,
                _WORDS,
            ),
        ),
    ),
    Section(
        "clauses",
        "small words that show where a reported clause begins and ends",
        (_CLASSES,),
        (
            texts(
                "traits",
                "how clauses are ordered: `commas` before a clause, `some commas` where one may stand or not, "
                "`bare questions` where none need stand before a question, `bare sources` none behind a source, "
                "`bare clauses` no conjunction behind a verb and its comma, "
                "`inverts` subject and verb, `verb first`",
                _ORDER,
                _NAMING,
                choices=(
                    "commas",
                    "some commas",
                    "bare questions",
                    "bare sources",
                    "bare clauses",
                    "inverts",
                    "verb first",
                ),
            ),
            texts(
                "subordinators",
                "what opens a clause that is not reported (because)",
                _CLASSES,
                _NEGATION,
                _NAME_RULES,
                _QUANTIFIER,
            ),
            texts(
                "relatives", "what else opens a relative clause beside the relative pronouns that speak (whose, where)"
            ),
            texts("subjects", "what is a subject by itself, beside the personal pronouns (there, those, two)"),
            texts("finite", "finite forms of the commonest verbs"),
            texts("finite_endings", "endings of finite verbs", _ENDINGS),
            texts("plural_verb_endings", "endings of verbs in the plural, right behind their noun (steigen)", _ENDINGS),
            texts("plural_subject_endings", "endings of nouns in the plural that such a verb stands behind", _ENDINGS),
            texts("preterite_endings", "endings that only verbs in the past have (llamó)", _ENDINGS),
            texts("elided_objects", "pronouns that lose their vowel before their verb (s'inquiète)", _ENDINGS),
            texts("object_endings", "endings of several people as an object, where verbs come first (يين)", _ENDINGS),
            texts("passives", "verbs that make a passive"),
            texts("nominatives", "words that show a subject by their form"),
            texts(
                "adjuncts",
                "what opens a day or place between a cue and its clause, beside prepositions and adverbs (Friday)",
            ),
            texts("times", "nouns that tell when behind a determiner, beside days and months (esta mañana)"),
            texts("which_time", "what tells which day or week, beside what CLDR names (vergangene Woche)"),
            texts("infinitives", "what stands before an infinitive (to)"),
            texts(
                "infinitive_openers",
                "what opens a clause with such an infinitive, further left (om … te)",
                _CLASSES,
                _CUES,
            ),
            texts(
                "some_infinitives",
                "what may stand before one that stands bare too, behind whoever is asked or blamed (acusa … de mentir)",
            ),
            texts("infinitive_endings", "endings of infinitives", _ENDINGS),
            texts("bare_endings", "endings of infinitives behind what stands before them (zu geben)", _ENDINGS),
            texts("joined_endings", "endings of infinitives that hold it (aufzugeben)", _ENDINGS),
            texts("past_endings", "endings by which a word that may be a noun is a verb (stated)", _ENDINGS),
            texts("plural_endings", "endings of plural nouns", _ENDINGS, _NAME_RULES),
            texts(
                "subjunctive_endings", "endings that mark reported speech right after a subject (er komme)", _ENDINGS
            ),
            texts("indicative_endings", "endings that look so and mark none (er sagte)", _ENDINGS),
            texts(
                "genitive_endings",
                "endings of an attribute before a further noun (Sprecher deutscher Banken)",
                _ENDINGS,
            ),
            texts("subjunctive", "forms that mark reported speech by themselves"),
            texts("conditional", "forms that do so beside others"),
            texts("question_endings", "endings of a verb that opens a reported question (kestääkö)", _ENDINGS),
            texts("asked", "participles that open what somebody was asked (Asked whether …)"),
            texts("addressing", "verbs with an object that is spoken to (told him)"),
            texts("addressees", "what stands before who is spoken to"),
            texts("gerunds", "verbs whose report may be a gerund (denied taking it)"),
            texts("objects", "pronouns that are objects"),
            texts("asides", "verbs in asides (he added)"),
            texts("homographs", "words that are a cue or another word"),
            texts("idioms", "phrases in which a cue reports nothing (that is to say)"),
            texts("adjectival", "forms that are a cue or an adjective behind its noun (un niveau critique)"),
            texts("as_words", "what opens an aside, one word or two (as he said)"),
            texts(
                "being",
                "forms of the verb behind which somebody was asked, and asks nothing (foi questionado)",
                _CLASSES,
            ),
            texts("joining_sources", "sources' prepositions behind which another hangs on the name (وفقا للوزير)"),
            texts("quotatives", "what marks words as another's"),
            texts("owned", "cues that say whose they are, behind whom they are quoted from (عن مصدر قوله)"),
            texts("anaphors", "words for what was said before (this)"),
            texts("thus", "words for how something was said, before who said it (so)"),
            texts("relative_anaphors", "words that take a clause up (which)"),
            texts("correlates", "words that a clause explains"),
            texts("particles", "words that mark a report as another's"),
            texts("complement_endings", "endings of a verb whose clause is reported", _ENDINGS),
            texts("sources", "nouns for a source", _CLASSES, _ENDINGS),
            texts("not_sources", "words that look like a source and are none"),
            texts("source_endings", "endings of sources"),
            texts("attributive_endings", "endings of participles before what they describe (belirten Demir)", _ENDINGS),
            texts(
                "owner_endings",
                "endings of all words of a source before what stands behind it (poliisin mukaan)",
                _ENDINGS,
            ),
            texts("source_prepositions", "what stands before a source"),
            texts(
                "linkers",
                "what else stands between a noun and its attribute in a name, beside the links (Ministerium für …)",
            ),
            texts("topics", "particles after a topic (は)", _TOPICS),
            texts(
                "subject_particles",
                "particles after a subject that is no topic (が), or that is one by them (ने)",
                _TOPICS,
                "quotes/speakers/marked_subject.py",
            ),
            texts("oblique_particles", "what stands before such a particle where it marks neither (には)", _TOPICS),
            texts("case_particles", "particles after a place or a day before a topic", _TOPICS),
            texts("turns", "what ends a clause after which another topic is told of (だが)", _TOPICS),
            texts(
                "goes_on",
                "what opens a clause that reports on beside the one before it (并)",
                "quotes/indirect/unspaced.py",
            ),
        ),
    ),
    Section(
        "pronouns",
        "who is meant by a pronoun",
        (_CLASSES,),
        (
            texts("masculine", "he", _CLASSES, _UNSPOKEN, _UNSPACED),
            texts("feminine", "she", _CLASSES, _UNSPOKEN, _UNSPACED),
            texts("plural", "they", _CLASSES, _UNSPOKEN, _UNSPACED),
            texts("neuter", "it", _CLASSES, _UNSPACED),
            texts("speaker", "I, we", _CLASSES, _UNSPACED),
            texts("relative", "relative pronouns that can be who speaks (who)"),
            texts("indefinite", "somebody", _CLASSES, _UNSPACED),
            texts("anyone", "anyone at all, as the subject of a verb (man)", "quotes/direct/namings.py"),
            texts("reflexive", "himself, themselves", "quotes/direct/namings.py"),
            texts("reflexive_clitics", "what makes the verb before it reflexive, and no object", _CLASSES),
            texts("reflexive_auxiliaries", "what makes the verb behind it reflexive (s'est plaint)"),
            texts("oblique_masculine", "he after a preposition (according to him)"),
            texts("oblique_feminine", "she after a preposition"),
            texts("oblique_plural", "they after a preposition"),
            texts("own", "what says that a source is one's own account (by his own account)"),
            texts("possessive", "whose own something is (in his own words)"),
            texts("nobody", "who says nothing"),
            text("unspoken", "who is meant where a verb has no subject and tells no more (he or she)", _UNSPOKEN),
            texts("masculine_verbs", "endings of verbs that are said of a man", _UNSPOKEN),
            texts("feminine_verbs", "endings of verbs that are said of a woman", _UNSPOKEN),
            texts("plural_verbs", "endings of verbs that are said of several; auxiliaries whole", _UNSPOKEN),
            texts("nobodys_verbs", "endings of verbs that are said of nobody, or of whoever writes", _UNSPOKEN),
            texts("nobodys_words", "words before a verb that is said of nobody (se dice)", _UNSPOKEN),
            texts("objects", "pronouns between the two (se le dice)", _UNSPOKEN, _CLASSES),
            texts("clitics", "pronouns that hang on a verb (dit-elle)", "quotes/page.py"),
            texts("clitic_links", "what stands between the two (a-t-elle)", "quotes/page.py"),
        ),
    ),
    Section(
        "titles",
        "what people and bodies are called beside their names",
        (_CLASSES, _NAME_RULES),
        (
            texts(
                "honorifics",
                "Mr.; one with a period never ends a sentence",
                _CLASSES,
                _NAME_RULES,
                "text/sentences.py",
                _NAMING,
                _FAMILY,
                _UNSPACED,
            ),
            texts("roles", "minister", _CLASSES, _FAMILY, _NAME_RULES, _NAMING, _OFFICES, _UNSPACED),
            texts("role_ends", "endings of compounds that are roles", _ENDINGS, _NAME_RULES, _OFFICES),
            texts(
                "complement_ends", "endings of what an office is for, right behind it (Minister of Labour)", _ENDINGS
            ),
            texts("person_ends", "endings of nouns for persons (docker)", _ENDINGS),
            texts("former", "what says that a role was held before (former)", _CLASSES),
            texts("plural_roles", "officials", _CLASSES, _UNSPACED),
            texts(
                "described_men",
                "nouns by which a man named before is called again (the lawmaker)",
                _CLASSES,
                _NAME_RULES,
            ),
            texts(
                "described_women", "nouns by which a woman named before is called again (l'élue)", _CLASSES, _NAME_RULES
            ),
            texts("bodies", "ministry", _CLASSES, _NAME_RULES, _NAMING, "quotes/speakers/institutions.py", _UNSPACED),
            texts("body_ends", "endings of compounds that are bodies", _ENDINGS),
            texts(
                "institutions", "bodies of several words, in the dictionary's form", "quotes/speakers/institutions.py"
            ),
            texts(
                "papers",
                "what a role is of, with a name behind it that is its own (urednik lista Novi Dan)",
                "quotes/speakers/persons.py",
            ),
            texts("masculine", "titles of men", _CLASSES),
            texts("feminine", "titles of women", _CLASSES),
            texts("definite", "articles before a role that stands for a name", _OFFICES, _HOLES, _CLASSES),
            texts("shown_behind", "what behind a role says that somebody known is meant (menteri itu)", _CLASSES),
            texts("joined_articles", "articles that hang on the front of their noun", _ENDINGS),
            texts(
                "definite_ends",
                "endings of a role that stands for a name, where the article is one (ministeren)",
                _OFFICES,
            ),
            texts("beside_ends", "endings of words between a role and its name", _OFFICES),
            text(
                "head",
                "whether the role is the last noun of a phrase, or its first, each syllable a word",
                _OFFICES,
                "quotes/speakers/whole_titles.py",
                choices=("last", "first"),
            ),
            text(
                "behind",
                "whether a role stands behind its name (Kovács János elnök)",
                _ORDER,
                _NAME_RULES,
                choices=("yes",),
            ),
            texts("owned_ends", "endings of a role behind a name that is somebody else's (elnöke)", _ENDINGS),
        ),
    ),
    Section(
        "function_words",
        "the small words around a speaker and a cue",
        (_CLASSES,),
        (
            texts("determiners", "what stands before a noun", _CLASSES, _OMISSION, _SCOPE, _NAME_RULES, _ROLES),
            texts("prepositions", "prepositions", _CLASSES, _HOLES, _NAME_RULES, _NAMING, _ROLES),
            texts("strands", "prepositions that may end a clause (nimmt … an)", _HOLES),
            texts("links", "words inside a noun phrase (of)", _CLASSES, _DIFF),
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
            texts("adjective_ends", "endings of adjectives", _ENDINGS),
            texts("participle_ends", "endings of participles", _ENDINGS),
            texts("absolutes", "words before a phrase without a verb (with)"),
            texts("reportive", "what else says that a sentence reports, beside the subjunctive (laut)"),
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
            texts("expletives", "a subject that is nobody (it rains)"),
            texts("indefinite", "indefinite articles", _TITLES, _UNSPACED),
            text("after_article", "whether a noun must follow an article", _ORDER, choices=("noun",)),
            text("order", "where the verb stands", _ORDER, choices=("verb second", "verb last")),
            text("pronouns", "whether a verb needs no subject", _ORDER, choices=("dropped",)),
        ),
    ),
)
