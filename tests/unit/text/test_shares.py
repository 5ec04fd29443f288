"""Shares in words: two thirds and three quarters as each language writes them."""

import pytest

from crossquote.language.language import language_of
from crossquote.text.numbers import NumberKind, find_numbers
from crossquote.text.words import split_words

TWO_THIRDS = {
    "ar": "ثلثي السكان",
    "az": "əhalinin üçdə ikisi",
    "be": "дзве траціны жыхароў",
    "bg": "две трети от жителите",
    "bn": "দুই-তৃতীয়াংশ মানুষ",
    "bs": "dvije trećine stanovnika",
    "ca": "dos terços dels veïns",
    "cs": "dvě třetiny obyvatel",
    "da": "to tredjedele af vælgerne",
    "de": "zwei Drittel der Wähler",
    "el": "τα δύο τρίτα των κατοίκων",
    "en": "two thirds of the voters",
    "eo": "du trionoj de la loĝantoj",
    "es": "dos tercios de los vecinos",
    "et": "kaks kolmandikku valijatest",
    "eu": "biztanleen bi heren",
    "fa": "دو سوم مردم",
    "fi": "kaksi kolmasosaa äänestäjistä",
    "fr": "deux tiers des habitants",
    "ga": "dhá thrian de na daoine",
    "gl": "dous terzos dos veciños",
    "he": "שני שלישים מהתושבים",
    "hi": "दो तिहाई लोग",
    "hr": "dvije trećine birača",
    "hu": "a lakosok két harmada",
    "hy": "բնակիչների երկու երրորդը",
    "id": "dua pertiga warga",
    "is": "tveir þriðju kjósenda",
    "it": "due terzi degli abitanti",
    "ja": "住民の三分の二",
    "ka": "მოსახლეობის ორი მესამედი",
    "kk": "тұрғындардың үштен екісі",
    "ko": "주민 3분의 2",
    "ky": "тургундардын үчтөн экиси",
    "lt": "du trečdaliai gyventojų",
    "lv": "divas trešdaļas iedzīvotāju",
    "mk": "две третини од жителите",
    "ms": "dua pertiga penduduk",
    "nb": "to tredeler av velgerne",
    "nl": "twee derde van de kiezers",
    "pl": "dwie trzecie wyborców",
    "pb": "dois terços dos moradores",
    "pt": "dois terços dos moradores",
    "ro": "două treimi dintre locuitori",
    "ru": "две трети жителей",
    "sk": "dve tretiny obyvateľov",
    "sl": "dve tretjini prebivalcev",
    "sq": "dy të tretat e banorëve",
    "sr": "две трећине становника",
    "sv": "två tredjedelar av väljarna",
    "th": "สองในสามของประชาชน",
    "tl": "dalawang-katlo ng mga botante",
    "tr": "halkın üçte ikisi",
    "uk": "дві третини мешканців",
    "ur": "دو تہائی لوگ",
    "vi": "hai phần ba cư dân",
    "zh": "三分之二的居民",
    "zt": "三分之二的居民",
}
THREE_QUARTERS = {
    "ar": "ثلاثة أرباع السكان",
    "az": "əhalinin dörddə üçü",
    "be": "тры чвэрці жыхароў",
    "bg": "три четвърти от жителите",
    "bn": "তিন-চতুর্থাংশ মানুষ",
    "bs": "tri četvrtine stanovnika",
    "ca": "tres quarts dels veïns",
    "cs": "tři čtvrtiny obyvatel",
    "da": "tre fjerdedele af vælgerne",
    "de": "drei Viertel der Wähler",
    "el": "τα τρία τέταρτα των κατοίκων",
    "en": "three-quarters of the voters",
    "eo": "tri kvaronoj de la loĝantoj",
    "es": "tres cuartas partes de los vecinos",
    "et": "kolm neljandikku valijatest",
    "eu": "biztanleen hiru laurden",
    "fa": "سه چهارم مردم",
    "fi": "kolme neljäsosaa äänestäjistä",
    "fr": "les trois quarts des habitants",
    "ga": "trí cheathrú de na daoine",
    "gl": "tres cuartas partes dos veciños",
    "he": "שלושה רבעים מהתושבים",
    "hi": "तीन चौथाई लोग",
    "hr": "tri četvrtine birača",
    "hu": "a lakosok háromnegyede",
    "hy": "բնակիչների երեք քառորդը",
    "id": "tiga perempat warga",
    "is": "þrír fjórðu kjósenda",
    "it": "tre quarti degli abitanti",
    "ja": "住民の四分の三",
    "ka": "მოსახლეობის სამი მეოთხედი",
    "kk": "тұрғындардың төрттен үші",
    "ko": "주민 4분의 3",
    "ky": "тургундардын төрттөн үчү",
    "lt": "trys ketvirtadaliai gyventojų",
    "lv": "trīs ceturtdaļas iedzīvotāju",
    "mk": "три четвртини од жителите",
    "ms": "tiga suku penduduk",
    "nb": "tre firedeler av velgerne",
    "nl": "drie kwart van de kiezers",
    "pb": "três quartos dos moradores",
    "pl": "trzy czwarte wyborców",
    "pt": "três quartos dos moradores",
    "ro": "trei sferturi dintre locuitori",
    "ru": "три четверти жителей",
    "sk": "tri štvrtiny obyvateľov",
    "sl": "tri četrtine prebivalcev",
    "sq": "tri të katërtat e banorëve",
    "sr": "три четвртине становника",
    "sv": "tre fjärdedelar av väljarna",
    "th": "สามในสี่ของประชาชน",
    "tl": "tatlong-kapat ng mga botante",
    "tr": "halkın dörtte üçü",
    "uk": "три чверті мешканців",
    "ur": "تین چوتھائی لوگ",
    "vi": "ba phần tư cư dân",
    "zh": "四分之三的居民",
    "zt": "四分之三的居民",
}


def share(text: str, code: str) -> float:
    """Return the one number of a text, which has to be a share."""
    language = language_of(code)
    found = find_numbers(text, split_words(text, language), language)
    assert [number.kind for number in found] == [NumberKind.SHARE]
    return found[0].value


@pytest.mark.parametrize("code", TWO_THIRDS)
def test_two_thirds(code: str) -> None:
    assert share(TWO_THIRDS[code], code) == pytest.approx(2 / 3, abs=1e-3)


@pytest.mark.parametrize("code", THREE_QUARTERS)
def test_three_quarters(code: str) -> None:
    assert share(THREE_QUARTERS[code], code) == pytest.approx(3 / 4, abs=1e-3)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pl", "trzecia próba"),
        ("ru", "пятая палата"),
        ("fa", "روز سوم"),
        ("sq", "hera e treta"),
        ("nl", "een derde poging"),
        ("it", "un terzo tentativo"),
        ("is", "þriðja tilraun"),
        ("tr", "üçte geldi"),
        ("tr", "üçte biraz durdu"),
        ("ga", "an ceathrú lá"),
        ("he", "קומה חמישית"),
    ],
)
def test_an_ordinal_is_no_share(code: str, text: str) -> None:
    language = language_of(code)
    found = find_numbers(text, split_words(text, language), language)
    assert NumberKind.SHARE not in [number.kind for number in found]
