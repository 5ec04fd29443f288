"""The child's side: it answers one question after another, until its parent has no more."""

import importlib
import os
import sys
from io import FileIO

from crossquote.child.frames import read_frame, write_frame
from crossquote.child.limits import end_after, hold_process
from crossquote.child.question import Became, Function, Question, decode_question, encode_answer

_ANY = 1 << 40


def answer_questions() -> None:
    """Say that all is ready, then answer what comes on standard input, on standard output, until there is no more.

    Both are taken out of reach first: what a library prints, or reads, must not be taken for an answer.
    """
    questions, answers = FileIO(os.dup(0), "rb"), FileIO(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    sys.dont_write_bytecode = True
    try:
        write_frame(answers, b"")
        while True:
            question, payload = decode_question(read_frame(questions, _ANY)), read_frame(questions, _ANY)
            end_after(question.seconds)
            write_frame(answers, encode_answer(question.number, *_answer(question, payload)))
            end_after(0)
    except (EOFError, BrokenPipeError):
        return


def _answer(question: Question, payload: bytes) -> tuple[Became, bytes]:
    try:
        hold_process(question.memory, question.written)
        sys.path[:] = question.path
        function: Function = getattr(importlib.import_module(question.module), question.name)
        return Became.DONE, function(payload)
    except MemoryError:
        return Became.NO_MEMORY, b""
    except Exception as error:  # noqa: BLE001 - whatever it is, it is this question's alone, and the parent is told
        return Became.FAILED, type(error).__name__.encode()
