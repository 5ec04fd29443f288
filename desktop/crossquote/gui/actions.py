"""The one table of actions: what a user can do, and what menus, bar, palette and shortcut page show of it."""

from enum import Enum
from typing import NamedTuple


class When(Enum):
    """When an action makes sense."""

    ALWAYS = "always"
    OPEN = "open"
    CHOSEN = "chosen"
    FINDING = "a finding is chosen"
    RULED = "a finding is chosen that was decided on"
    RENDITION = "a rendition is chosen"
    BESIDE = "a rendition is chosen, beside others"
    COMPARED = "a rendition is chosen that is compared with the base"
    JUDGED = "a rendition is chosen that has a verdict"
    TRANSLATED = "a rendition is chosen that is shown in translation"
    NO_BASE = "a rendition is chosen that is not the base"
    PINNED = "the user chose the base"
    BUSY = "busy"
    UNDO = "undo"
    REDO = "redo"


class Action(NamedTuple):
    """One action. `runs` names what it calls, from the desk on ("bridge.undo"); `menu` is where it stands.

    An empty `icon` shows none. `check` makes it one that is on or off; those of one `group` exclude each other.
    """

    id: str
    text: str
    menu: str
    runs: str
    shortcut: str = ""
    icon: str = ""
    when: When = When.ALWAYS
    check: bool = False
    group: str = ""
    tip: str = ""


SEPARATOR = Action("", "", "", "")
MENUS = ("&File", "&Edit", "&View", "&Review", "&Quotes", "&Languages", "&Help")
_FILE, _EDIT, _VIEW, _REVIEW, _QUOTES, _LANGUAGES, _HELP = MENUS

ACTIONS: tuple[Action, ...] = (
    Action("add", "&Add articles…", _FILE, "intake.ask", "Ctrl+O", "ph.plus", tip="Add articles from files"),
    Action("paste", "&Paste text as article", _FILE, "intake.paste", "Ctrl+V", "ph.clipboard-text"),
    Action("write", "&New article from text…", _FILE, "intake.write", "Ctrl+N", "ph.note-pencil"),
    Action("sample", "Open the sample stor&y", _FILE, "intake.open_sample", icon="ph.book-open"),
    SEPARATOR._replace(menu=_FILE),
    Action("open", "&Open project…", _FILE, "projects.open", "Ctrl+Shift+O", "ph.folder-open"),
    Action("save", "&Save project", _FILE, "projects.save", "Ctrl+S", "ph.floppy-disk", When.OPEN),
    Action("save-as", "Sa&ve project as…", _FILE, "projects.save_as", "Ctrl+Shift+S", "", When.OPEN),
    Action("compact", "&Compact project…", _FILE, "projects.compact", "", "", When.OPEN),
    SEPARATOR._replace(menu=_FILE),
    Action("report", "Repor&t…", _FILE, "save_report", "Ctrl+E", "ph.file-text", When.OPEN, tip="Save a report"),
    SEPARATOR._replace(menu=_FILE),
    Action("quit", "&Quit", _FILE, "leaving.ask", "Ctrl+Q"),
    Action("undo", "&Undo", _EDIT, "bridge.undo", "Ctrl+Z", "ph.arrow-u-up-left", When.UNDO),
    Action("redo", "R&edo", _EDIT, "bridge.redo", "Ctrl+Shift+Z", "ph.arrow-u-up-right", When.REDO),
    SEPARATOR._replace(menu=_EDIT),
    Action("steps", "&History…", _EDIT, "review.show_steps", "Ctrl+H", "ph.clock-counter-clockwise", When.OPEN),
    SEPARATOR._replace(menu=_EDIT),
    Action("find", "&Find", _EDIT, "find.start", "Ctrl+F", "ph.magnifying-glass", When.OPEN),
    Action("palette", "Find an &action…", _EDIT, "open_palette", "Ctrl+K", "ph.command"),
    SEPARATOR._replace(menu=_EDIT),
    Action("read", "&Read article", _EDIT, "read_article", "Ctrl+Return", "ph.article", When.OPEN),
    Action(
        "remove",
        "Re&move selected articles",
        _EDIT,
        "articles.remove_selected",
        "Ctrl+Backspace",
        "ph.trash",
        When.OPEN,
    ),
    Action(
        "columns",
        "&Columns",
        _VIEW,
        "comparison.show_columns",
        "Ctrl+1",
        "ph.columns",
        When.CHOSEN,
        check=True,
        group="as",
    ),
    Action("rows", "&Rows", _VIEW, "comparison.show_rows", "Ctrl+2", "ph.rows", When.CHOSEN, check=True, group="as"),
    Action(
        "table", "&Table", _VIEW, "comparison.show_table", "Ctrl+3", "ph.table", When.CHOSEN, check=True, group="as"
    ),
    SEPARATOR._replace(menu=_VIEW),
    Action(
        "words", "Mark &words", _VIEW, "comparison.mark_words", "Ctrl+Shift+W", "", When.CHOSEN, check=True, group="by"
    ),
    Action(
        "letters",
        "Mark lett&ers",
        _VIEW,
        "comparison.mark_letters",
        "Ctrl+Shift+L",
        "",
        When.CHOSEN,
        check=True,
        group="by",
    ),
    Action("only", "Only &differences", _VIEW, "comparison.head.only.toggle", "Ctrl+D", "", When.CHOSEN, check=True),
    SEPARATOR._replace(menu=_VIEW),
    Action(
        "findings",
        "&Findings panel",
        _VIEW,
        "workspace.toggle_findings",
        "F8",
        "ph.list-bullets",
        When.OPEN,
        check=True,
    ),
    SEPARATOR._replace(menu=_VIEW),
    Action("larger", "Lar&ger text", _VIEW, "choices.larger", "Ctrl++", "ph.magnifying-glass-plus", When.OPEN),
    Action("smaller", "S&maller text", _VIEW, "choices.smaller", "Ctrl+-", "ph.magnifying-glass-minus", When.OPEN),
    Action("usual-size", "&Usual size", _VIEW, "choices.usual_size", "Ctrl+0", "", When.OPEN),
    SEPARATOR._replace(menu=_VIEW),
    Action("theme-system", "Colours as the &system", _VIEW, "choices.theme_system", check=True, group="theme"),
    Action("theme-light", "&Light", _VIEW, "choices.theme_light", icon="ph.sun", check=True, group="theme"),
    Action("theme-dark", "Dar&k", _VIEW, "choices.theme_dark", icon="ph.moon", check=True, group="theme"),
    Action("theme-contrast", "&High contrast", _VIEW, "choices.theme_contrast", check=True, group="theme"),
    Action("next", "&Next finding", _REVIEW, "workspace.next_finding", "J", "ph.arrow-down", When.OPEN),
    Action("previous", "&Previous finding", _REVIEW, "workspace.previous_finding", "K", "ph.arrow-up", When.OPEN),
    Action("next-utterance", "Next &utterance", _REVIEW, "utterances.next", "Ctrl+Down", "", When.OPEN),
    Action("previous-utterance", "Previous u&tterance", _REVIEW, "utterances.previous", "Ctrl+Up", "", When.OPEN),
    SEPARATOR._replace(menu=_REVIEW),
    Action("accept", "&Accept finding", _REVIEW, "comparison.accept_finding", "A", "ph.check", When.FINDING),
    Action("dismiss", "&Dismiss finding", _REVIEW, "comparison.dismiss_finding", "D", "ph.x", When.FINDING),
    Action("dismiss-reason", "Dismiss with a &reason…", _REVIEW, "review.dismiss_with_reason", "R", "", When.FINDING),
    Action(
        "dismiss-alike",
        "Dismiss all of its &kind in this utterance",
        _REVIEW,
        "comparison.dismiss_alike",
        "Shift+D",
        "",
        When.FINDING,
    ),
    Action("reopen", "&Open the finding again", _REVIEW, "review.reopen", "O", "", When.RULED),
    Action("rule", "Make a ru&le…", _REVIEW, "rules.make", "Shift+R", "ph.funnel", When.FINDING),
    Action("rules", "Rules…", _REVIEW, "rules.show", "Ctrl+R", "", When.OPEN),
    Action("import-rules", "&Import rules…", _REVIEW, "rules.take_in", "", "", When.OPEN),
    Action("switch-checks", "Which ch&ecks are on…", _REVIEW, "switches.show", "Ctrl+Shift+K", "ph.toggle-right"),
    Action("note-finding", "Note on the findin&g…", _REVIEW, "review.note_finding", "F", "ph.note", When.FINDING),
    Action("why", "&Why this finding?", _REVIEW, "comparison.explain_finding", "W", "ph.question", When.FINDING),
    SEPARATOR._replace(menu=_REVIEW),
    Action(
        "next-rendition", "Next rendition", _REVIEW, "comparison.next_rendition", "L", "ph.arrow-right", When.CHOSEN
    ),
    Action(
        "previous-rendition",
        "Previous rendition",
        _REVIEW,
        "comparison.previous_rendition",
        "H",
        "ph.arrow-left",
        When.CHOSEN,
    ),
    Action("faithful", "Mark as &faithful", _REVIEW, "comparison.judge_faithful", "1", "", When.COMPARED),
    Action("paraphrase", "Mark as parap&hrase", _REVIEW, "comparison.judge_paraphrase", "2", "", When.COMPARED),
    Action("distorted", "&Mark as distorted", _REVIEW, "comparison.judge_distorted", "3", "", When.COMPARED),
    Action("elsewhere", "Mark as not this utterance", _REVIEW, "comparison.judge_elsewhere", "4", "", When.COMPARED),
    Action("no-verdict", "Take &verdict back", _REVIEW, "comparison.judge_nothing", "0", "", When.JUDGED),
    SEPARATOR._replace(menu=_REVIEW),
    Action("again", "&Compare again", _REVIEW, "bridge.refresh", "F5", "ph.arrows-clockwise", When.OPEN),
    Action("stop", "&Stop", _REVIEW, "bridge.jobs.stop_all", "Ctrl+.", "ph.stop", When.BUSY),
    Action("base", "Make &base", _QUOTES, "comparison.make_current_base", "B", "ph.push-pin", When.NO_BASE),
    Action("unpin", "Back to the a&utomatic base", _QUOTES, "comparison.unpin", "", "", When.PINNED),
    Action("reference", "What was really sai&d…", _QUOTES, "review.give_reference", "Shift+B", "", When.CHOSEN),
    Action(
        "move", "&Move to another utterance…", _QUOTES, "placing.move", "M", "ph.arrow-bend-up-right", When.RENDITION
    ),
    Action("split", "Take out of this utterance", _QUOTES, "placing.split", "S", "ph.scissors", When.BESIDE),
    Action("merge", "Mer&ge with another utterance…", _QUOTES, "placing.merge", "Shift+M", "ph.git-merge", When.CHOSEN),
    Action("correct", "&Correct quote…", _QUOTES, "placing.correct", "C", "ph.pencil-simple", When.RENDITION),
    Action("unmark", "This is no quote", _QUOTES, "placing.unmark", "Shift+X", "", When.RENDITION),
    Action("speakers", "S&peakers…", _QUOTES, "people.show", "Shift+P", "", When.OPEN),
    SEPARATOR._replace(menu=_QUOTES),
    Action("note", "&Note…", _QUOTES, "review.write_note", "N", "ph.note", When.CHOSEN),
    Action("note-utterance", "Note on the utterance…", _QUOTES, "review.note_utterance", "Shift+N", "", When.CHOSEN),
    Action("trail", "History of this rendition…", _QUOTES, "review.show_trail", "Shift+H", "", When.RENDITION),
    Action("languages", "&Languages…", _LANGUAGES, "languages.show", "Ctrl+L", "ph.translate"),
    SEPARATOR._replace(menu=_LANGUAGES),
    Action(
        "version", "&Your translation…", _LANGUAGES, "comparison.give_version", "T", "ph.pencil-simple", When.TRANSLATED
    ),
    Action("others", "&Other translations…", _LANGUAGES, "comparison.weigh_current", "Shift+T", "", When.TRANSLATED),
    SEPARATOR._replace(menu=_LANGUAGES),
    Action("import-memory", "&Import translation memory…", _LANGUAGES, "translations.ask_import"),
    Action("save-memory", "&Save translation memory…", _LANGUAGES, "translations.ask_export", "", "", When.OPEN),
    Action("checks", "&Checks", _HELP, "help.show_checks", "Shift+F1", "ph.checks"),
    Action("help-reviewing", "&Reviewing", _HELP, "help.show_reviewing"),
    Action("help-projects", "Pro&jects", _HELP, "help.show_projects"),
    Action("help-translations", "&Translations", _HELP, "help.show_translations"),
    Action("help-packages", "Language &packages", _HELP, "help.show_packages"),
    Action("help-evidence", "&Evidence in translations", _HELP, "help.show_evidence"),
    Action("help-connections", "&Going online", _HELP, "help.show_connections"),
    Action("shortcuts", "&Keyboard shortcuts", _HELP, "show_shortcuts", "F1", "ph.keyboard"),
    SEPARATOR._replace(menu=_HELP),
    Action("newer-version", "Look for a &newer version…", _HELP, "newer_version.show"),
    Action("about", "&About Crossquote", _HELP, "show_about"),
)
"""In the order of the menus. `palette` and the shortcut page leave separators out."""


def real_actions() -> tuple[Action, ...]:
    """Return the actions without the separators."""
    return tuple(action for action in ACTIONS if action.id)


def plain_text(action: Action) -> str:
    """Return an action's text without its mnemonic."""
    return action.text.replace("&", "")
