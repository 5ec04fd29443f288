"""Shortcuts to pages: the address that one leads to, as three systems write it."""

import pytest

from crossquote.articles.shortcuts import address_of

ADDRESS = "https://post.example/harbour?a=1&b=2"
PLIST = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://a.example/1">'
    '\n<plist version="1.0">\n<dict>\n\t<key>URL</key>\n\t<string>{}</string>\n</dict>\n</plist>\n'
)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (f"[InternetShortcut]\r\nURL={ADDRESS}\r\n", ADDRESS),
        (f"[InternetShortcut]\r\nIDList=\r\nURL={ADDRESS}\r\nIconIndex=1\r\n", ADDRESS),
        (f"[Desktop Entry]\nEncoding=UTF-8\nName=Harbour\nType=Link\nURL={ADDRESS}\nIcon=text-html\n", ADDRESS),
        (f"[Desktop Entry]\nURL[$e]={ADDRESS}\nType=Link\n", ADDRESS),
        (PLIST.format(ADDRESS.replace("&", "&amp;")), ADDRESS),
        (f"[Desktop Entry]\nType=Application\nExec=a\nURL={ADDRESS}\n", None),
        (f"[InternetShortcut]\n[Other]\nURL={ADDRESS}\n", None),
        ("[InternetShortcut]\n" + "x=1\n" * 20_000, None),
        ("[1] “We stay,” said the mayor.", None),
        ("", None),
    ],
)
def test_a_shortcut_leads_to_an_address(text: str, address: str | None) -> None:
    assert address_of(text.encode()) == address
