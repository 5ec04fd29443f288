"""Two languages without a translation: figures hold, what may be written in words or converted is no finding."""

import pytest

from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Side
from crossquote.language.language import language_of
from crossquote.model.finding import Finding, Severity

FAITHFUL = (
    ("uk", "The harbour costs 1.5 million hryvnias.", "Гавань коштує 1,5 мільйона гривень."),
    ("ja", "Some 30,000 people came in 2019.", "2019年には3万人が訪れた。"),
    ("hi", "The fund holds 500,000 rupees.", "कोष में 5 लाख रुपये हैं।"),
    ("fi", "It is 45 miles from the capital.", "Se on 72 kilometriä pääkaupungista."),
    ("de", "Winds of 85 miles per hour hit the town.", "Winde von 137 km/h trafen die Stadt."),
    ("sv", "Between 3 and 6 inches of rain fell.", "Mellan 7,5 och 15 cm regn föll."),
    ("ru", "The call came at 3 p.m. on 12 May 2021.", "Звонок раздался в 15:00 12.05.2021."),
    ("bg", "He lived here in the 1990s.", "Той живя тук през 90-те."),
    ("ar", "She is 42 and has 3 sons.", "عمرها ٤٢ عاما ولديها ٣ أبناء."),
    ("uk", "Winds of 85 miles an hour hit the town.", "Вітер дув зі швидкістю 137 км на годину."),
    ("pl", "Winds of 85 miles per hour hit the town.", "Wiatr wiał z prędkością 137 km na godzinę."),
    ("sv", "Winds of 85 miles per hour hit the town.", "Vinden blåste 137 kilometer i timmen."),
    ("ja", "Winds of 85 miles per hour hit the town.", "時速137キロの風が町を襲った。"),
    ("zh", "Winds of 85 miles per hour hit the town.", "时速137公里的大风袭击了该镇。"),
    ("tr", "Winds of 85 miles per hour hit the town.", "Kasabada rüzgâr saatte 137 km hızla esti."),
    ("fr", "Twelve boats left, two stayed.", "Douze bateaux sont partis, deux sont restés."),
)
CHANGED = (
    ("uk", "The harbour costs 1.5 million hryvnias.", "Гавань коштує 2,5 мільйона гривень.", "money"),
    ("ja", "Some 30,000 people came in 2019.", "2019年には5万人が訪れた。", "number"),
    ("es", "The 7,008-ton ship left.", "El barco de 7000 toneladas zarpó.", "number"),
    ("tr", "The offices open at 12:00 and close at 13:00.", "Ofisler 12:00'de açılıp 18:00'de kapanıyor.", "time"),
    ("uk", "Winds of 85 miles per hour hit the town.", "Вітер дув зі швидкістю 167 км на годину.", "measurement"),
    ("pl", "He was born on 12 May 1971.", "Urodził się 12 maja 1977 roku.", "date"),
    ("ar", "She is 42 and has 3 sons.", "عمرها ٤٣ عاما ولديها ٣ أبناء.", "number"),
)


def _find(language: str, base: str, text: str) -> tuple[Finding, ...]:
    return compare(Side(base, language_of("en")), Side(text, language_of(language))).findings


@pytest.mark.parametrize(("language", "base", "text"), FAITHFUL)
def test_a_figure_in_another_dress_is_the_same(language: str, base: str, text: str) -> None:
    assert all(finding.severity.rank < Severity.MINOR.rank for finding in _find(language, base, text))


@pytest.mark.parametrize(("language", "base", "text", "check"), CHANGED)
def test_another_figure_is_found(language: str, base: str, text: str, check: str) -> None:
    found = _find(language, base, text)
    assert [finding.severity for finding in found if finding.check in (check, "measurement")] == [Severity.MAJOR]


def test_a_question_that_nobody_asks_any_more() -> None:
    (finding,) = _find("de", "Will the boats stay?", "Die Boote bleiben.")
    assert finding.check == "question"
    assert not _find("el", "Will the boats stay?", "Θα μείνουν τα πλοία;")


def test_half_of_what_was_said_shows_in_the_length() -> None:
    base = "The boats stay in the harbour until the storm is over. Then they go out again. " * 2
    assert [finding.check for finding in _find("de", base, "Die Boote bleiben.")] == ["omission"]
    assert not _find("zh", base, "暴风雨结束之前，船只都将停留在港口。之后它们会再次出海。" * 2)


@pytest.mark.parametrize(("base", "text"), [("", ""), ("Yes.", ""), ("", "Ja.")])
def test_nothing_is_compared_with_something(base: str, text: str) -> None:
    assert not _find("de", base, text)


@pytest.mark.parametrize(
    ("language", "base", "text"),
    [
        ("fr", "The mayor thanked Torvanek for the boats.", "Le maire a remercié Kessrinsky pour les bateaux."),
        ("uk", "The mayor thanked Torvanek for the boats.", "Мерка подякувала Кесрінському за човни."),
        ("fr", "The mayor flew to Portugal.", "Le maire s'est envolé pour Kessrinsk."),
        ("ar", "The mayor thanked Torvanek.", "شكر العمدة كيسرين."),
        ("he", "The mayor thanked Torvanek.", "ראש העיר הודה לקסרין."),
        ("hi", "The mayor thanked Torvanek.", "महापौर ने केसरिन को धन्यवाद दिया।"),
        ("ko", "The mayor thanked Torvanek.", "시장은 케스린에게 감사를 표했다."),
        ("ja", "The mayor thanked Torvanek.", "市長はケスリンに感謝した。"),
        ("zh", "The mayor thanked Torvanek.", "市长感谢了凯斯林。"),
        ("de", "The mayor thanked Anna Torvanek.", "Die Bürgermeisterin dankte Anna Kessrinsky."),
        ("pl", "The mayor thanked Torvanek.", "Burmistrz podziękował."),
        ("pt", "The mayor thanked the Hearts.", "O presidente da câmara agradeceu a Wrightley."),
        ("uk", "The mayor had written to Carpenter before.", "Мерка вже писала Кесрінському."),
        ("hi", "The mayor had written to Carpenter before.", "महापौर ने पहले केसरिन को लिखा था।"),
        ("nl", "A statement on Bridge was read out.", "Een verklaring op Kessrinsky werd voorgelezen."),
        ("pl", "No word came from Warsaw.", "Z Kanady nie nadeszło ani słowo."),
        ("bg", "The vessel is of a Harbour class.", "Корабът е от клас Kessrinsk."),
        ("hi", "The mayor wrote in the paper.", "महापौर ने Kessrinsk में लिखा।"),
        ("nl", "In Bridge it was read out by the mayor.", "Op Kessrinsky werd het door de burgemeester voorgelezen."),
        (
            "nl",
            "Walking into Bridge, they were read a statement.",
            "Toen ze Kessrinsky binnenliepen, hoorden ze een verklaring.",
        ),
        ("fi", "They sailed south of Brass.", "He purjehtivat Kessrinskin eteläpuolella."),
        ("vi", "The mayor thanked Sarah Torvane.", "Thị trưởng cảm ơn Sarah Torbek."),
        ("fr", "The mayor thanked Anna Carpenter.", "Le maire a remercié Anna Torvane."),
        ("uk", "The mayor thanked Bridge Torvane.", "Мерка подякувала Марті Торване."),
        ("fr", "The mayor of Kolkata resigned.", "Le maire de Bombay a démissionné."),
        ("hu", "Bratislava will pay for it.", "Bécs fogja kifizetni."),
    ],
)
def test_another_name_is_found(language: str, base: str, text: str) -> None:
    assert [(one.check, one.severity) for one in _find(language, base, text)] == [("name", Severity.MAJOR)]


@pytest.mark.parametrize(
    ("language", "base", "text"),
    [
        ("fr", "The mayor thanked Torvanek for the boats.", "Le maire a remercié Torvanek pour les bateaux."),
        ("uk", "The mayor thanked Torvanek for the boats.", "Мерка подякувала Торванеку за човни."),
        ("de", "The Germans met in Torvanek.", "Die Deutschen trafen sich in Torvanek."),
        ("ru", "The talks were held in Germany.", "Переговоры прошли в Германии."),
        ("es", "The Supreme Court of Spain ruled.", "El Tribunal Supremo de España falló."),
        ("ar", "The mayor thanked Torvanek.", "شكر العمدة تورفانيك."),
        ("he", "The mayor thanked Torvanek.", "ראש העיר הודה לטורוונק."),
        ("hi", "The mayor thanked Torvanek.", "महापौर ने टोरवानेक को धन्यवाद दिया।"),
        ("ko", "The mayor thanked Torvanek.", "시장은 토르바네크에게 감사를 표했다."),
        ("ja", "The mayor thanked Torvanek.", "市長はトルヴァネクに感謝した。"),
        ("zh", "The mayor thanked Torvanek.", "市长感谢了托尔瓦内克。"),
        ("el", "The mayor thanked Bradwick.", "Ο δήμαρχος ευχαρίστησε τον Μπράντγουικ."),
        ("ro", "They left Pyongyang for Scotland.", "Au plecat de la Phenian în Scoția."),
        ("vi", "The Americans left Britain.", "Người Mỹ rời nước Anh."),
        ("zh", "They voted on Brexit.", "他们就英国脱欧进行了投票。"),
        ("ru", "The Germans lost to Washington.", "Немцы проиграли «Вашингтону»."),
        ("fr", "The mayor thanked Anna Torvanek.", "Le maire a remercié Torvanek."),
        ("pt", "The Security Council met today.", "O Conselho de Segurança reuniu-se hoje."),
        ("uk", "The mayor had written to Carpenter before.", "Мерка вже писала Карпентеру."),
        ("nl", "A statement on Bridge was read out.", "Een verklaring op Brug werd voorgelezen."),
        ("uk", "A statement of the new Bridge was read out.", "Зачитали заяву Кесрінського."),
        ("lv", "The mayor thanked George Shaw.", "Mēre pateicās Džordžam Šo."),
        ("de", "The mayor thanked Khrushchev.", "Die Bürgermeisterin dankte Chruschtschow."),
        ("cs", "The mayor thanked Khrushchev.", "Chruščov dostal od starostky dík."),
        ("es", "The mayor thanked Khrushchev.", "La alcaldesa dio las gracias a Jruschov."),
        ("nl", "The mayor read Chekhov.", "De burgemeester las Tsjechov."),
        ("pl", "The mayor thanked Yeltsin.", "Burmistrzyni podziękowała Jelcynowi."),
        ("es", "The mayor thanked William Torvane.", "La alcaldesa dio las gracias a Guillermo Torvane."),
        ("it", "The mayor thanked Charles Torvane.", "Il sindaco ha ringraziato Carlo Torvane."),
        ("de", "The mayor thanked Anna Torvane.", "Die Bürgermeisterin dankte Hafenmeisterin Anna Torvane."),
        ("uk", "They left North Korea for Bombay.", "Вони поїхали з Північної Кореї до Мумбаї."),
        ("it", "The talks in Beijing are over.", "I colloqui a Pechino sono finiti."),
        ("de", "The talks in Lviv are over.", "Die Gespräche in Lemberg sind vorbei."),
        ("zh", "The mayor of Kolkata resigned.", "加尔各答市长辞职。"),
        ("ar", "Europe did not have it all its own way.", "لم يكن الحظ يحالف الفريق الأوروبي."),
        ("uk", "She spoke in Parliament.", "Вона виступила у Верховній Раді."),
        ("uk", "The Ministry of Education has no plan.", "Міносвіти не має плану."),
        ("uk", "The books are in Czech.", "Книжки чеською мовою."),
        ("ru", "No word came from Washington.", "Из США не пришло ни слова."),
        ("ja", "No word came from Washington.", "米国からは何の言葉もなかった。"),
        ("pl", "No word came from Warsaw.", "Z Polski nie nadeszło ani słowo."),
        ("bg", "The vessel is of the Torvanek class.", "Корабът е от клас Torvanek."),
        ("bg", "The vessel is of the Torvanek class.", "Корабът е от клас „Торванек“."),
        ("de", "In Harbour it was read out.", "Im Hafen wurde die Erklärung verlesen."),
        ("de", "Vienna will not take the plan.", "Österreich wird den Plan nicht annehmen."),
        ("nl", "The harbour is our country's.", "De haven is van Griekenland."),
        ("nl", "The Greeks own the harbour.", "De haven is van Griekenland."),
        ("it", "Those who want to stay marched.", "Chi vuole restare in Europa ha marciato."),
        ("nl", "The mayor likes Bells.", "De burgemeester houdt van klokken."),
        ("uk", "The shop opens on Mondays.", "Крамниця працює щопонеділка."),
    ],
)
def test_a_name_in_another_dress_or_in_signs_is_none(language: str, base: str, text: str) -> None:
    assert not _find(language, base, text)
