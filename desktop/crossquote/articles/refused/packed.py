"""Archives, databases, programs and fonts: files that hold no article of their own."""

from crossquote.articles.format_signs import begins, matches
from crossquote.articles.refusal import Refusal

_UNPACK = "unpack"
_ARTICLE = "article"

REFUSED = (
    Refusal("zip", "application/zip", begins(b"PK\x05\x06"), _UNPACK),
    Refusal("bzip2", "application/x-bzip2", matches("BZh", r"BZh[1-9]1AY&SY"), _UNPACK),
    Refusal("xz", "application/x-xz", begins(b"\xfd7zXZ\0"), _UNPACK),
    Refusal("zstd", "application/zstd", begins(b"(\xb5/\xfd"), _UNPACK),
    Refusal("7z", "application/x-7z-compressed", begins(b"7z\xbc\xaf\x27\x1c"), _UNPACK),
    Refusal("rar", "application/vnd.rar", begins(b"Rar!\x1a\x07"), _UNPACK),
    Refusal("cab", "application/vnd.ms-cab-compressed", begins(b"MSCF"), _UNPACK),
    Refusal("tar", "application/x-tar", begins(b"ustar", at=257), _UNPACK),
    Refusal("sqlite", "application/vnd.sqlite3", begins(b"SQLite format 3\0"), "database"),
    Refusal("elf", "application/x-executable", begins(b"\x7fELF"), _ARTICLE),
    Refusal("exe", "application/vnd.microsoft.portable-executable", begins(b"MZ"), _ARTICLE),
    Refusal(
        "mach-o",
        "application/x-mach-binary",
        begins(b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"),
        _ARTICLE,
    ),
    Refusal("font", "font/sfnt", begins(b"OTTO", b"wOFF", b"wOF2", b"\0\1\0\0\0"), _ARTICLE),
)
