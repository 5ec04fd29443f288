"""Why something failed, in the reader's language: nothing of what a system or a library says of it is left."""

import errno
import http.client
import json
import os
import socket
import ssl
import urllib.error
from collections.abc import Callable
from email.message import Message as Headers
from xml.parsers import expat

import msgspec
import pytest
import tomli

from crossquote.causes import cause_of
from crossquote.notation import NotationError, parse_json, parse_toml
from crossquote.wording.catalogue import languages, load_catalogue
from crossquote.wording.telling import tell


class _Item(msgspec.Struct):
    id: str


class _File(msgspec.Struct):
    items: list[_Item]


def _raised(deed: Callable[[], object]) -> Exception:
    try:
        deed()
    except Exception as error:  # noqa: BLE001 - whatever it is
        return error
    raise AssertionError("nothing went wrong")


def _of_system(number: int) -> OSError:
    return OSError(number, os.strerror(number), "a file")


def _of_windows(number: int) -> OSError:
    error = OSError(errno.EACCES, "Permission denied")
    error.winerror = number  # type: ignore[attr-defined, unused-ignore]
    return error


def _of_certificate(number: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed")
    error.verify_code = number
    return error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (_of_system(errno.ENOENT), "there is no such file or folder"),
        (_of_system(errno.EACCES), "not allowed"),
        (_of_system(errno.ENOSPC), "the disk is full"),
        (_of_system(errno.EROFS), "the disk can only be read"),
        (_of_system(errno.EISDIR), "it is a folder"),
        (_of_system(errno.ENAMETOOLONG), "the name is too long"),
        (_of_system(errno.EMFILE), "too many files are open"),
        (_of_system(errno.ENODEV), "its drive is gone"),
        (_of_system(errno.EXDEV), "it lies on another drive"),
        (_of_system(errno.ENETUNREACH), "there is no network"),
        (_of_system(errno.ECONNREFUSED), "the server refuses the connection"),
        (_of_windows(32), "another program is using it"),
        (_of_windows(5), "not allowed"),
        (TimeoutError("timed out"), "no answer came in time"),
        (urllib.error.URLError(TimeoutError("timed out")), "no answer came in time"),
        (urllib.error.URLError(socket.gaierror(-2, "Name or service not known")), "no server of that name was found"),
        (
            urllib.error.HTTPError("https://a.example", 404, "Not Found", Headers(), None),
            "the server answers with the status 404",
        ),
        (_of_certificate(18), "the server's certificate can't be trusted"),
        (_of_certificate(10), "the server's certificate has expired"),
        (_of_certificate(62), "the server's certificate is for another name"),
        (ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER]"), "no secure connection to the server came about"),
        (http.client.RemoteDisconnected("Remote end closed connection"), "the connection broke off"),
        (http.client.BadStatusLine("SSH-2.0"), "what came is not the answer of a web server"),
        (_raised(lambda: json.loads('{"a":\n x}')), "line 2, column 2"),
        (_raised(lambda: tomli.loads("a = 1\nb = = 2\n")), "line 2, column 5"),
        (_raised(lambda: tomli.loads('a = "')), "it ends too early"),
        (_raised(lambda: expat.ParserCreate().Parse(b"<a>\n</b>")), "line 2, column 3"),
        (_raised(lambda: msgspec.json.decode(b'{"items": [{"id": 3}]}', type=_File)), "at $.items[0].id"),
        (_raised(lambda: msgspec.json.decode(b'{"items": [{}]}', type=_File)), "at $.items[0].id"),
        (_raised(lambda: msgspec.json.decode(b"[]", type=_File)), "it is not what belongs there"),
        (_raised(lambda: msgspec.json.decode(b'{"items": [', type=_File)), "it ends too early"),
        (_raised(lambda: msgspec.json.decode(b'{"items": x', type=_File)), "byte 10"),
        (_raised(b"a\xff".decode), "byte 1"),
        (RecursionError("maximum recursion depth exceeded"), "it is nested too deep"),
        (MemoryError(), "there is not enough memory"),
    ],
    ids=str,
)
def test_a_cause_is_told_in_our_words_in_every_language(error: Exception, told: str) -> None:
    cause = cause_of(error)
    assert tell(cause) == told
    for language in languages():
        assert cause.code in load_catalogue(language).words
        assert not str(error) or str(error) not in tell(cause, language)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.EDEADLK, "Resource deadlock avoided"), "Resource deadlock avoided"),
        (urllib.error.URLError("unknown url type: gopher"), "unknown url type: gopher"),
        (OSError("Tunnel failed:\r\n407"), "Tunnel failed:  407"),
        (RuntimeError("Unsupported model binary version"), "RuntimeError"),
    ],
    ids=str,
)
def test_what_has_no_words_of_ours_is_told_as_it_stands(error: Exception, told: str) -> None:
    assert tell(cause_of(error), "uk") == told


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (lambda: parse_json("[" * 99 + "]" * 99), "it is nested too deep"),
        (lambda: parse_json("9" * 9999), "a number in it is too large"),
        (lambda: parse_json("[1,\n2,]"), "line 2, column 3"),
        (lambda: parse_toml("a = 1\nb"), "it ends too early"),
        (lambda: parse_toml("a" * 99, most=9), "it is larger than any of its kind needs to be"),
    ],
)
def test_what_is_wrong_with_json_and_toml_is_a_message(read: Callable[[], object], told: str) -> None:
    with pytest.raises(NotationError) as caught:
        read()
    assert tell(caught.value.why) == told
