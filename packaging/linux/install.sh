#!/bin/sh
# Installs Crossquote: for you alone (~/.local), or with --prefix /usr/local for everybody. --uninstall takes it away;
# your projects, settings and language packages stay.
set -eu

prefix="${HOME:?}/.local"
action=install
while [ $# -gt 0 ]; do
    case "$1" in
        --prefix) prefix="${2:?--prefix wants a folder}"; shift 2 ;;
        --uninstall) action=uninstall; shift ;;
        *) echo "usage: $0 [--prefix FOLDER] [--uninstall]" >&2; exit 2 ;;
    esac
done
case "$prefix" in /*) ;; *) echo "$0: --prefix wants an absolute folder" >&2; exit 2 ;; esac
here="$(cd "$(dirname "$0")" && pwd)"
listed="$prefix/lib/crossquote.installed"

remove() {
    rm -rf "$prefix/lib/crossquote"
    if [ -f "$listed" ]; then
        while IFS= read -r name; do rm -f "$prefix/$name"; done < "$listed"
        rm -f "$listed"
    fi
    rmdir "$prefix/share/doc/crossquote" 2>/dev/null || true
}

tell_desktop() {
    for tool in "update-desktop-database $prefix/share/applications" "update-mime-database $prefix/share/mime" \
        "gtk-update-icon-cache -qtf $prefix/share/icons/hicolor"; do
        if command -v "${tool%% *}" >/dev/null 2>&1; then $tool >/dev/null 2>&1 || true; fi
    done
}

if [ "$action" = uninstall ]; then
    remove
    tell_desktop
    echo "Crossquote is gone from $prefix"
    exit 0
fi

[ -f "$here/files/lib/crossquote/crossquote" ] || { echo "$0: the files beside this script are not there" >&2; exit 3; }
remove
mkdir -p "$prefix"
(cd "$here/files" && tar -cf - bin lib share) | (cd "$prefix" && tar -xf -)
(cd "$here/files" && find bin share ! -type d) > "$listed"
# A blank, a percent sign or an ampersand in the folder's name means itself, for sed and for the desktop.
named="$(printf '%s' "$prefix" | sed 's/%/%%/g; s/[&|\\]/\\&/g')"
sed -i "s|^Exec=crossquote|Exec=\"$named/bin/crossquote\"|" "$prefix/share/applications/crossquote.desktop"
tell_desktop
echo "Crossquote is in $prefix; start it with $prefix/bin/crossquote or from the menu"
