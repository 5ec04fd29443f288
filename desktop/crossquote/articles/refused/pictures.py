"""Pictures, sound and film."""

from crossquote.articles.format_signs import begins
from crossquote.articles.refusal import Refusal

_PICTURE = "picture"
_RECORDING = "recording"

REFUSED = (
    Refusal("png", "image/png", begins(b"\x89PNG\r\n\x1a\n"), _PICTURE),
    Refusal("jpeg", "image/jpeg", begins(b"\xff\xd8\xff"), _PICTURE),
    Refusal("gif", "image/gif", begins(b"GIF87a", b"GIF89a"), _PICTURE),
    Refusal("tiff", "image/tiff", begins(b"II*\0", b"MM\0*"), _PICTURE),
    Refusal("webp", "image/webp", begins(b"WEBP", at=8), _PICTURE),
    Refusal("heic", "image/heic", begins(b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif", at=4), _PICTURE),
    Refusal("bmp", "image/bmp", begins(b"BM"), _PICTURE),
    Refusal("djvu", "image/vnd.djvu", begins(b"AT&TFORM"), _PICTURE),
    Refusal("mp3", "audio/mpeg", begins(b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"), _RECORDING),
    Refusal("ogg", "audio/ogg", begins(b"OggS"), _RECORDING),
    Refusal("flac", "audio/flac", begins(b"fLaC"), _RECORDING),
    Refusal("wav", "audio/wav", begins(b"WAVE", at=8), _RECORDING),
    Refusal(
        "mp4",
        "video/mp4",
        begins(*(b"ftyp" + brand for brand in (b"iso", b"mp4", b"M4", b"avc", b"qt", b"3g")), at=4),
        _RECORDING,
    ),
    Refusal("mkv", "video/x-matroska", begins(b"\x1aE\xdf\xa3"), _RECORDING),
    Refusal("avi", "video/x-msvideo", begins(b"AVI ", at=8), _RECORDING),
)
