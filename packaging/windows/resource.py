"""What Explorer shows of a program file: names, version, copyright."""

from typing import Any

from product import PUBLISHER, Product


def version_strings(version: str, name: str) -> dict[str, str]:
    """Return the texts of the version resource of the program `name`."""
    return {
        "CompanyName": PUBLISHER,
        "FileDescription": "Crossquote" if name == "Crossquote" else "Crossquote (terminal)",
        "FileVersion": version,
        "InternalName": name,
        "LegalCopyright": f"{PUBLISHER}; MIT licence",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "Crossquote",
        "ProductVersion": version,
    }


def version_resource(version: str, name: str) -> Any:
    """Return the version resource that PyInstaller puts into the program `name`; made on Windows only."""
    from PyInstaller.utils.win32 import versioninfo as win  # noqa: PLC0415 - cannot be imported elsewhere

    numbers = Product("", version, "").numbers
    texts = [win.StringStruct(key, text) for key, text in version_strings(version, name).items()]
    return win.VSVersionInfo(
        ffi=win.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            win.StringFileInfo([win.StringTable("040904B0", [*texts])]),
            win.VarFileInfo([win.VarStruct("Translation", [1033, 1200])]),
        ],
    )
