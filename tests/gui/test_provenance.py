"""Where a translation comes from, in words."""

from crossquote.gui.models.provenance import counted_doubts, doubts, full_line, short_line, tip
from crossquote.model.translation import EngineStamp, Flag, Translation

STAMPS = (EngineStamp("translate-uk_en", "0.1", "ab" * 32), EngineStamp("translate-en_de", "1.9", "cd" * 32))
BY_ENGLISH = (("uk", "en"), ("en", "de"))
ENGINE = Translation("Так.", "Ja.", BY_ENGLISH, STAMPS, -0.25, flags=(Flag.SAMPLE, Flag.REPETITION), pivot="Yes.")
OWN = Translation("Ні.", "Nein.", (("uk", "de"),), own=True)


def test_route_and_stamps_are_told_in_full_and_in_short() -> None:
    assert full_line((ENGINE,)) == (
        "uk → en → de, translate-uk_en 0.1, translate-en_de 1.9, sample, for the sample stories"
    )
    assert short_line((ENGINE,)) == "uk → en → de · sample"
    assert short_line((ENGINE, OWN)) == "uk → en → de · your translation · sample"
    assert short_line((OWN,)) == full_line((OWN,)) == "Your translation"
    assert full_line(()) == ""


def test_doubts_and_all_that_is_known_are_told() -> None:
    assert doubts((ENGINE, OWN)) == ("repetition",)
    assert counted_doubts((ENGINE, OWN, ENGINE)) == ("repetition in 2",)
    told = tip((ENGINE, OWN)).splitlines()
    assert told[1:4] == ["Model abababababab", "Model cdcdcdcdcdcd", "Score -0.25 (0 is certain)"]
    assert "By way of English: Yes." in told
