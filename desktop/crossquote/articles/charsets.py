"""Which encodings may be named from outside: those that texts are written in, and no other of Python's codecs."""

import codecs
import re
from contextlib import suppress

_OF_TEXTS = re.compile(
    r"ascii|utf-8(?:-sig)?|utf-(?:16|32)(?:-[bl]e)?|cp\d+|iso8859-\d+|koi8-[rtu]|mac-\w+|kz1048|ptcp154|tis-620"
    r"|hp-roman8|gb2312|gbk|gb18030|hz|big5(?:hkscs)?|shift_jis(?:_2004|x0213)?|euc_(?:jp|kr|jis_2004|jisx0213)"
    r"|iso2022_(?:jp|kr)\w*|johab"
)
"""By Python's own names. UTF-7 is none of them: browsers read no page in it, since it hides markup."""


def text_encoding(named: str) -> str | None:
    """Return Python's name of an encoding of texts, None where something else is named, or nothing."""
    with suppress(LookupError, ValueError):
        found = codecs.lookup(named.strip()).name
        return found if _OF_TEXTS.fullmatch(found) else None
    return None
