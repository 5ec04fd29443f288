; The Windows installer, for the amd64 program. Made by windows/installer.py, which gives:
;   VERSION, NUMBERS (four numbers), OUT, KILOBYTES, ICON, HEADER and WELCOME (pictures), and the folder with files.nsh on the
;   include path;
;   SIGN, where it is to be signed: a command that gets the file's path as its last argument.
; Setup.exe /S /CurrentUser|/AllUsers [/D=C:\folder]; exit status 0 done, 1 stopped, 2 failed, 4 the program is running.
; `uninstall.exe /S` takes it away. What users made (projects, settings, packages of their own) is never touched.
Unicode true
Target amd64-unicode
!ifndef STORE
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!else
  SetCompressor zlib
!endif
SetDateSave off
ManifestDPIAware true
ManifestSupportedOS all

!define NAME "Crossquote"
!define PROJECT "Crossquote.Project"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${UNINSTALL}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "InstallLocation"
!include MultiUser.nsh
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=1033 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1033 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "FileDescription" "${NAME} setup"
VIAddVersionKey /LANG=1033 "LegalCopyright" "The Crossquote authors; MIT licence"

!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${HEADER}"
!define MUI_HEADERIMAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_HEADERIMAGE_UNBITMAP "${HEADER}"
!define MUI_HEADERIMAGE_UNBITMAP_STRETCH AspectFitHeight
!define MUI_WELCOMEFINISHPAGE_BITMAP "${WELCOME}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
; The list of components takes the whole width, with the description below: its texts are long in every language.
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\Crossquote.exe"
!define MUI_LANGDLL_ALLLANGUAGES
!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!define MUI_PAGE_CUSTOMFUNCTION_PRE skip_components
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Ukrainian"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Polish"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "Arabic"
!include texts.nsh

Var given  ; the folder of /D=

Function .onInit
  StrCpy $given $INSTDIR
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TEXT_OLD)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  !insertmacro MULTIUSER_INIT
  ${If} $given != ""
    StrCpy $INSTDIR $given
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
  Call offer_packages
FunctionEnd

Function un.onInit
  ; The uninstaller's own folder is the program's: what MultiUser reads may be another installation.
  StrCpy $0 $INSTDIR
  !insertmacro MULTIUSER_UNINIT
  StrCpy $INSTDIR $0
FunctionEnd

; A program that runs can't be replaced: nothing has been touched yet when this stops. What only looks at a file of it, as
; a scanner does, is done with it in a moment.
!macro look_whether_held FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      StrCpy $2 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend
!macro refuse_running UN
Function ${UN}refuse_running
  again:
  ${For} $1 1 10
    StrCpy $2 0
    !insertmacro look_whether_held "Crossquote.exe"
    !insertmacro look_whether_held "crossquote-console.exe"
    ${If} $2 == 0
      Return
    ${EndIf}
    Sleep 300
  ${Next}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(TEXT_RUNNING)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 4
  Quit
FunctionEnd
!macroend
!insertmacro refuse_running ""
!insertmacro refuse_running "un."

; Takes away the program's own files, and only where they are the program's.
!macro wipe UN
Function ${UN}wipe
  ${If} ${FileExists} "$INSTDIR\Crossquote.exe"
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\bin"
    Delete "$INSTDIR\Crossquote.exe"
    Delete "$INSTDIR\crossquote-console.exe"
    Delete "$INSTDIR\LICENSE.txt"
    Delete "$INSTDIR\third-party-licences.html"
    Delete "$INSTDIR\crossquote.cdx.json"
  ${EndIf}
FunctionEnd
!macroend
!insertmacro wipe ""
!insertmacro wipe "un."

; Moves each folder in $1 that is not in $2 to there, and removes what is left of $1.
Function keep_packages
  CreateDirectory $2
  FindFirst $3 $4 "$1\*"
  ${DoWhile} $4 != ""
    ${If} $4 != "."
    ${AndIf} $4 != ".."
    ${AndIfNot} ${FileExists} "$2\$4\*.*"
      Rename "$1\$4" "$2\$4"
    ${EndIf}
    FindNext $3 $4
  ${Loop}
  FindClose $3
  RMDir /r $1
  RMDir $2
FunctionEnd

Section "${NAME}" program
  SectionIn RO
  Call refuse_running
  ClearErrors
  ; Packages that an earlier installation brought along stay, unless this one brings newer ones.
  ${If} ${FileExists} "$INSTDIR\_internal\packages\*.*"
    Rename "$INSTDIR\_internal\packages" "$INSTDIR\packages.kept"
  ${EndIf}
  Call wipe
  ClearErrors
  !include files.nsh
  SetOutPath "$INSTDIR"
  ${If} ${Errors}
    SetErrorLevel 2
    Abort "$(TEXT_FAILED)"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\packages.kept\*.*"
    StrCpy $1 "$INSTDIR\packages.kept"
    StrCpy $2 "$INSTDIR\_internal\packages"
    Call keep_packages
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\Crossquote.exe"

  WriteRegStr SHCTX "Software\Classes\.crossquote" "" "${PROJECT}"
  WriteRegStr SHCTX "Software\Classes\.crossquote" "Content Type" "application/x-crossquote-project"
  WriteRegStr SHCTX "Software\Classes\${PROJECT}" "" "$(TEXT_PROJECT)"
  WriteRegStr SHCTX "Software\Classes\${PROJECT}\DefaultIcon" "" "$INSTDIR\Crossquote.exe,0"
  WriteRegStr SHCTX "Software\Classes\${PROJECT}\shell\open\command" "" '"$INSTDIR\Crossquote.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Crossquote.exe,0"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "The Crossquote authors"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
SectionEnd

; For sites without a network: what lies in the folder "packages" beside the installer. The program itself unpacks, checks
; and tries each package in a home of its own; then they move into the program's folder, where every user finds them.
Section "$(TEXT_PACKAGES)" packages
  StrCpy $0 "$PLUGINSDIR\home"
  System::Call 'kernel32::SetEnvironmentVariable(t "CROSSQUOTE_HOME", t r0)'
  nsExec::ExecToLog '"$INSTDIR\crossquote-console.exe" packages install "$EXEDIR\packages"'
  Pop $1
  ${If} $1 != 0
    DetailPrint "$(TEXT_PACKAGES_FAILED)"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(TEXT_PACKAGES_FAILED)" /SD IDOK
  ${EndIf}
  FindFirst $3 $4 "$0\data\packages\*"
  CreateDirectory "$INSTDIR\_internal\packages"
  ${DoWhile} $4 != ""
    ${If} $4 != "."
    ${AndIf} $4 != ".."
      RMDir /r "$INSTDIR\_internal\packages\$4"
      CopyFiles /SILENT "$0\data\packages\$4" "$INSTDIR\_internal\packages"
    ${EndIf}
    FindNext $3 $4
  ${Loop}
  FindClose $3
  RMDir "$INSTDIR\_internal\packages"
SectionEnd

; The component is there where packages are.
Function offer_packages
  InitPluginsDir
  ${IfNot} ${FileExists} "$EXEDIR\packages\*.argosmodel"
    SectionSetFlags ${packages} 0
    SectionSetText ${packages} ""
  ${EndIf}
FunctionEnd

; Without packages there is nothing to choose.
Function skip_components
  ${IfNot} ${FileExists} "$EXEDIR\packages\*.argosmodel"
    Abort
  ${EndIf}
FunctionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${program} "$(TEXT_PROGRAM_TOLD)"
  !insertmacro MUI_DESCRIPTION_TEXT ${packages} "$(TEXT_PACKAGES_TOLD)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Section "Uninstall"
  Call un.refuse_running
  Call un.wipe
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"  ; only where nothing else is in it
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegStr $0 SHCTX "Software\Classes\.crossquote" ""
  ${If} $0 == "${PROJECT}"
    DeleteRegKey SHCTX "Software\Classes\.crossquote"
  ${EndIf}
  DeleteRegKey SHCTX "Software\Classes\${PROJECT}"
  DeleteRegKey SHCTX "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
