import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossquote.errors import UserError
from crossquote.message import message
from crossquote.resources import resource
from crossquote.text import profiles
from crossquote.text.detection import detect_article, detect_language, detect_paragraphs, language_of_part
from crossquote.text.profiles import load_profiles
from crossquote.text.scripts import Script
from hang import no_hang

TEXTS = {
    "ar": "قال الوزير إن الاجتماع سيعقد غدا في العاصمة",
    "az": "Nazir dedi ki, görüş sabah paytaxtda keçiriləcək",
    "be": "Міністр сказаў, што сустрэча адбудзецца заўтра ў сталіцы",
    "bg": "Министърът каза, че срещата ще се състои утре в столицата",
    "bn": "মন্ত্রী বলেছেন যে বৈঠক আগামীকাল হবে",
    "ca": "El ministre va dir que la reunió se celebrarà demà a la capital",
    "cs": "Ministr řekl, že schůzka se uskuteční zítra v hlavním městě",
    "da": "Ministeren sagde, at mødet bliver afholdt i morgen i hovedstaden",
    "de": "Der Minister sagte, das Treffen werde morgen stattfinden",
    "el": "Ο υπουργός είπε ότι η συνάντηση θα γίνει αύριο",
    "en": "The minister said that the meeting would be held tomorrow",
    "eo": "La ministro diris, ke la kunveno okazos morgaŭ en la ĉefurbo",
    "es": "El ministro dijo que la reunión se celebrará mañana en la capital",
    "et": "Minister ütles, et kohtumine toimub homme pealinnas",
    "eu": "Ministroak esan du bilera bihar egingo dela hiriburuan",
    "fa": "وزیر گفت که این نشست فردا در پایتخت برگزار می‌شود",
    "fi": "Ministeri sanoi, että kokous pidetään huomenna pääkaupungissa",
    "fr": "Le ministre a dit que la réunion aurait lieu demain dans la capitale",
    "ga": "Dúirt an tAire go mbeidh an cruinniú ar siúl amárach",
    "gl": "O ministro dixo que a xuntanza se celebrará mañá na capital",
    "he": "השר אמר שהפגישה תתקיים מחר בבירה",
    "hi": "मंत्री ने कहा कि बैठक कल राजधानी में होगी",
    "hr": "Ministar je rekao da će se sastanak održati sutra u glavnom gradu, gdje će biti i vijeće",
    "hu": "A miniszter azt mondta, hogy a találkozót holnap tartják",
    "hy": "Նախարարն ասաց, որ հանդիպումը կկայանա վաղը",
    "id": "Menteri mengatakan bahwa pertemuan itu akan diadakan besok karena sudah disetujui",
    "is": "Ráðherrann sagði að fundurinn yrði haldinn á morgun",
    "it": "Il ministro ha detto che la riunione si terrà domani nella capitale",
    "ja": "大臣は会議が明日開かれると述べた",
    "ka": "მინისტრმა თქვა, რომ შეხვედრა ხვალ გაიმართება",
    "kk": "Министр кездесудің ертең елордада өтетінін айтты, оған бәрі қатысады",
    "ko": "장관은 회의가 내일 열릴 것이라고 말했다",
    "ky": "Министр жолугушуу эртең борбор калаада өтөрүн айтты",
    "lt": "Ministras sakė, kad susitikimas įvyks rytoj sostinėje",
    "lv": "Ministrs teica, ka tikšanās notiks rīt galvaspilsētā",
    "mk": "Министерот рече дека состанокот ќе се одржи утре во главниот град",
    "nb": "Statsråden sa at møtet blir holdt i morgen, men ikke hvor det skulle være",
    "nl": "De minister zei dat de vergadering morgen wordt gehouden",
    "pl": "Minister powiedział, że spotkanie odbędzie się jutro w stolicy",
    "pt": "O ministro disse que a reunião será realizada amanhã na capital",
    "ro": "Ministrul a spus că întâlnirea va avea loc mâine în capitală",
    "ru": "Министр сказал, что встреча состоится завтра в столице",
    "sk": "Minister povedal, že stretnutie sa uskutoční zajtra v hlavnom meste",
    "sl": "Minister je dejal, da bo srečanje jutri v glavnem mestu",
    "sq": "Ministri tha se takimi do të mbahet nesër në kryeqytet",
    "sr": "Министар је рекао да ће састанак бити одржан сутра у главном граду",
    "sv": "Ministern sade att mötet ska hållas i morgon i huvudstaden",
    "sw": "Waziri alisema kwamba mkutano utafanyika kesho katika mji mkuu",
    "th": "รัฐมนตรีกล่าวว่าการประชุมจะจัดขึ้นพรุ่งนี้",
    "tl": "Sinabi ng ministro na gaganapin ang pulong bukas sa kabisera",
    "tr": "Bakan toplantının yarın başkentte yapılacağını söyledi",
    "uk": "Міністр сказав, що зустріч відбудеться завтра у столиці",
    "ur": "وزیر نے کہا کہ اجلاس کل دارالحکومت میں ہوگا",
    "vi": "Bộ trưởng nói rằng cuộc họp sẽ được tổ chức vào ngày mai",
    "zh": "部长说会议将于明天在首都举行",
    "zt": "部長說會議將於明天在首都舉行",
}


@pytest.mark.parametrize("language", TEXTS)
def test_language_of_a_sentence(language: str) -> None:
    assert detect_language(TEXTS[language]).language == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Її м'яч", "uk"),
        ("Это он", "ru"),
        ("Гэта ён", "be"),
        ("Þetta er það", "is"),
        ("¿Qué es esto?", "es"),
        ("Não sei", "pt"),
        ("I don't know.", "en"),
        ("Ministar je rekao da će sledeće nedelje biti lepo vreme u Beogradu", "sr"),
        ("Він купив Samsung Galaxy S24", "uk"),
        # what is written nearly alike is told by its words
        ("Hendelsen skjedde på stasjonen", "nb"),
        ("Ulykken skete på stationen", "da"),
        ("Hun spilte tennis hele kvelden", "nb"),
        ("Hun spillede tennis hele aftenen", "da"),
        ("Vlada u ponedeljak mora da odluči o budžetu za narednu godinu", "sr"),
        ("Cene su porasle za 12 odsto", "sr"),
        ("Tvrtka je prošli tjedan otpustila tisuću radnika", "hr"),
        ("Dobavljači ne mogu da plate fabrici čitavih dvanaest hiljada evra", "sr"),
        ("Podjetje je prejšnji teden odpustilo delavce, ker je bilo v težavah", "sl"),
        ("Direktur rumah sakit membantah kabar itu", "id"),
        ("Pengarah hospital menafikan laporan itu", "ms"),
        ("Kemalangan itu berlaku semalam", "ms"),
        ("Perbankan dan bajet negara.", "ms"),
        ("Dia membayar dengan ringgit.", "ms"),
        ("Gradonačelnik je nov i njega niko ne zna.", "sr"),
        ("Kecelakaan itu terjadi kemarin", "id"),
        ("Јас сакам да одам", "mk"),
        ("Аз искам да отида", "bg"),
        ("Я не ведаю, што там", "be"),
        ("Будь со мной", "ru"),
        ("Заходь, будь ласка", "uk"),
        ("Pecharemos a fábrica en marzo", "gl"),
    ],
)
def test_language_of_few_words(text: str, language: str) -> None:
    assert detect_language(text).language == language


def test_a_language_without_a_profile_is_told_by_several_words() -> None:
    text = "Prošle sedmice je hiljadu uposlenih tražilo bolje uslove i veće plate, kaže historičar na univerzitetu"
    assert detect_language(text).language == "bs"
    assert detect_language("Dobro jutro, kako ste danas?").language != "bs"


@pytest.mark.parametrize(
    ("text", "two"),
    [("Han spiser.", {"da", "nb"}), ("Grad ima 40.000 stanovnika.", {"hr", "sr"}), ("Dia makan nasi.", {"id", "ms"})],
)
def test_what_near_languages_share_is_left_in_doubt(text: str, two: set[str]) -> None:
    found = detect_language(text)
    assert found.language in two
    assert found.confidence < 0.9


@pytest.mark.parametrize("text", ["", "  \n", "123 + 456", "…!?", "😀👍", "\ud800\u200b"])
def test_nothing_to_tell_it_by(text: str) -> None:
    assert detect_language(text).language is None
    assert detect_language(text, "uk").language == "uk"


def test_what_is_unsure_is_said_so() -> None:
    found = detect_language("Oslo")
    assert found.confidence < 0.9
    assert len(found.candidates) > 1
    assert found.candidates[0] == (found.language, found.confidence)


def test_the_text_around_settles_a_doubt_and_no_more() -> None:
    assert detect_language("Tak.", "pl").language == "pl"
    assert detect_language("Ja, han er her.", "da").language == "da"
    assert detect_language("Ja, han er her.", "nb").language == "nb"
    assert detect_language("We will never leave this place", "de").language == "en"


def test_an_english_quote_in_a_ukrainian_article_is_found() -> None:
    text = f"{TEXTS['uk']}.\n\n“{TEXTS['en']}”\n2024\n{TEXTS['uk']}."
    found = [(span.of(text)[:4], detection.language) for span, detection in detect_paragraphs(text)]
    assert found == [("Міні", "uk"), ("“The", "en"), ("Міні", "uk")]


@pytest.mark.parametrize(
    ("part", "around", "language"),
    [
        ("We will never leave this place", "uk", "en"),
        ("The Times", "uk", "uk"),
        ("Ми ніколи не підемо з цього місця", "en", "uk"),
        ("Мы никогда отсюда не уйдём", "uk", "ru"),
        ("er hat es gesagt", "de", "de"),
        ("We will never leave this place", None, None),
    ],
)
def test_language_of_a_quote(part: str, around: str | None, language: str | None) -> None:
    assert language_of_part(part, around) == language


def test_the_same_answer_each_time() -> None:
    code = "from crossquote.text.detection import detect_language as d; print(d('Tak to je dobre, ze?'))"
    answers = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout for _ in "ab"
    }
    assert len(answers) == 1


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_chances_are_chances(text: str) -> None:
    found = detect_language(text)
    assert 0 <= found.confidence <= 1
    assert sum(chance for _, chance in found.candidates) <= 1.0001
    assert (found.language is None) == (not found.candidates)


def test_long_texts_take_no_longer_than_a_sample() -> None:
    detect_language(TEXTS["en"])
    with no_hang():
        assert detect_language(f"{TEXTS['en']}. " * 200_000).language == "en"


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Photoshop 基礎教學", {"zt", "zh"}),
        ("Honda Civic 新車發表", {"zt", "zh"}),
        ("Netflix Originals भारत में", {"hi", "mr", "ne"}),
        ("Android Auto עדכון חדש", {"he"}),
        ("Samsung Galaxy новый телефон", {"ru"}),
        ("The mayor spoke of the 故宮 in Taipei", {"en"}),
        ("Beijing warns the islands over a visit (北京)", {"en"}),
    ],
)
def test_names_in_latin_letters_are_no_language_of_what_stands_beside_them(text: str, languages: set[str]) -> None:
    assert detect_language(text).language in languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“Wir bleiben hier, solange es nötig ist, und gehen nicht vor dem Winter nach Hause,” said the mayor.", "en"),
        (
            "La alcaldesa dijo el martes: «We are going to stay here as long as we have to, and we will not go home».",
            "es",
        ),
        (
            "Starosta řekl v úterý: „We are going to stay here as long as we have to, and will not go home.“",
            "cs",
        ),
        ("‘Nous resterons ici aussi longtemps qu’il le faudra, et nous ne rentrerons pas,’ the mayor said.", "en"),
        ("“We are going to stay here as long as we have to.”", "en"),
        ("The bridge\n\n“We are going to stay here as long as we have to,” said Ada Lindqvist.", "en"),
        ("Title\n\n“We are going to stay here as long as we have to,” said Ada Lindqvist.", "en"),
    ],
)
def test_an_article_is_in_the_language_of_the_words_around_its_quotes(text: str, language: str) -> None:
    assert detect_article(text).language == language


@pytest.mark.parametrize(
    "text",
    [
        "Ministr ne otvetil na vopros o vyborakh v subbotu",
        "O dimarchos den apantise stin erotisi gia tis ekloges",
        "zxcvb nmlkj hgfds qwert poiuy trewq",
        "XQVT PLMR WKZH GGBF TTRN OOQW",
        "kore wa nihongo desu, sore wa nan desu ka",
        "wo men jin tian bu qu bei jing",
        "ana mish 3aref leh inta kteer bas yalla",
        "simera den exei tipota apo to programma mou",
        "Nikto ne skazal emu, gde on byl vchera",
        "rosh ha-ir lo anah al ha-she'elah be-yom shlishi",
        "Baskan sorulari cevaplamadi, toplanti ertelendigini soyledi",
    ],
)
def test_letters_that_are_not_its_own_and_noise_leave_it_unsure(text: str) -> None:
    assert detect_language(text).confidence < 0.5


@pytest.mark.parametrize(
    "language", [code for code, text in TEXTS.items() if text.isascii() or code in ("de", "tr", "pl")]
)
def test_a_plain_sentence_leaves_no_such_doubt(language: str) -> None:
    assert detect_language(TEXTS[language]).confidence > 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Dia tidak bisa datang karena rapat."),
        ("ms", "Dia tidak boleh datang kerana mesyuarat."),
        ("da", "Pigen sagde noget meget kedeligt."),
        ("nb", "Jenta sa noe veldig kjedelig."),
        ("hr", "Tko je u vlaku? Gdje je obitelj?"),
        ("sl", "Kdo je na vlaku? Kje je družina?"),
        ("cs", "Kdo je to? Protože jsem nic neřekl."),
        ("sk", "Kto je to? Pretože som nič nepovedal."),
        ("az", "Uşaq üçün çörək və su var."),
        ("tr", "Çocuk için ekmek ve su var."),
        ("gl", "Hoxe non hai xente na cidade."),
        ("pt", "Hoje não há gente na cidade."),
        ("mk", "Кога ќе дојди, кажи што сакам."),
        ("bg", "Кога ще дойде, кажи какво искам."),
    ],
)
def test_what_is_written_nearly_alike_is_told_by_its_words(language: str, text: str) -> None:
    assert detect_language(text).language == language


@pytest.mark.parametrize("name", ["Ann Roe", "Mayor Ada Lindqvist", "Ada"])
def test_a_name_after_each_of_many_quotes_says_no_more_than_after_one(name: str) -> None:
    text = "\n\n".join(f"“The port number {number} will stay open until Friday,” {name} said." for number in range(60))
    assert detect_article(text).language == "en"


@pytest.mark.parametrize("script", [Script.LATIN, Script.CYRILLIC, Script.ARABIC, Script.DEVANAGARI, Script.HAN])
def test_features_are_sorted_as_they_are_looked_for(script: Script) -> None:
    features = load_profiles(script).features
    lines = features.lines.decode().split("\n")[1:-1]
    assert lines
    assert lines == sorted(set(lines))
    assert [features.row(line) for line in lines] == list(range(len(lines)))
    assert {features.row(f"{line}\u0001") for line in ("", *lines)} == {None}


@pytest.mark.parametrize("text", ["x" * 20, "xxxx " * 50, "ХХХХ хххх", "aaa bbbb c.", "“Zzzz!”"])
def test_one_letter_again_and_again_is_no_word_of_any_language(text: str) -> None:
    assert detect_language(text).language is None
    assert detect_article(text).language is None
    assert detect_language(text, "pl").language == "pl"


@pytest.mark.parametrize(("text", "language"), [("谢谢谢谢", "zh"), ("XXX, said the minister of the port", "en")])
def test_a_sign_that_is_a_word_is_one_and_so_are_words_beside_such_letters(text: str, language: str) -> None:
    assert detect_language(text).language == language


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data + b"\n",
        lambda data: data[:-1],
        lambda data: data[:100],
        lambda data: data[:0],
        lambda data: data.replace(b"\n", b"\r\n"),
    ],
    ids=["longer", "shorter", "cut off", "empty", "other line ends"],
)
def test_profiles_of_another_length_than_they_were_made_are_refused(
    spoil: Callable[[bytes], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoiled = tmp_path / "han.bin"
    spoiled.write_bytes(spoil(resource("profiles", "han.bin").read_bytes()))
    monkeypatch.setattr(profiles, "resource", lambda _folder, name: tmp_path / name)
    with pytest.raises(UserError) as told:
        load_profiles.__wrapped__(Script.HAN)
    assert told.value.message == message("error.own-file-damaged", file=f"{tmp_path.name}/han.bin")
