"""What macOS is told of the program: Info.plist, and what a hardened program may do."""

from typing import Any

from product import ENDING, IDENTIFIER, MIME_TYPE, PUBLISHER

PROJECT_TYPE = f"{IDENTIFIER}.project"
# What PySide6's own libraries were made for, in 6.10 and 6.11 alike (Qt's: 13.0); `build.py` holds it against all.
OLDEST_SYSTEM = "15.0"


def information(version: str) -> dict[str, Any]:
    """Return the Info.plist of the bundle."""
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": "Crossquote",
        "CFBundleDisplayName": "Crossquote",
        "CFBundleExecutable": "Crossquote",
        "CFBundleIconFile": "crossquote.icns",
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "NSHighResolutionCapable": True,
        "NSSupportsAutomaticGraphicsSwitching": True,
        "NSHumanReadableCopyright": f"{PUBLISHER}; MIT licence",
        "CFBundleDocumentTypes": [_projects(), _texts()],
        "UTExportedTypeDeclarations": [_project_type()],
    }


def entitlements(machine: str, *, signed: bool) -> dict[str, bool]:
    """Return what the hardened program may do on `machine`, as little as can be.

    `signed`: with a Developer ID, which then is that of every library inside. Without one, libraries are nobody's, and
    the program must be let load them. On Intel, the translation engine (oneDNN) writes machine code as it runs.
    """
    rights = {
        "com.apple.security.cs.allow-jit": machine == "x86_64",
        "com.apple.security.cs.disable-library-validation": not signed,
    }
    return {name: True for name, wanted in rights.items() if wanted}


def _projects() -> dict[str, Any]:
    return {
        "CFBundleTypeName": "Crossquote project",
        "CFBundleTypeRole": "Editor",
        "CFBundleTypeIconFile": "crossquote.icns",
        "LSHandlerRank": "Owner",
        "LSItemContentTypes": [PROJECT_TYPE],
    }


def _texts() -> dict[str, Any]:
    return {
        "CFBundleTypeName": "Article",
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "None",
        "LSItemContentTypes": ["public.plain-text"],
    }


def _project_type() -> dict[str, Any]:
    return {
        "UTTypeIdentifier": PROJECT_TYPE,
        "UTTypeDescription": "Crossquote project",
        "UTTypeConformsTo": ["public.data", "public.content"],
        "UTTypeTagSpecification": {
            "public.filename-extension": [ENDING.removeprefix(".")],
            "public.mime-type": [MIME_TYPE],
        },
    }
