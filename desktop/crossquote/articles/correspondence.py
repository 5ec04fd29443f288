"""Correspondence: which part of a message is its own, and which is the thread that it answers or hands on."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec.structs import replace

from crossquote.articles.blocks import Block, Kind
from crossquote.articles.trees import Element
from crossquote.notation import read_toml
from crossquote.resources import resource

_QUOTED = re.compile(r"\s*>")
_RULE = re.compile(r"\s*-{2,}[^\n-][^\n]{1,80}?-{2,}\s*$")
_HEADER = re.compile(r"\s*\*{0,2}[^\W\d_][\w -]{0,20}\*{0,2}\s?[:：]\*{0,2}\s\S")
_SENDER = re.compile(r"[:：]\*{0,2}\s+([^:：<>@]{2,100}?)\s*[<\[(](?:mailto:)?[^<>()\[\]@\s]+@([\w.-]+)[>\])]")
_SIGNATURE = re.compile(r"-- ?$")
_FEW_WORDS, _MANY_TIMES = 40, 3
_HEADERS = 3
_WRAPPED, _WIDE = 50, 80


@lru_cache(maxsize=4)
def said_by_programs(what: str) -> tuple[str, ...]:
    """Return what programs of mail write: their `answers` before a subject, or what their pages call `threads`."""
    return tuple(read_toml(resource("mail.toml"))[what])


def is_thread(element: Element) -> bool:
    """Tell whether an element of a page is what a mail program puts the thread in."""
    if element.tag == "blockquote" and (element.get("type") or "").lower() == "cite":
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return any(mark in named for mark in said_by_programs("threads"))


def plain_blocks(text: str, *, flowed: bool, cut: bool = False) -> Iterator[Block]:
    """Yield the paragraphs of a message in plain text; quoted ones, and the signature, are asides.

    `flowed` says that lines which end with a blank go on in the next (RFC 3676), `cut` that it is none of theirs.
    """
    lines = [line.rstrip("\r") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    signed = next((at for at, line in enumerate(lines) if _SIGNATURE.match(line)), len(lines))
    held: list[str] = []
    for at, line in enumerate(lines):
        quoted = at >= signed or bool(_QUOTED.match(line))
        before = at > 0 and (at - 1 >= signed or bool(_QUOTED.match(lines[at - 1])))
        if held and (not line.strip() or quoted is not before):
            yield _paragraph(held, flowed=flowed, cut=cut, aside=before)
            held = []
        if line.strip():
            held.append(line)
    if held:
        yield _paragraph(held, flowed=flowed, cut=cut, aside=len(lines) > signed or bool(_QUOTED.match(held[0])))


def _paragraph(lines: list[str], *, flowed: bool, cut: bool, aside: bool) -> Block:
    wrapped = all(_WRAPPED <= len(line) <= _WIDE for line in lines[:-1])
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        goes_on = flowed and before.endswith(" ")
        if goes_on and cut:
            pieces[-1] = pieces[-1][:-1]
        pieces.append(line if goes_on else f" {line}" if wrapped and not flowed else f"\n{line}")
    return Block("".join(pieces), Kind.ASIDE if aside else Kind.TEXT)


def part_thread(blocks: list[Block], *, answers: bool) -> tuple[list[Block], bool]:
    """Return the message with the thread set aside, and whether it hands on another, which then is its text.

    `answers` says that the message itself says that it is an answer. One that says little of its own and hands on much
    is not, and what it hands on is what it is about.
    """
    start = _thread_start(blocks)
    parted = [replace(block, kind=Kind.ASIDE) if at >= start else block for at, block in enumerate(blocks)]
    parted = _without_introductions(parted)
    own = sum(len(block.text.split()) for block in parted if block.kind is not Kind.ASIDE)
    thread = sum(len(block.text.split()) for block in parted if block.kind is Kind.ASIDE)
    hands_on = own == 0 or (not answers and own < _FEW_WORDS and thread > _MANY_TIMES * own and start < len(blocks))
    if not hands_on or thread == 0:
        return parted, False
    kept = [replace(block, kind=Kind.TEXT) if block.kind is Kind.ASIDE else block for block in parted]
    return [replace(block, kind=Kind.ASIDE) if _is_head(block.text) else block for block in kept], True


def sender_of_handed_on(blocks: Iterable[Block]) -> tuple[str, str]:
    """Return the name and the host of who sent what a message hands on, as its headers say first; empty if they don't.

    Whatever their language, the first header with an address says who sent it.
    """
    lines = (line for block in blocks if _is_head(block.text) for line in block.text.split("\n"))
    found = next(filter(None, map(_SENDER.search, lines)), None)
    return (found[1].strip(" \"'“”„"), found[2].lower()) if found else ("", "")


def _thread_start(blocks: list[Block]) -> int:
    """Return the number of the block that a thread begins with: a rule over headers, or headers with an address."""
    for at, block in enumerate(blocks):
        if _is_ruled(blocks[at : at + 2]) or _is_head(block.text) or _is_head_in_lines(blocks[at : at + _HEADERS]):
            return at
    return len(blocks)


def _is_ruled(blocks: list[Block]) -> bool:
    """Tell whether a rule with words in it stands over a header, as over what is answered or handed on."""
    lines = [line for block in blocks for line in block.text.strip().split("\n")]
    return len(lines) > 1 and bool(_RULE.match(lines[0])) and bool(_HEADER.match(lines[1]))


def _is_head(text: str) -> bool:
    """Tell the headers of a message as programs write them over one that is answered or handed on."""
    lines = text.strip().split("\n")
    headers = [line for line in lines if _HEADER.match(line)]
    if _RULE.match(lines[0]) and len(headers) == len(lines) - 1:
        return True
    return len(headers) >= _HEADERS and len(headers) * 2 > len(lines) and any("@" in line for line in lines)


def _is_head_in_lines(blocks: list[Block]) -> bool:
    short = [block.text for block in blocks if "\n" not in block.text.strip() and len(block.text) < 200]
    headers = [text for text in short if _HEADER.match(text)]
    return len(blocks) == len(headers) == _HEADERS and any("@" in text for text in headers)


def _without_introductions(blocks: list[Block]) -> list[Block]:
    """Return the blocks with the line that introduces what is quoted ("On Monday … wrote:") set aside with it."""
    parted = list(blocks)
    for at, block in enumerate(blocks[:-1]):
        quoted = blocks[at + 1].kind is Kind.ASIDE and _QUOTED.match(blocks[at + 1].text)
        if quoted and block.text.rstrip().endswith((":", "：")) and ("@" in block.text or re.search(r"\d", block.text)):
            parted[at] = replace(block, kind=Kind.ASIDE)
    return parted
