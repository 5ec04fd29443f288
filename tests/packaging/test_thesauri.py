"""Thesauri are read from what others keep, and written so that the program finds every word."""

import zlib
from pathlib import Path

from thesauri.mythes import read_mythes
from thesauri.sets import Sets, pack
from thesauri.wordnet import read_wordnet

from crossquote.text.thesaurus import Thesaurus

LABELS = {"broader": ["oberbegriff"], "narrower": ["unterbegriff"], "opposite": ["antonym"]}
MYTHES = """UTF-8
kahn|2
-|nachen|boot (Oberbegriff)|das kleine Boot
(Subst)|zille|(alter) kahn
laut|1
-|lärmend|leise (Antonym)
"""
NOUNS = """  1 This text is a licence.
00000010 03 n 01 thing 0 000 | anything
00000020 05 n 01 beast 0 001 @ 00000010 n 0000 | one that lives
00000030 05 n 02 crow 0 corbie 0 001 @ 00000020 n 0000 | a bird
00000040 05 n 01 pike 0 002 @ 00000020 n 0000 ! 00000030 n 0101 | a fish
00000050 18 n 01 Ann_Roe 0 001 @i 00000010 n 0000 | somebody
"""
NOUN_INDEX = """  1 This text is a licence.
beast n 1 1 @ 1 0 00000020
corbie n 1 1 @ 1 0 00000030
crow n 1 1 @ 1 0 00000030
pike n 1 1 @ 1 0 00000040
thing n 1 0 1 0 00000010
"""


def opened(sets: Sets) -> Thesaurus:
    lines = zlib.decompress(pack(sets))
    return Thesaurus(lines, lines.index(b"\n\n") + 1)


def test_a_mythes_file_gives_synonyms_broader_words_and_opposites(tmp_path: Path) -> None:
    path = tmp_path / "th.dat"
    path.write_text(MYTHES, encoding="utf-8")
    thesaurus = opened(read_mythes(path, LABELS, str.casefold))
    boat, kahn, nachen, zille = (thesaurus.senses(word).all for word in ("boot", "kahn", "nachen", "zille"))
    assert kahn & nachen
    assert kahn & zille
    assert not nachen & zille
    assert boat <= thesaurus.concept(*(nachen & kahn)).broader
    assert thesaurus.senses("leise").all <= thesaurus.concept(*thesaurus.senses("laut").all).opposite
    assert not thesaurus.senses("das").all


def test_wordnet_gives_kinds_of_what_is_apart_and_no_names(tmp_path: Path) -> None:
    for name in ("noun", "verb", "adj", "adv"):
        (tmp_path / f"data.{name}").write_text(NOUNS if name == "noun" else "", encoding="utf-8")
        (tmp_path / f"index.{name}").write_text(NOUN_INDEX if name == "noun" else "", encoding="utf-8")
    thesaurus = opened(read_wordnet(tmp_path, str.casefold))
    crow, pike = (thesaurus.concept(*thesaurus.senses(word).main) for word in ("crow", "pike"))
    assert thesaurus.senses("crow") == thesaurus.senses("corbie")
    assert crow.kind == pike.kind == thesaurus.senses("beast").all
    assert pike.opposite == thesaurus.senses("crow").all
    assert not thesaurus.concept(*thesaurus.senses("beast").all).opposite
