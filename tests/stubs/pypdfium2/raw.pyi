# What is used of PDFium itself.
import ctypes

from pypdfium2 import PdfTextPage

FPDF_PAGEOBJ_IMAGE: int

class FS_RECTF:
    left: float
    right: float
    top: float
    bottom: float

def FPDFText_GetLooseCharBox(page: PdfTextPage, at: int, box: FS_RECTF, /) -> int: ...
def FPDFText_GetCharOrigin(page: PdfTextPage, at: int, x: ctypes.c_double, y: ctypes.c_double, /) -> int: ...
def FPDFText_GetFontSize(page: PdfTextPage, at: int, /) -> float: ...
def FPDFText_GetUnicode(page: PdfTextPage, at: int, /) -> int: ...
def FPDFText_IsGenerated(page: PdfTextPage, at: int, /) -> int: ...
def FPDFText_GetFillColor(
    page: PdfTextPage, at: int, red: ctypes.c_uint, green: ctypes.c_uint, blue: ctypes.c_uint, alpha: ctypes.c_uint, /
) -> int: ...
