"""How a language orders its words, and marks its clauses and its names."""

from msgspec import Struct

from crossquote.language.language import Language


class WordOrder(Struct, frozen=True):
    """How a language orders its words and marks them.

    `commas`: a comma must stand before a reported clause; `some_commas`: it may, or not (Danish); `bare_questions`:
    it need not before a question (Bulgarian), `bare_sources`: nor behind a source (Macedonian); `bare_clauses`:
    a clause behind its verb and a comma needs no conjunction (Bengali); `inverts`: a subject
    may follow its verb, or stand before one that is put in between commas (`inserts_subjects`: Finnish). The verb may
    open its clause (Arabic), stand second (German) or close it (Turkish). `caseless` scripts have no capitals.
    """

    commas: bool
    some_commas: bool
    bare_questions: bool
    bare_sources: bool
    bare_clauses: bool
    inverts: bool
    verb_first: bool
    verb_second: bool
    verb_last: bool
    drops_pronouns: bool
    inserts_subjects: bool
    article_means_noun: bool
    nouns_have_capitals: bool
    names_inflect: bool
    caseless: bool
    roles_behind: bool


def load_order(language: Language) -> WordOrder:
    """Return how `language` orders its words."""
    text = language.lexicon.text
    traits = language.lexicon.texts("clauses", "traits")
    return WordOrder(
        commas="commas" in traits,
        some_commas="some commas" in traits,
        bare_questions="bare questions" in traits,
        bare_sources="bare sources" in traits,
        bare_clauses="bare clauses" in traits,
        inverts="inverts" in traits,
        verb_first="verb first" in traits,
        verb_second=text("function_words", "order") == "verb second",
        verb_last=text("function_words", "order") == "verb last",
        drops_pronouns=text("function_words", "pronouns") == "dropped",
        inserts_subjects=text("marks", "insertions") == "commas, subjects",
        article_means_noun=text("function_words", "after_article") == "noun",
        nouns_have_capitals=text("names", "nouns") == "capital",
        names_inflect=text("names", "cases") == "yes",
        caseless=text("names", "capitals") == "none",
        roles_behind=text("titles", "behind") == "yes",
    )
