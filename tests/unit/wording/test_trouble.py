"""What an error says to a person: a file and what is wrong with it, joined as the language does it."""

import pytest

from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.wording.trouble import tell_trouble


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "a.txt: the file is empty."),
        ("fr", "a.txt\u00a0: le fichier est vide."),
        ("de", "a.txt: die Datei ist leer."),
    ],
)
def test_a_file_and_its_trouble_are_joined_as_the_language_does(language: str, told: str) -> None:
    error = UserError(ErrorCode.EMPTY, message("error.file-empty"))
    assert tell_trouble(error, "a.txt", language, advice=False) == told
