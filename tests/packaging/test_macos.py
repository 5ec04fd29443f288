"""What macOS is told: the property list, the entitlements, and the commands that sign and wrap."""

import plistlib
from pathlib import Path

from macos.bundle import PROJECT_TYPE, entitlements, information
from macos.image import notarising, signing, wrapping
from product import IDENTIFIER, MIME_TYPE

FORBIDDEN = {
    "com.apple.security.network.client",
    "com.apple.security.network.server",
    "com.apple.security.get-task-allow",
    "com.apple.security.cs.allow-dyld-environment-variables",
    "com.apple.security.cs.disable-executable-page-protection",
}


def test_the_property_list_is_one_and_says_what_the_bundle_is() -> None:
    told = plistlib.loads(plistlib.dumps(information("0.2.0")))
    assert told["CFBundleIdentifier"] == IDENTIFIER
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == "0.2.0"
    assert told["CFBundlePackageType"] == "APPL"
    assert told["NSHighResolutionCapable"] is True


def test_projects_are_the_programs_own_and_texts_are_not() -> None:
    told = information("0.2.0")
    owned = {kind["LSItemContentTypes"][0]: kind["LSHandlerRank"] for kind in told["CFBundleDocumentTypes"]}
    assert owned == {PROJECT_TYPE: "Owner", "public.plain-text": "None"}
    (declared,) = told["UTExportedTypeDeclarations"]
    assert declared["UTTypeTagSpecification"] == {
        "public.filename-extension": ["crossquote"],
        "public.mime-type": [MIME_TYPE],
    }


def test_the_hardened_program_may_do_as_little_as_can_be() -> None:
    allowed = plistlib.loads(plistlib.dumps(entitlements()))
    assert not FORBIDDEN & set(allowed)
    assert list(allowed) == ["com.apple.security.cs.disable-library-validation"]


def test_signing_is_hardened_and_stamped_where_an_identity_is_named() -> None:
    command = signing(Path("Crossquote.app"), Path("allowed.plist"), "Developer ID Application: Somebody")
    assert command[:5] == ["codesign", "--force", "--deep", "--options", "runtime"]
    assert "--timestamp" in command
    assert "--timestamp" not in signing(Path("Crossquote.app"), Path("allowed.plist"), "-")


def test_nothing_is_notarised_unless_asked_for() -> None:
    image = Path("crossquote.dmg")
    assert notarising(image, {}) == []
    assert notarising(image, {"CROSSQUOTE_SIGN": "Somebody"}) == []
    asked = notarising(image, {"CROSSQUOTE_SIGN": "Somebody", "CROSSQUOTE_NOTARY": "release"})
    assert [command[:2] for command in asked] == [
        ["codesign", "--sign"], ["xcrun", "notarytool"], ["xcrun", "stapler"]
    ]  # fmt: skip


def test_the_image_is_made_of_what_lies_on_the_stage() -> None:
    command = wrapping(Path("stage"), Path("made.dmg"))
    assert command[:2] == ["hdiutil", "create"]
    assert command[command.index("-srcfolder") + 1] == "stage"
    assert command[-1] == "made.dmg"
