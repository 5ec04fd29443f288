from crossquote.comparison.check import Checks
from crossquote.work.compare import chosen_checks
from crossquote.work.settings import Settings, save_settings


def test_the_settings_switch_checks_off() -> None:
    assert chosen_checks() == Checks()
    save_settings(Settings(checks_off="order wording"))
    assert chosen_checks() == Checks(off=frozenset({"order", "wording"}))
