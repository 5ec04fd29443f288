"""The Windows installer: makensis around the program's folder, on Windows or on any system that has makensis."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from icons import draw
from product import Product, release_time
from pruning import files, size

HERE = Path(__file__).resolve().parent
# The pictures of the installer's pages, in the size that a plain screen shows them in.
PICTURES = {"header": (150, 57), "welcome": (164, 314)}
COMMAND = """@"%~dp0..\\crossquote-console.exe" %*\r\n"""


def make_installer(program: Path, icons: Path, product: Product, work: Path, *, quick: bool = False) -> Path:
    """Make the installer of `program` in `work` and return where it lies; `quick` hardly packs it, for tests.

    CROSSQUOTE_SIGN, where it is set, is the command that signs a file (its path comes last): the installer and the
    uninstaller inside are given to it.
    """
    work.mkdir(parents=True, exist_ok=True)
    command = work / "crossquote.cmd"
    command.write_bytes(COMMAND.encode("ascii"))
    (work / "files.nsh").write_text("\n".join(_lines(program, command)) + "\n", encoding="utf-8-sig")
    made = work / f"crossquote-{product.version}-windows-x86_64.exe"
    given = {
        "VERSION": product.version,
        "NUMBERS": ".".join(map(str, product.numbers)),
        "OUT": str(made),
        "KILOBYTES": str(size(program) // 1024),
        "ICON": str(icons / "crossquote.ico"),
        **{name.upper(): str(_picture(name, work)) for name in PICTURES},
    }
    switches = [f"-D{name}={value}" for name, value in given.items()]
    switches += ["-DSTORE"] if quick else []
    switches += [f"-DSIGN={os.environ['CROSSQUOTE_SIGN']}"] if os.environ.get("CROSSQUOTE_SIGN") else []
    script = shutil.copy(HERE / "crossquote.nsi", work)
    shutil.copy(HERE / "texts.nsh", work)
    subprocess.run(
        ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *switches, script],
        check=True,
        cwd=work,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(release_time())},
    )
    return made


def _picture(name: str, work: Path) -> Path:
    """Draw the picture `name` of the installer's pages: Windows makes a small one larger, but a large one ugly."""
    made = work / f"{name}.bmp"
    made.write_bytes(draw(HERE / f"{name}.svg", *PICTURES[name], "bmp"))
    return made


def file_lines(names: Iterable[Path], program: Path) -> list[str]:
    """Return the lines that install `names` (below `program`), in an order that does not hang on the file system."""
    lines = []
    folder = None
    for name in sorted(names, key=lambda path: (path.parent.as_posix(), path.name)):
        if name.parent != folder:
            folder = name.parent
            lines.append(f'SetOutPath "{_escaped("$INSTDIR" + _below(folder))}"')
        lines.append(f'File "/oname={_escaped(name.name.replace("$", "$$"))}" "{_escaped(str(program / name))}"')
    return lines


def _lines(program: Path, command: Path) -> list[str]:
    names = [path.relative_to(program) for path in files(program)]
    return [*file_lines(names, program), r'SetOutPath "$INSTDIR\bin"', f'File "{_escaped(str(command))}"']


def _below(folder: Path) -> str:
    return "".join("\\" + part.replace("$", "$$") for part in folder.parts)


def _escaped(text: str) -> str:
    return text.replace('"', '$\\"')
