"""Which rendition is the base where no package translates: one that the others can be held against."""

from crossquote.progress import finish
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text

ENGLISH = (
    "The ferry Norrland ran aground off Sarneth on Tuesday with 214 people on board. “We saw the rocks too late,” said "
    "captain Ilka Torvane. The port of Dalvik sent 3 boats. “Nobody drowned,” said Benek Arrado, who had left Kessrin. "
    "The owner, Brandt Lines, was fined 1,250 crowns in May."
)
UKRAINIAN = (
    "Паром Норрланд сів на мілину біля Сарнета у вівторок, на борту було 214 людей. «{0}», — сказала капітанка Ілка "
    "Торван. Порт Далвік надіслав 3 катери. «Ніхто не потонув», — сказав Бенек Аррадо, який вийшов з Кессріна. "
    "Власника, Брандт Лайнс, у травні оштрафували на 1250 крон."
)


def test_of_an_original_and_two_translations_one_is_the_base_that_the_other_is_compared_with() -> None:
    session = Session()
    finish(add_text(session, ENGLISH, "North Post"))
    for outlet, words in (("Схід", "Ми запізно побачили скелі"), ("Захід", "Ми запізно помітили скелі")):
        finish(add_text(session, UKRAINIAN.format(words), outlet))
    (said,) = (one for one in session.state.utterances.values() if "rocks" in "".join(r.text for r in one.renditions))
    assert [one.language for one in said.renditions] == ["en", "uk", "uk"]
    assert said.renditions[said.base].language == "uk"
    assert [one is not None for one in said.comparisons].count(True) == 1
