"""The sections on a language's words: how they are written, cut, weighed, and counted with."""

from crossquote.language.section import Section, ValueKind, lists, numbers, pairs, text, texts

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
            ),
            texts("tags", "what the web calls it, the usual first, where that is not its code", "language/tags.py"),
            pairs(
                "letters",
                "each letter of that lexicon that is written otherwise here, and then how",
                "language/inheritance.py",
            ),
        ),
    ),
    Section(
        "article",
        "words in the head of an article and around it",
        ("articles/labels.py",),
        (
            texts("author", "labels before the author's name", "articles/labels.py", "quotes/direct/blocks.py"),
            texts("date", "labels before the date", "articles/labels.py", "quotes/direct/blocks.py"),
            texts("changed", "labels before the day of a change", "articles/labels.py", "quotes/direct/blocks.py"),
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
        ),
    ),
    Section(
        "words",
        "how much a word says, and how words are told where no blanks part them",
        (_WEIGHTS,),
        (
            texts("stop", "function words: they never anchor an alignment or join two quotes"),
            texts("common", "everyday words, which weigh half"),
            texts("doubled", "words that may stand twice in a row (had had)", "comparison/checks/repetition.py"),
            texts("spellings", "a letter and what may be written for it (œ oe)", "comparison/align/keys.py"),
            text(
                "cases",
                "what shows who does it to whom, where that is not the order of words",
                "comparison/reading/roles.py",
                choices=("articles", "nouns", "prepositions"),
            ),
            texts("copulas", "forms of “be”, for which a fuller verb may stand", "comparison/reading/content.py"),
            texts("light", "verbs that say little beside their noun (come to an end)", "comparison/reading/light.py"),
            text(
                "blanks",
                "whether none stand between words",
                "translation/pieces.py",
                "quotes/direct/titles_in_marks.py",
                choices=("none",),
            ),
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
            text("twins", "whether '' is a mark", choices=("double",)),
            texts("elisions", "words that begin with an apostrophe"),
            texts("decade_ends", "what is written after the digits of a decade (’90s)"),
            text(
                "dashes",
                "whether a dash opens speech, and sets off who says it (`speech`) or leaves that to a comma "
                "(`speech, commas`: – Yes, says Ann Roe)",
                "quotes/direct/dashes.py",
                choices=("speech", "speech, commas"),
            ),
            text(
                "insertions",
                "whether a cue stands between commas inside the marks",
                "quotes/direct/insertions.py",
                choices=("commas",),
            ),
            texts("naming", "words before a title in marks", "quotes/direct/titles_in_marks.py"),
            texts("naming_verbs", "verbs that give something the name in marks (call)", "quotes/direct/namings.py"),
            texts(
                "before_names", "what makes a name of what stands in marks after it", "quotes/direct/titles_in_marks.py"
            ),
            texts("terms", "what stands before a term in marks (so-called)", "quotes/direct/titles_in_marks.py"),
            texts("after_terms", "what stands after a term in marks", "quotes/direct/titles_in_marks.py"),
            texts(
                "quoted_by",
                "what stands right behind marks that hold somebody's words, before their verb (diye)",
                "quotes/grammar.py",
                "quotes/direct/titles_in_marks.py",
            ),
            texts("questions", "further marks that end a question", "comparison/reading/questions.py"),
        ),
    ),
    Section(
        "names",
        "how names are written",
        ("text/names.py",),
        (
            texts(
                "vowels",
                "letters at the end of a word for a body that other cases replace",
                "quotes/speakers/institutions.py",
            ),
            texts("particles", "particles inside names (van)", "text/names.py", "quotes/grammar.py"),
            texts("inner_particles", "particles that stand only after another"),
            texts("given", "given names that are forms of one, in any language", "text/given_names.py"),
            texts("never", "words with a capital that are no names"),
            texts("adjective_ends", "endings of adjectives made of places"),
            texts("patronymics", "endings of names after the father"),
            texts(
                "elided", "short words that lose their vowel before a name (d'Arc)", "text/names.py", "text/elided.py"
            ),
            texts("prefixes", "what stands before a capital inside a name (al-Assad)"),
            texts(
                "possessives",
                "what a name or noun has where it owns (Anna's, the workers')",
                "text/possessives.py",
                "quotes/grammar.py",
            ),
            text("capitals", "whether names have none", "quotes/grammar.py", choices=("none",)),
            text(
                "nouns",
                "whether all nouns have a capital",
                "text/names.py",
                "text/sketch.py",
                "quotes/grammar.py",
                choices=("capital",),
            ),
            text("cases", "whether names inflect", "quotes/grammar.py", "text/names.py", choices=("yes",)),
        ),
    ),
    Section(
        "worldwide",
        "bodies of which there is one in the world, each under one key in all languages (White House, Casa Blanca)",
        ("text/worldwide.py",),
        free=ValueKind.TEXTS,
    ),
    Section(
        "numbers",
        "how numbers are written",
        ("text/numerals.py",),
        (
            texts("joiners", "words between the parts of a number (and)"),
            texts("ranges", "words between the two numbers of a range (4 to 6 million)"),
            texts("glue", "what joins parts to one word"),
            texts("halves", "what adds a half to the number before it (and a half)"),
            texts("minus", "words for less than nothing (minus)"),
            texts("weak", "words that often count nothing (one)"),
            texts("percent", "words for percent"),
            texts("points", "words for percentage points"),
            texts("endings", "what is written after digits (th)"),
            numbers("values", "words for numbers"),
            numbers("ordinals", "words for ordinals"),
            numbers("multipliers", "words that multiply (thousand)"),
            numbers("shares", "words for shares (half)"),
            numbers("rough", "words for rough numbers (dozens)"),
        ),
    ),
    Section(
        "dates",
        "how days and hours are named",
        ("text/dates.py",),
        (
            numbers("months", "forms of months' names that CLDR does not have, with their number"),
            numbers("weekdays", "forms of weekdays' names that CLDR does not have, with their number; Monday is 1"),
            numbers("offsets", "words for days from today"),
            numbers("clock", "words for hours (noon)"),
            texts("between", "words inside a date (of)"),
            texts("articles", "those of `between` that stand before a day (July the 24th)"),
            texts("short_months", "names of months that are words too (may)"),
            texts("before_months", "words after which a capital shows that those are months"),
            texts("am", "words for before noon"),
            texts("pm", "words for after noon"),
            texts("hours", "words after an hour"),
            texts("at_hour", "words before an hour that minutes in words follow (a las tres y media)"),
            numbers("before_hour", "what stands before an hour, with the minutes that it adds (half past)"),
            numbers("after_hour", "what stands after an hour, with the minutes that it adds (et demie)"),
        ),
    ),
    Section(
        "money",
        "sums",
        ("text/money.py",),
        (
            lists("currencies", "ISO 4217 → signs and words"),
            texts("between", "words between number and currency", "comparison/reading/one_text.py"),
        ),
    ),
    Section(
        "measures",
        "measurements",
        ("text/money.py",),
        (
            lists("units", "unit, as in `resources/measures.toml` → words"),
            lists("wholes", "a number and a unit → words that mean as much (2 week: fortnight)", "text/measures.py"),
        ),
    ),
)
