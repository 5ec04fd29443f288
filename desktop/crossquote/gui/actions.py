"""The one table of actions: what a user can do, and what menus, bar, palette and shortcut page show of it."""

from enum import Enum
from typing import NamedTuple

from crossquote.gui.menu_names import MENUS, action_text
from crossquote.gui.words import say


class When(Enum):
    """When an action makes sense."""

    ALWAYS = "always"
    OPEN = "open"
    BEGUN = "articles are open, or none are being read"
    ARTICLES = "articles are chosen in their list"
    NARROWED = "less is shown than there is"
    CHOSEN = "chosen"
    POSSIBLE = "the utterance is possibly the same as another"
    FINDING = "a finding is chosen"
    FINDINGS = "a finding is chosen, or several are"
    RULED = "a finding is chosen that was decided on"
    RENDITION = "a rendition is chosen"
    BESIDE = "a rendition is chosen, beside others"
    COMPARED = "a rendition is chosen that is compared with the base"
    JUDGED = "a rendition is chosen that has a verdict"
    TRANSLATED = "a rendition is chosen that is shown in translation"
    FOREIGN = "a rendition is chosen that is not in the reading language, translated or not"
    NO_BASE = "a rendition is chosen that is not the base"
    PINNED = "the user chose the base"
    SELECTED = "words of an article are selected"
    QUOTE = "a quote of an article is chosen"
    BESIDE_QUOTE = "words of an article are selected while a quote is chosen"
    ASIDE = "the caret stands in a part that was set aside"
    LEFT_OUT = "parts of the article were set aside"
    PLACED = "a quote of an article is chosen that belongs to an utterance"
    UNREAD = "there are files that could not be read"
    UNSURE = "there are files whose encoding is to be chosen"
    TABLE = "there are tables whose columns nobody knows"
    BUSY = "busy"
    UNDO = "undo"
    REDO = "redo"


class Action(NamedTuple):
    """One action. `runs` names what it calls, from the desk on ("bridge.undo"); `menu` is where it stands.

    Its words are the catalogue's `window.action.<id>`, and `window.action.<id>.tip` where it has a `tip` of its own.
    Where its button says less than its menu, that is `brief`: the catalogue's `window.action.<id>.brief`. What shows in
    the reader has the reader as its `menu`, and there `runs` is named from the reader on. `also` is a second shortcut.
    An empty `icon` shows none. `check` makes it one that is on or off; those of one `group` exclude each other.
    """

    id: str
    menu: str
    runs: str
    shortcut: str = ""
    icon: str = ""
    when: When = When.ALWAYS
    check: bool = False
    group: str = ""
    tip: bool = False
    brief: bool = False
    also: str = ""


SEPARATOR = Action("", "", "")
READER = "reader"
_FILE, _EDIT, _VIEW, _REVIEW, _QUOTES, _LANGUAGES, _HELP = MENUS

ACTIONS: tuple[Action, ...] = (
    Action("add", _FILE, "intake.ask", "Ctrl+O", "ph.plus", tip=True),
    Action("paste", _FILE, "intake.paste", "Ctrl+V", "ph.clipboard-text"),
    Action("write", _FILE, "intake.write", "Ctrl+N", "ph.note-pencil"),
    Action("sample", _FILE, "intake.open_sample", icon="ph.book-open", when=When.BEGUN),
    Action("encodings", _FILE, "intake.choose_encodings", when=When.UNSURE),
    Action("columns-of-table", _FILE, "intake.choose_columns", when=When.TABLE),
    Action("unread", _FILE, "intake.show_unread", when=When.UNREAD),
    SEPARATOR._replace(menu=_FILE),
    Action("new", _FILE, "projects.begin_new", "Ctrl+Shift+N"),
    Action("open", _FILE, "projects.open", "Ctrl+Shift+O", "ph.folder-open"),
    Action("save", _FILE, "projects.save", "Ctrl+S", "ph.floppy-disk", When.OPEN),
    Action("save-as", _FILE, "projects.save_as", "Ctrl+Shift+S", "", When.OPEN),
    Action("compact", _FILE, "projects.compact", "", "", When.OPEN),
    Action("close", _FILE, "projects.begin_new", "Ctrl+W", "", When.OPEN),
    Action("new-window", _FILE, "open_another"),
    SEPARATOR._replace(menu=_FILE),
    Action("report", _FILE, "reports.save", "Ctrl+E", "ph.file-text", When.OPEN, tip=True),
    Action("print", _FILE, "reports.preview", "Ctrl+P", "ph.printer", When.OPEN),
    Action("pack", _FILE, "packs.save", "", "ph.package", When.OPEN),
    Action("verify", _FILE, "packs.verify"),
    SEPARATOR._replace(menu=_FILE),
    Action("quit", _FILE, "leaving.ask", "Ctrl+Q"),
    Action("undo", _EDIT, "bridge.undo", "Ctrl+Z", "ph.arrow-u-up-left", When.UNDO),
    Action("redo", _EDIT, "bridge.redo", "Ctrl+Shift+Z", "ph.arrow-u-up-right", When.REDO),
    SEPARATOR._replace(menu=_EDIT),
    Action("steps", _EDIT, "review.show_steps", "Ctrl+H", "ph.clock-counter-clockwise", When.OPEN),
    SEPARATOR._replace(menu=_EDIT),
    Action("copy", _EDIT, "copying.copy", "Ctrl+C", "", When.OPEN),
    Action("copy-table", _EDIT, "comparison.copy_table", "Ctrl+Shift+C", "ph.copy", When.CHOSEN),
    SEPARATOR._replace(menu=_EDIT),
    Action("find", _EDIT, "find.start", "Ctrl+F", "ph.magnifying-glass", When.OPEN),
    Action("palette", _EDIT, "open_palette", "Ctrl+K", "ph.command"),
    Action("preferences", _EDIT, "preferences.show", "Ctrl+,", "ph.gear-six"),
    SEPARATOR._replace(menu=_EDIT),
    Action("read", _EDIT, "readers.read_current", "Ctrl+Return", "ph.article", When.OPEN),
    Action("describe", _EDIT, "readers.ask_of_current", "F2", "", When.OPEN),
    Action("original", _EDIT, "readers.mark_original", "", "", When.OPEN),
    Action(
        "remove",
        _EDIT,
        "articles.remove_selected",
        "Ctrl+Backspace",
        "ph.trash",
        When.ARTICLES,
    ),
    Action(
        "columns",
        _VIEW,
        "comparison.head.show_columns",
        "Ctrl+1",
        "ph.columns",
        When.CHOSEN,
        check=True,
        group="as",
    ),
    Action("rows", _VIEW, "comparison.head.show_rows", "Ctrl+2", "ph.rows", When.CHOSEN, check=True, group="as"),
    Action("table", _VIEW, "comparison.head.show_table", "Ctrl+3", "ph.table", When.CHOSEN, check=True, group="as"),
    SEPARATOR._replace(menu=_VIEW),
    Action("overview", _VIEW, "overviews.toggle", "Ctrl+4", "ph.squares-four", When.OPEN, check=True),
    SEPARATOR._replace(menu=_VIEW),
    Action("words", _VIEW, "comparison.head.mark_words", "Ctrl+Shift+W", "", When.CHOSEN, check=True, group="by"),
    Action(
        "letters",
        _VIEW,
        "comparison.head.mark_letters",
        "Ctrl+Shift+L",
        "",
        When.CHOSEN,
        check=True,
        group="by",
    ),
    Action("only", _VIEW, "comparison.head.only.toggle", "Ctrl+D", "", When.CHOSEN, check=True),
    SEPARATOR._replace(menu=_VIEW),
    Action(
        "findings",
        _VIEW,
        "workspace.toggle_findings",
        "F8",
        "ph.list-bullets",
        When.OPEN,
        check=True,
    ),
    Action("next-pane", _VIEW, "workspace.next_pane", "F6", "", When.OPEN),
    Action("previous-pane", _VIEW, "workspace.previous_pane", "Shift+F6", "", When.OPEN),
    Action("filter", _VIEW, "utterances.bar.open_menu", "Ctrl+J", "ph.funnel", When.OPEN),
    Action("clear-filters", _VIEW, "utterances.clear_filters", "Ctrl+Shift+J", "", When.NARROWED),
    Action("keep-view", _VIEW, "utterances.bar.keep_view", "", "", When.NARROWED),
    SEPARATOR._replace(menu=_VIEW),
    Action("larger", _VIEW, "choices.larger", "Ctrl++", "ph.magnifying-glass-plus", also="Ctrl+="),
    Action("smaller", _VIEW, "choices.smaller", "Ctrl+-", "ph.magnifying-glass-minus"),
    Action("usual-size", _VIEW, "choices.usual_size", "Ctrl+0"),
    SEPARATOR._replace(menu=_VIEW),
    Action("theme-system", _VIEW, "choices.theme_system", check=True, group="theme"),
    Action("theme-light", _VIEW, "choices.theme_light", icon="ph.sun", check=True, group="theme"),
    Action("theme-dark", _VIEW, "choices.theme_dark", icon="ph.moon", check=True, group="theme"),
    Action("theme-contrast", _VIEW, "choices.theme_contrast", check=True, group="theme"),
    Action("next", _REVIEW, "workspace.next_finding", "J", "ph.arrow-down", When.OPEN),
    Action("previous", _REVIEW, "workspace.previous_finding", "K", "ph.arrow-up", When.OPEN),
    Action("next-utterance", _REVIEW, "utterances.next", "Ctrl+Down", "", When.OPEN, also="F3"),
    Action("previous-utterance", _REVIEW, "utterances.previous", "Ctrl+Up", "", When.OPEN, also="Shift+F3"),
    SEPARATOR._replace(menu=_REVIEW),
    Action("accept", _REVIEW, "judging.accept", "A", "ph.check", When.FINDINGS),
    Action("dismiss", _REVIEW, "judging.dismiss", "D", "ph.x", When.FINDINGS),
    Action("dismiss-reason", _REVIEW, "judging.dismiss_with_reason", "R", "", When.FINDINGS),
    Action(
        "dismiss-alike",
        _REVIEW,
        "comparison.dismiss_alike",
        "Shift+D",
        "",
        When.FINDING,
    ),
    Action("reopen", _REVIEW, "judging.reopen", "O", "", When.RULED),
    Action("rule", _REVIEW, "rules.make", "Shift+R", "ph.funnel", When.FINDING),
    Action("rules", _REVIEW, "rules.show", "Ctrl+R", "", When.OPEN),
    Action("import-rules", _REVIEW, "rules.take_in", "", "", When.OPEN),
    Action("switch-checks", _REVIEW, "switches.show", "Ctrl+Shift+K", "ph.toggle-right"),
    Action("reviewer", _REVIEW, "choices.ask_name"),
    Action("note-finding", _REVIEW, "review.note_finding", "F", "ph.note", When.FINDING),
    Action("why", _REVIEW, "comparison.explain_finding", "W", "ph.question", When.FINDING),
    SEPARATOR._replace(menu=_REVIEW),
    Action("next-rendition", _REVIEW, "comparison.next_rendition", "L", "ph.arrow-right", When.CHOSEN),
    Action(
        "previous-rendition",
        _REVIEW,
        "comparison.previous_rendition",
        "H",
        "ph.arrow-left",
        When.CHOSEN,
    ),
    Action("faithful", _REVIEW, "judging.faithful", "1", "", When.COMPARED),
    Action("paraphrase", _REVIEW, "judging.paraphrase", "2", "", When.COMPARED),
    Action("distorted", _REVIEW, "judging.distorted", "3", "", When.COMPARED),
    Action("elsewhere", _REVIEW, "judging.elsewhere", "4", "", When.COMPARED),
    Action("no-verdict", _REVIEW, "judging.nothing", "0", "", When.JUDGED),
    SEPARATOR._replace(menu=_REVIEW),
    Action("again", _REVIEW, "bridge.refresh", "F5", "ph.arrows-clockwise", When.OPEN),
    Action("stop", _REVIEW, "bridge.jobs.stop_all", "Ctrl+.", "ph.stop", When.BUSY),
    Action("base", _QUOTES, "comparison.make_current_base", "B", "ph.push-pin", When.NO_BASE),
    Action("unpin", _QUOTES, "comparison.unpin", "", "", When.PINNED),
    Action("reference", _QUOTES, "review.give_reference", "Shift+B", "", When.CHOSEN),
    Action("move", _QUOTES, "placing.move", "M", "ph.arrow-bend-up-right", When.RENDITION),
    Action("split", _QUOTES, "placing.split", "S", "ph.scissors", When.BESIDE),
    Action("merge", _QUOTES, "placing.merge", "Shift+M", "ph.git-merge", When.CHOSEN),
    Action("possible", _QUOTES, "comparison.possible.enter", "I", "", When.POSSIBLE),
    Action("join-possible", _QUOTES, "comparison.possible.join_current", "G", "", When.POSSIBLE),
    Action("part-possible", _QUOTES, "comparison.possible.part_current", "Shift+G", "", When.POSSIBLE),
    Action("correct", _QUOTES, "placing.correct", "C", "ph.pencil-simple", When.RENDITION),
    Action("unmark", _QUOTES, "placing.unmark", "Shift+X", "", When.RENDITION),
    Action("around", _QUOTES, "comparison.toggle_around", "E", "", When.RENDITION),
    Action("archive", _QUOTES, "archives.show", "Shift+F", "", When.CHOSEN),
    Action("speakers", _QUOTES, "people.show", "Shift+P", "", When.OPEN),
    SEPARATOR._replace(menu=_QUOTES),
    Action("note", _QUOTES, "review.write_note", "N", "ph.note", When.CHOSEN),
    Action("note-utterance", _QUOTES, "review.note_utterance", "Shift+N", "", When.CHOSEN),
    Action("trail", _QUOTES, "review.show_trail", "Shift+H", "", When.RENDITION),
    Action("languages", _LANGUAGES, "languages.show", "Ctrl+L", "ph.translate"),
    SEPARATOR._replace(menu=_LANGUAGES),
    Action("version", _LANGUAGES, "comparison.give_version", "T", "ph.pencil-simple", When.FOREIGN),
    Action("others", _LANGUAGES, "comparison.weigh_current", "Shift+T", "", When.TRANSLATED),
    SEPARATOR._replace(menu=_LANGUAGES),
    Action("import-memory", _LANGUAGES, "translations.ask_import"),
    Action("save-memory", _LANGUAGES, "translations.ask_export", "", "", When.OPEN),
    Action("help-getting-started", _HELP, "help.show_getting_started"),
    Action("tour", _HELP, "tours.begin"),
    Action("help-here", _HELP, "help.show_here", "F1", "ph.question"),
    Action("help-search", _HELP, "help.search", "Ctrl+Shift+F", "ph.magnifying-glass"),
    SEPARATOR._replace(menu=_HELP),
    Action("checks", _HELP, "help.show_checks", "Shift+F1", "ph.checks"),
    Action("help-installing", _HELP, "help.show_installing"),
    Action("help-articles", _HELP, "help.show_articles"),
    Action("help-reviewing", _HELP, "help.show_reviewing"),
    Action("help-sureness", _HELP, "help.show_sureness"),
    Action("help-severity", _HELP, "help.show_severity"),
    Action("help-projects", _HELP, "help.show_projects"),
    Action("help-translations", _HELP, "help.show_translations"),
    Action("help-packages", _HELP, "help.show_packages"),
    Action("help-evidence", _HELP, "help.show_evidence"),
    Action("help-connections", _HELP, "help.show_connections"),
    Action("shortcuts", _HELP, "help.show_shortcuts", "Ctrl+F1", "ph.keyboard"),
    SEPARATOR._replace(menu=_HELP),
    Action("newer-version", _HELP, "newer_version.show"),
    Action("about", _HELP, "help.show_about"),
)
"""In the order of the menus. `palette` and the shortcut page leave separators out."""


READER_ACTIONS: tuple[Action, ...] = (
    Action("reader-mark", READER, "mark_quote", "Q", when=When.SELECTED),
    Action("reader-correct", READER, "correct_quote", "C", when=When.QUOTE),
    Action("reader-unmark", READER, "unmark_quote", "X", when=When.QUOTE, also="Shift+X"),
    Action("reader-move", READER, "move_quote", "M", when=When.PLACED, brief=True),
    Action("reader-part", READER, "part_quote", "S", when=When.PLACED, brief=True),
    Action("reader-note", READER, "note_article", "N"),
    Action("reader-describe", READER, "describe_article", "F2"),
    Action("reader-take-back", READER, "take_back", "B", when=When.ASIDE, brief=True),
    Action("reader-show", READER, "show_in_comparison", "Ctrl+Return", when=When.PLACED),
    Action("reader-take-back-all", READER, "take_back_all", "Shift+B", when=When.LEFT_OUT),
    Action("reader-speaker", READER, "name_speaker", "P", when=When.BESIDE_QUOTE),
    Action("reader-cue", READER, "give_cue", "V", when=When.BESIDE_QUOTE),
)
"""What can be done in a reader, in the order of its bar."""
SENTENCE_ACTIONS: tuple[Action, ...] = (
    Action("reader-version", READER, "beside.give_version_here", "T"),
    Action("reader-others", READER, "beside.weigh_here", "Shift+T"),
)
"""What can be done in a reader with a sentence of the translation: by the menu there, or where the cursor stands."""


def real_actions() -> tuple[Action, ...]:
    """Return the actions without the separators."""
    return tuple(action for action in ACTIONS if action.id)


def text_of(action: Action) -> str:
    """Return an action's text, its mnemonic included."""
    return action_text(action.id)


def plain_text(action: Action) -> str:
    """Return an action's text without its mnemonic."""
    return text_of(action).replace("&", "")


def brief_text(action: Action) -> str:
    """Return what the button of an action says."""
    return say(f"window.action.{action.id}.brief") if action.brief else plain_text(action)
