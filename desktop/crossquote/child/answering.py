"""The child's side: it answers one question after another, until its parent has no more."""

import errno
import importlib
import os
import sys
import time
from io import FileIO
from traceback import walk_tb

from crossquote.child.frames import read_frame, write_frame
from crossquote.child.limits import end_after, hold_process
from crossquote.child.question import Became, Function, decode_errand, decode_question, encode_answer
from crossquote.offline import Guard

_ANY = 1 << 40
_OWN = __name__.partition(".")[0]
_SPARE = 1024 * 1024
"""Bytes that are let go of where an answer took all others: CPython 3.11 goes round for ever where
an error leaves a handler of a longer function and there is no room for the number of its line."""


def answer_questions() -> None:
    """Learn the errand, say that all is ready, then answer one question after another on standard output.

    A child asks for no connection: a guard refuses what Python code in it asks for.

    Standard input and output are taken out of reach first: what a library prints, or reads, must not be taken for an
    answer.
    """
    questions, answers = FileIO(os.dup(0), "rb"), FileIO(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    sys.dont_write_bytecode = True
    try:
        errand = decode_errand(read_frame(questions, _ANY))
        hold_process(errand.memory, errand.written)
        sys.addaudithook(Guard())
        sys.path[:] = errand.path
        function: Function = getattr(importlib.import_module(errand.module), errand.name)
        write_frame(answers, b"")
        while True:
            number, cpu, payload = decode_question(read_frame(questions, _ANY))
            end_after(cpu, errand.seconds)
            began = time.process_time()
            became, said = _answer(function, payload)
            write_frame(answers, encode_answer(number, time.process_time() - began, became, said))
            end_after(0, 0)
    except (EOFError, BrokenPipeError):
        return


def _answer(function: Function, payload: bytes) -> tuple[Became, bytes]:
    spare: list[bytearray] = []
    try:
        spare.append(bytearray(_SPARE))
        return Became.DONE, function(payload)
    except MemoryError:
        spare.clear()
        return Became.NO_MEMORY, b""
    except Exception as error:  # noqa: BLE001 - whatever it is, it is this question's alone, and the parent is told
        spare.clear()  # an import that lacked memory says so by another error
        part = _not_loaded(error)
        if part and os.strerror(errno.ENOMEM) in str(error):
            return Became.NO_MEMORY, b""
        return (Became.NOT_LOADED, part.encode()) if part else (Became.FAILED, _mistake(error).encode())


def _mistake(error: Exception) -> str:
    """Return what an error is called and where it arose, as deep as that is the program's own; nothing of its words."""
    called, *places = [(str(frame.f_globals.get("__name__", "")), line) for frame, line in walk_tb(error.__traceback__)]
    deepest = places[-1] if places else called
    name, line = next((place for place in reversed(places) if place[0].partition(".")[0] == _OWN), deepest)
    return f"{type(error).__name__} {name}:{line}"


def _not_loaded(error: Exception) -> str:
    """Return the name of the module while loading which an error arose; nothing where none was being loaded."""
    if isinstance(error, ImportError) and error.name:
        return error.name
    frames = (frame for frame, _ in walk_tb(error.__traceback__))
    return next((str(frame.f_globals["__name__"]) for frame in frames if frame.f_code.co_name == "<module>"), "")
