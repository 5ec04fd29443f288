"""What words are known by is read from what others keep, and words that translators exchange are one."""

import gzip
import zlib
from pathlib import Path

from meanings.build import pack
from meanings.dictionaries import read_dictionary, read_sentences
from meanings.hubs import find_hubs
from meanings.wordnets import read_english, read_words

from crossquote.text.sorted_lines import line_of

TABLE = """# Wiktionary	rus	http://wiktionary.org/	CC BY-SA
00000010-n	rus:lemma	вода́
00000010-n	rus:def	0	жидкость
00000020-v	rus:lemma	кричать
00000030-s	rus:lemma	живая вода
"""
DSL = """#NAME "English-Russian"

shout
	[b][c darkblue]~[/c][/b] [p]<v>[/p] [i](to utter)[/i]
	[m1]кричать [p]<impf>[/p] [c gray]/kričátʹ/[/c], крикнуть [p]<pf>[/p] \\[once\\]; по́лный крик[/m]

water bear
	[m1]тихоходка[/m]

yell
	[m1]кричать[/m]
"""
VERBS = """  1 This text is a licence.
00000020 32 v 02 shout 0 yell 1 000 | cry out
00000040 32 v 01 give_up 0 000 | cease
"""
COUNTS = "shout%2:32:00:: 1 12\nyell%2:32:01:: 1 3\n"


def key(word: str) -> str:
    return word.casefold()


def test_tables_of_wordnets_give_words_without_signs_of_stress(tmp_path: Path) -> None:
    (tmp_path / "ru.tab").write_text(TABLE, encoding="utf-8")
    assert read_words([tmp_path / "ru.tab"], key) == {"вода": {"00000010-n": 1}, "кричать": {"00000020-v": 1}}


def test_english_words_are_counted_in_their_meanings(tmp_path: Path) -> None:
    for name in ("noun", "adj", "adv"):
        (tmp_path / f"data.{name}").write_text("", encoding="utf-8")
    (tmp_path / "data.verb").write_text(VERBS, encoding="utf-8")
    (tmp_path / "cntlist.rev").write_text(COUNTS, encoding="utf-8")
    assert read_english(tmp_path, key) == {"shout": {"00000020-v": 12}, "yell": {"00000020-v": 3}}


def test_dictionaries_tell_what_a_word_is_put_for(tmp_path: Path) -> None:
    path = tmp_path / "en-ru.dsl.dz"
    path.write_bytes(gzip.compress(DSL.encode("utf-16-le")))
    assert read_dictionary(path, key, key) == {"кричать": {"shout": 1, "yell": 1}, "крикнуть": {"shout": 1}}


def test_words_that_meet_in_sentences_are_put_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "uk-en.tsv"
    rows = ["вода тепла\twater warm", "вода холодна\twater cold", "вода і хліб\twater and bread", "хліб\tbread"]
    path.write_text("src\ten\n" + "".join(f"{row}\torigin\n" for row in rows), encoding="utf-8")
    assert read_sentences(path, str.split, str.split) == {"вода": {"water": 3}}


def test_words_that_translators_exchange_are_known_by_the_commonest_of_them() -> None:
    english = {"shout": {"cry": 12}, "yell": {"cry": 3}, "water": {"wet": 40}, "rare": {"odd": 0}}
    languages = {f"l{n}": {f"cry{n}": {"cry": 1}, f"wet{n}": {"wet": 1}} for n in range(8)}
    languages["l0"] = {**languages["l0"], "odd0": {"odd": 1}}
    found = find_hubs(languages, {"l1": {"yelled": {"yell": 3}}}, english)
    assert {found[code][f"cry{code[1:]}"] for code in languages} == {"shout"}
    assert found["l1"]["yelled"] == "shout"
    assert found["en"]["yell"] == "shout"
    assert found["l3"]["wet3"] == "water"
    assert "odd0" not in found["l0"], "what few languages have a word for brings nothing together"


def test_a_file_has_its_lines_in_order() -> None:
    table = zlib.decompress(pack({"я": "i", "b": "two", "a": "one", "": "nothing"}))
    assert [line_of(table, word) for word in ("a", "b", "я")] == [("one",), ("two",), ("i",)]
    assert table.count(b"\n") == 3
