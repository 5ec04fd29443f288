"""Translations in the window: articles read beside theirs, the user's own versions, other programs' memories."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from crossquote.files import agreed_at
from crossquote.gui.bridge import Bridge
from crossquote.gui.dialogs.files import ask_place
from crossquote.gui.dialogs.opening import open_dialog
from crossquote.gui.dialogs.versions import VersionsDialog
from crossquote.gui.granting import Wishes, grants
from crossquote.gui.jobs import Job
from crossquote.gui.messages import language_name
from crossquote.gui.models.provenance import counted_doubts, full_line, tip
from crossquote.gui.windows.reader import ReaderWindow
from crossquote.gui.windows.shell import Shell
from crossquote.gui.wishes.translations import GiveSentence, GiveVersion, StopTranslating, TranslateArticle, Weigh
from crossquote.gui.words import say, say_joined
from crossquote.message import message
from crossquote.model.translation import Hypothesis, SentenceKey
from crossquote.progress import Work
from crossquote.wording.joining import Joint
from crossquote.work import packages, reading
from crossquote.work.edits import own_versions
from crossquote.work.edits.own_versions import MEMORY, Imported, Offered
from crossquote.work.samples import is_sample
from crossquote.work.session import Session
from crossquote.work.stages.translate import lacking_pairs


class Translations(QObject):
    """Runs what readers, cards and menus ask for around translations; says which quote the user has translated."""

    given = Signal(str)

    def __init__(self, shell: Shell, bridge: Bridge, wishes: Wishes) -> None:
        super().__init__(shell)
        self._shell, self._bridge, self._wishes = shell, bridge, wishes
        self._jobs: dict[str, Job[object]] = {}
        self._readers: list[ReaderWindow] = []
        self.dialog: VersionsDialog | None = None
        bridge.jobs.changed.connect(self.show_readers)

    def attach(self, reader: ReaderWindow) -> None:
        """Serve a reader."""
        self._readers = [known for known in self._readers if not known.gone]
        self._readers.append(reader)
        reader.read.connect(self.show_strip)

    @grants(TranslateArticle)
    def translate(self, wish: TranslateArticle) -> None:
        """Translate an article, where there is a way and it is not under way already."""
        if wish.article in self._jobs:
            return
        label = message("window.translations.translating")
        job = self._bridge.edit(lambda session: reading.translate_article(session, wish.article), label)
        self._jobs[wish.article] = job
        reader = self._reader(wish.article)
        if reader is not None:
            job.stepped.connect(reader.strip.show_step)
            reader.strip.show_step(job.step)
        forget = partial(self._forget, wish.article)
        for ending in (job.finished, job.failed, job.stopped):
            ending.connect(forget)

    def _forget(self, article_id: str, _: object = None) -> None:
        self._jobs.pop(article_id, None)

    @grants(StopTranslating)
    def _stop(self, wish: StopTranslating) -> None:
        reader, job = self._reader(wish.article), self._jobs.get(wish.article)
        if reader is not None and job is not None:
            job.stop()
            reader.strip.show_stopping()

    @Slot()
    def show_readers(self) -> None:
        """Say in every reader how its translation came about."""
        for reader in self._readers:
            if not reader.gone and reader.article_id in self._bridge.state.articles:
                self.show_strip(reader)

    @Slot(object)
    def show_strip(self, reader: ReaderWindow) -> None:
        """Say in a reader how its translation came about, or what it lacks."""
        now = reader.reading
        if now is None or reader.article_id in self._jobs:
            return
        made = tuple(sentence.made for sentence in now.sentences if sentence.made is not None)
        own = sum(one.own for one in made)
        lacking = self._lacking(reader.article_id)
        parts = [full_line(made)]
        if made and not now.finished:
            parts.append(say("window.translations.sentences-translated", done=now.translated, count=len(now.sentences)))
        if own and own < len(made):
            parts.append(say("window.translations.sentences-own", count=own))
        parts += counted_doubts(made)
        if not made:
            parts.append(say("window.translations.not-translated-yet"))
        if lacking and not now.finished:
            parts.append(lacking)
        line = say_joined(parts, Joint.DOT)
        unfinished = not now.finished
        reader.strip.show_line(
            line, tip=tip(made) if made else "", can_translate=unfinished and not lacking, lacks=bool(lacking)
        )

    def _lacking(self, article_id: str) -> str:
        """Return which package an article's translation lacks and how to get it; empty where it lacks none."""
        state, translator = self._bridge.state, self._bridge.session.translator
        article = state.articles[article_id]
        if translator is None or article.language is None:
            return ""
        if translator.route(article.language, state.reading_language, sample_story=is_sample(article)) is not None:
            return ""
        missing = packages.describe_missing(lacking_pairs(translator, article.language, state.reading_language))
        told = (
            say(
                "window.translations.lacking",
                source=language_name(lack.pair[0]),
                target=language_name(lack.pair[1]),
                file=lack.file_name,
                link=lack.link,
            )
            for lack in missing
        )
        return say_joined(told, Joint.NEXT)

    def _reader(self, article_id: str) -> ReaderWindow | None:
        return next((one for one in self._readers if one.article_id == article_id and not one.gone), None)

    @grants(GiveSentence)
    def _edit_sentence(self, wish: GiveSentence) -> None:
        offered = own_versions.sentences_around(self._bridge.state, wish.article, wish.sentence)
        self.edit(offered, self._reader(wish.article), weigh=wish.weigh)

    @grants(GiveVersion)
    def _edit_rendition(self, wish: GiveVersion) -> None:
        state = self._bridge.state
        utterance = state.utterances.get(wish.utterance)
        if utterance is not None and wish.rendition < len(utterance.renditions):
            rendition = utterance.renditions[wish.rendition]
            offered = own_versions.sentences_to_translate(state, rendition)
            self.edit(offered, quote=rendition.quotes[0], weigh=wish.weigh)

    def edit(
        self, offered: Sequence[Offered], parent: ReaderWindow | None = None, *, quote: str = "", weigh: bool = False
    ) -> None:
        """Open the dialog for some sentences of one article; `quote` is to be shown once they are translated."""
        if not offered:
            return
        dialog = VersionsDialog(offered, parent or self._shell, engine=self._is_way(offered[0]))
        dialog.wished.connect(self._wishes.grant)
        dialog.accepted.connect(partial(self._keep, dialog, quote))
        dialog.finished.connect(self._drop)
        self.dialog = dialog
        open_dialog(dialog)
        if weigh:
            dialog.ask_all()

    def _is_way(self, offered: Offered) -> bool:
        """Tell whether a package translates a sentence."""
        article, translator = self._bridge.state.articles.get(offered.article), self._bridge.session.translator
        if article is None or translator is None:
            return False
        key = offered.key
        return translator.route(key.source, key.target, sample_story=is_sample(article)) is not None

    @Slot()
    def _drop(self) -> None:
        self.dialog = None

    @grants(Weigh)
    def _weigh(self, wish: Weigh) -> None:
        label = message("window.translations.weighing")
        weighing = self._bridge.edit(
            lambda session: own_versions.weigh_sentence(session, wish.sentence, wish.article), label
        )
        weighing.then(partial(self._show_others, wish.sentence))

    def _show_others(self, key: SentenceKey, hypotheses: Sequence[Hypothesis]) -> None:
        if self.dialog is not None:
            self.dialog.show_others(key, hypotheses)

    def _keep(self, dialog: VersionsDialog, quote: str) -> None:
        if versions := dialog.versions:
            article = dialog.rows[0].offered.article
            label = message("window.provenance.yours")
            giving = self._bridge.decide(lambda session: own_versions.give_versions(session, versions, article), label)
            offered = [row.offered for row in dialog.rows]
            giving.failed.connect(lambda _: self._give_back(offered, quote, versions))
            if quote:
                giving.then(partial(self._say_given, quote))

    def _give_back(self, offered: Sequence[Offered], quote: str, versions: Mapping[SentenceKey, str]) -> None:
        """Give back what was written and could not be kept."""
        self.edit(offered, quote=quote)
        if self.dialog is not None:
            self.dialog.write(versions)

    def _say_given(self, quote: str, _: object) -> None:
        self.given.emit(quote)

    def ask_import(self) -> None:
        """Ask for translation memories and take them in."""
        names, _ = QFileDialog.getOpenFileNames(
            self._shell,
            say("window.translations.import-translation-memory"),
            "",
            say("window.translations.file-kinds", ending=MEMORY),
        )
        self.take_in([Path(name) for name in names])

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take the translations of memories as the user's own."""
        for path in paths:
            label = message("window.translations.importing")
            self._bridge.edit(partial(_import, path), label).then(self._say_imported)

    def _say_imported(self, imported: Imported) -> None:
        name, held, used = imported.path.name, imported.held, imported.used
        self._say(say("window.translations.imported", file=name, count=held, used=used))

    def ask_export(self) -> None:
        """Ask for a place and write what is open there as TMX."""
        path = ask_place(
            self._shell,
            say("window.translations.save-translation-memory"),
            f"{say('window.files.name.translations')}{MEMORY}",
            say("window.translations.file-kind", ending=MEMORY),
            MEMORY,
        )
        if path:
            work = own_versions.save_memory(self._bridge.state, path, agreed_at(path))
            self._bridge.run(message("window.translations.writing"), work).then(self._say_saved)

    def _say_saved(self, count: int) -> None:
        self._say(say("window.translations.saved", count=count))

    def _say(self, text: str) -> None:
        self._shell.counts.show_text(text)


def _import(path: Path, session: Session) -> Work[Imported]:
    return own_versions.import_memory(session, path)
