"""The sections on a language's words: how they are written, cut, and weighed."""

from crossquote.language.section import Section, ValueKind, letters, lists, pairs, text, texts

_FORMS, _NAMED = "quotes/speakers/first_forms.py", "quotes/speakers/named.py"
_CLASSES, _ENDINGS, _ORDER = "quotes/word_classes.py", "quotes/word_endings.py", "quotes/word_order.py"
_CASES = (
    "comparison/reading/roles.py",
    "comparison/align/links.py",
    "comparison/checks/addition.py",
    "comparison/checks/name.py",
)
_NAME_RULES = "text/name_rules.py"
_HEADS = ("articles/labels.py", "quotes/direct/block_quotes.py")
_STEMS, _WEIGHTS, _SENTENCES = "text/stems.py", "text/weights.py", "text/sentences.py"
_STEMMERS = (
    "arabic", "armenian", "basque", "catalan", "czech", "danish", "dutch", "english", "esperanto", "estonian",
    "finnish", "french", "german", "greek", "hindi", "hungarian", "indonesian", "irish", "italian", "lithuanian",
    "nepali", "norwegian", "persian", "polish", "portuguese", "romanian", "russian", "serbian", "sesotho", "spanish",
    "swedish", "tamil", "turkish", "yiddish",
)  # fmt: skip

SECTIONS = (
    Section(
        "language",
        "what the language is called, and what it is like",
        ("language/names.py", "language/coverage.py"),
        (
            text("name", "its name for itself", "language/coverage.py", needed=True),
            text("english", "its name in English", needed=True),
            text(
                "like",
                "the code of a language whose lexicon this one goes on from",
                "language/lexicon.py",
                "language/coverage.py",
                "text/meanings.py",
            ),
            texts("tags", "what the web calls it, the usual first, where that is not its code", "language/names.py"),
            letters(
                "letters",
                "each letter of that lexicon that is written otherwise here, and then how (说說)",
                "language/inheritance.py",
            ),
            letters(
                "scripts",
                "each letter, and then how the language's other script writes it: its words are read in both (љlj)",
                "language/inheritance.py",
                "comparison/align/keys.py",
                "comparison/checks/untranslated.py",
                "text/cldr.py",
            ),
        ),
    ),
    Section(
        "article",
        "words in the head of an article and around it",
        ("articles/labels.py",),
        (
            texts("author", "labels before the author's name", *_HEADS),
            texts("date", "labels before the date", *_HEADS),
            texts("changed", "labels before the day of a change", *_HEADS),
            texts("leftover", "how lines begin that belong to the page, not the article"),
            lists("months", "names of the twelve months, by a name for each", "articles/dates.py"),
            texts("day_ends", "what is written after the digits of a day (24th)"),
            texts("between", "words inside a date (24 de julio)"),
        ),
    ),
    Section(
        "sentences",
        "where sentences end: abbreviations are given without their last period",
        (_SENTENCES,),
        (
            texts("never", "abbreviations that end no sentence", cased=True),
            texts("sometimes", "abbreviations that end one before a capital, or before one of `starters`", cased=True),
            texts("numbers", "abbreviations that end none before a number", cased=True),
            texts("units", "abbreviations that count as such after a number only", cased=True),
            texts("starters", "words that begin a sentence after one of `sometimes`"),
            texts("ends", "single letters that are words", cased=True),
            texts(
                "quoting",
                "particles after words in marks, with which the sentence goes on",
                _SENTENCES,
            ),
            text("ordinals", "whether 3. is 3rd", choices=("period",)),
            text("blanks", "whether a blank ends a sentence, as in Thai", choices=("end",)),
            text(
                "colon",
                "whether a colon ends a sentence, as in Armenian, and neither it nor a period does before marks",
                choices=("end",),
            ),
        ),
    ),
    Section(
        "words",
        "how much a word says, and how words are told where no blanks part them",
        (_WEIGHTS,),
        (
            texts("stop", "function words: they never anchor an alignment or join two quotes"),
            texts("common", "everyday words, which weigh half"),
            texts("proclitics", "what may hang on the front of any word (وقال)", "text/clitics.py"),
            texts(
                "noun_proclitics",
                "what may hang on the front of a noun, behind those: articles, prepositions",
                "text/clitics.py",
            ),
            texts("doubled", "words that may stand twice in a row (had had)", "comparison/checks/repetition.py"),
            texts("apart", "words of one kind, of which one is never another: `red / green / blue`", "text/sisters.py"),
            texts("spellings", "a letter and what may be written for it (œ oe)", "comparison/align/keys.py"),
            text(
                "cases",
                "what shows who does it to whom, where that is not the order of words",
                *_CASES,
                choices=("articles", "nouns", "prepositions"),
            ),
            texts(
                "copulas", "forms of “be”, for which a fuller verb may stand", "comparison/reading/content.py", _CLASSES
            ),
            texts("light", "verbs that say little beside their noun (come to an end)", "comparison/reading/light.py"),
            text(
                "blanks",
                "whether none stand between words",
                "comparison/across/changed_names.py",
                "comparison/across/counterparts.py",
                "text/marks.py",
                "translation/pieces.py",
                "quotes/direct/titles_in_marks.py",
                "quotes/topics.py",
                "text/known_words.py",
                "text/numerals.py",
                choices=("none",),
            ),
            texts(
                "whole",
                "words that are told as one there, beside all that checks, numbers and days list: what holds the "
                "letters of another",
                "text/known_words.py",
            ),
            texts("fronts", "letters that are words of their own before any other there (不)", "text/known_words.py"),
            texts("counters", "what is counted by a number of one sign before it there", "text/known_words.py"),
            text(
                "segmenter",
                "the model of BudouX that parts its words",
                "text/segments.py",
                choices=("zh-hans", "zh-hant", "ja_word", "th"),
            ),
        ),
    ),
    Section(
        "stems",
        "what the forms of a word share",
        (_STEMS,),
        (
            text("stemmer", "Snowball's stemmer for it", choices=_STEMMERS),
            texts("endings", "what comes off a word where there is none"),
            texts("beginnings", "what comes off the front of a word there, before its ending"),
            lists("irregular", "base form → its irregular forms"),
        ),
    ),
    Section(
        "synonyms",
        "words that a faithful rendition may exchange",
        ("text/synonyms.py",),
        (lists("groups", "words of one meaning by a name for them; a word may be in several"),),
    ),
    Section(
        "marks",
        "quotation marks, and what in marks is no quote",
        ("text/marks.py",),
        (
            pairs(
                "pairs",
                "opening and closing marks as printed, the usual ones first",
                "text/marks.py",
                "language/quotation.py",
            ),
            text(
                "inside",
                "what stands inside the first pair where words are shown in it (`blank`: « yes »)",
                "language/quotation.py",
                choices=("blank",),
            ),
            text("twins", "whether '' is a mark", choices=("double",)),
            texts("elisions", "words that begin with an apostrophe"),
            texts(
                "decade_ends",
                "what is written after the digits of a decade (’90s)",
                "text/marks.py",
                "text/measures.py",
            ),
            text(
                "dashes",
                "whether a dash opens speech, and sets off who says it (`speech`) or leaves that to a comma "
                "(`speech, commas`: – Yes, says Ann Roe), behind which it may go on (`speech, commas, on`: "
                "– Yes, says Ann Roe. It is late)",
                "quotes/direct/dashes.py",
                choices=("speech", "speech, commas", "speech, commas, on"),
            ),
            text(
                "insertions",
                "whether a cue stands inside the marks, between commas (`commas`) or between dashes (`dashes`), or "
                "behind a dash with its subject before it (`commas, subjects`: – Yes, Ann Roe says)",
                "quotes/direct/cues_inside.py",
                _ORDER,
                choices=("commas", "commas, subjects", "dashes"),
            ),
            texts("naming", "words before a title in marks", "quotes/direct/titles_in_marks.py"),
            texts("naming_verbs", "verbs that give something the name in marks (call)", "quotes/direct/namings.py"),
            texts(
                "before_names", "what makes a name of what stands in marks after it", "quotes/direct/titles_in_marks.py"
            ),
            texts("terms", "what stands before a term in marks (so-called)", "quotes/direct/titles_in_marks.py"),
            texts("before_programmes", "what stands before a programme in marks (w)", "quotes/direct/programmes.py"),
            texts("after_terms", "what stands after a term in marks", "quotes/direct/titles_in_marks.py"),
            texts(
                "owned_words",
                "what says behind marks that the words in them are somebody's (Yılmaz'ın “…” sözleri)",
                _CLASSES,
            ),
            texts(
                "quoted_by",
                "what stands right behind marks that hold somebody's words, before their verb (diye)",
                _CLASSES,
                "quotes/direct/titles_in_marks.py",
                "quotes/topics.py",
                spaced=True,
            ),
            texts(
                "after_quoted",
                "what stands between marks and their verb and makes them an example (など)",
                "quotes/indirect/unspaced.py",
            ),
            texts("questions", "further marks that end a question", "comparison/reading/questions.py"),
        ),
    ),
    Section(
        "names",
        "how names are written",
        (_NAME_RULES,),
        (
            texts(
                "vowels",
                "letters at the end of a word for a body, or of a role, that other cases replace",
                "quotes/speakers/institutions.py",
                _NAME_RULES,
            ),
            texts("particles", "particles inside names (van)", _NAME_RULES, _CLASSES),
            texts("inner_particles", "particles that stand only after another"),
            texts("things", "what ends the names of things and events (Inaugural Address)", "quotes/word_classes.py"),
            texts("men", "given names of men (Karl)", "quotes/speakers/genders.py"),
            texts("women", "given names of women (Karla)", "quotes/speakers/genders.py"),
            texts("given", "given names that are forms of one, in any language", "text/given_names.py", _NAME_RULES),
            texts("never", "words with a capital that are no names"),
            texts("openers", "words that open a sentence and are no part of the name behind them (Jednocześnie Roe)"),
            texts("verb_ends", "endings of verbs that open a sentence without a subject (…ujemy), as no name ends"),
            texts("adjective_ends", "endings of adjectives made of places"),
            texts("patronymics", "endings of names after the father"),
            texts("seat_ends", "endings of what an office is of, between it and a full name (trenér Slavie Jan Roe)"),
            texts("trade_ends", "endings of nouns that say what somebody is, between article and name (die Imkerin)"),
            texts("opening_trades", "endings of those that open a sentence before a full name (Плотник)"),
            texts("masculine_ends", "endings of last names that only men have", _ENDINGS, _NAME_RULES),
            texts("feminine_ends", "endings of last names that only women have (Nováková)", _ENDINGS, _NAME_RULES),
            text(
                "called",
                "first, where somebody is called by the first word of their name (Katrín Jónsdóttir, Kovács Péter)",
                _NAME_RULES,
                "quotes/speakers/named.py",
                choices=("first",),
            ),
            texts(
                "declined",
                "endings of names in another case, each with what the name ends in, if anything (sen nen: Virtasen)",
                "quotes/speakers/named.py",
            ),
            texts(
                "inflected",
                "endings that names have in other cases alone, each with what the name ends in (ovun ov)",
                "quotes/speakers/named.py",
            ),
            texts("genitive_men", "men's names in the genitive, each end with its first form, if one (ова ов)", _FORMS),
            texts("genitive_women", "those of women's names (овой ова)", _FORMS),
            texts("told_ends", "how a medium's name in marks ends that several tell something (правде)", _ENDINGS),
            texts("declined_ends", "how neither a given nor a last name ends in its first form (ому)", _ENDINGS),
            texts("given_of_women", "how women's given names end, and men's in another case (Анна)", _ENDINGS),
            texts("month_names", "months that people are called, too (May)"),
            texts("family", "family names, where they stand first and are few (김)", "quotes/topics.py"),
            texts("given_ends", "what given names end in as words that describe do (김지은)", "quotes/topics.py"),
            texts("joined", "prepositions that hang on a name, each with how that begins, if at all (لل ال)", _NAMED),
            texts("oblique_ends", "endings that no name has as a subject (Jonesovi)", _ENDINGS, _NAME_RULES),
            texts("elided", "short words that lose their vowel before a name (d'Arc)", _NAME_RULES, "text/elided.py"),
            texts("prefixes", "what stands before a capital inside a name (al-Assad)", _NAME_RULES, "text/romanize.py"),
            texts(
                "possessives",
                "what a name or noun has where it owns (Anna's, the workers')",
                "text/possessives.py",
                _ENDINGS,
            ),
            texts(
                "genitive_ends",
                "endings of a noun or land that owns, without an apostrophe (Magazins, Norlands)",
                _ENDINGS,
            ),
            texts(
                "endings",
                "what else hangs on a name behind an apostrophe (Ankara'da)",
                "text/possessives.py",
            ),
            text("capitals", "whether names have none", _ORDER, choices=("none",)),
            text(
                "nouns",
                "whether all nouns have a capital",
                _NAME_RULES,
                "text/sketch.py",
                "text/role_surnames.py",
                _ORDER,
                choices=("capital",),
            ),
            text("cases", "whether names inflect", _ORDER, _NAME_RULES, "text/places.py", choices=("yes",)),
            text(
                "foreign",
                "how names of other languages are written in Latin letters (Džordžs Bušs)",
                "comparison/across/counterparts.py",
                choices=("by ear",),
            ),
            text(
                "bare",
                "whether a noun that stands without any determiner is a name (on Tribune)",
                _NAME_RULES,
                choices=("yes",),
            ),
        ),
    ),
    Section(
        "worldwide",
        "bodies of which there is one in the world, each under one key in all languages (White House, Casa Blanca)",
        ("text/worldwide.py",),
        free=ValueKind.TEXTS,
    ),
    Section(
        "places",
        "other names of places than CLDR has, each under its country's code or its English name (US: Mỹ)",
        ("text/places.py",),
        free=ValueKind.TEXTS,
    ),
)
