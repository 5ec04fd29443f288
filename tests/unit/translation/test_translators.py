"""The real translator and its twin keep the same contract."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from contracts.translator import TranslatorContract
from crossquote.translation.engine import Translator
from crossquote.translation.fake import FakeTranslator
from crossquote.translation.packaged import Caches, PackageTranslator
from crossquote.translation.packages import PackagePlace, Shelf, find_packages
from crossquote.translation.routes import LanguagePair
from random_package import make_package


class TestFakeTranslator(TranslatorContract):
    @pytest.fixture
    def make(self) -> Callable[..., Translator]:
        return FakeTranslator


class TestPackageTranslator(TranslatorContract):
    layout = "config"

    @pytest.fixture
    def make(self, tmp_path: Path) -> Callable[..., Translator]:
        def made(pairs: Sequence[LanguagePair], samples: Sequence[LanguagePair] = ()) -> Translator:
            for pair in (*pairs, *samples):
                folder = tmp_path / f"{pair[0]}_{pair[1]}"
                if not folder.exists():
                    seed = int(hashlib.sha256(folder.name.encode()).hexdigest()[:6], 16)
                    make_package(folder, pair, layout=self.layout, seed=seed, crossquote_sample=pair in samples)
            return PackageTranslator(find_packages([Shelf(tmp_path, PackagePlace.OURS)]), caches=Caches(), workers=2)

        return made


class TestPackageTranslatorPlain(TestPackageTranslator):
    layout = "plain"


class TestPackageTranslatorBpe(TestPackageTranslator):
    layout = "bpe"
