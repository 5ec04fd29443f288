; The installer's own words; those of its pages are NSIS's.
LangString TEXT_OLD ${LANG_ENGLISH} "Crossquote needs Windows 10 or later."
LangString TEXT_OLD ${LANG_UKRAINIAN} "Для Crossquote потрібна Windows 10 або новіша."
LangString TEXT_OLD ${LANG_SPANISH} "Crossquote necesita Windows 10 o posterior."
LangString TEXT_OLD ${LANG_GERMAN} "Crossquote braucht Windows 10 oder neuer."

LangString TEXT_RUNNING ${LANG_ENGLISH} "Crossquote is running. Close it, then try again."
LangString TEXT_RUNNING ${LANG_UKRAINIAN} "Crossquote запущено. Закрийте програму й спробуйте ще раз."
LangString TEXT_RUNNING ${LANG_SPANISH} "Crossquote está en marcha. Ciérrelo e inténtelo de nuevo."
LangString TEXT_RUNNING ${LANG_GERMAN} "Crossquote läuft noch. Schließen Sie es und versuchen Sie es noch einmal."

LangString TEXT_FAILED ${LANG_ENGLISH} "Not all files could be written. Is the disk full, or the folder protected?"
LangString TEXT_FAILED ${LANG_UKRAINIAN} "Не всі файли вдалося записати. Можливо, диск заповнений або тека захищена?"
LangString TEXT_FAILED ${LANG_SPANISH} "No se pudieron escribir todos los archivos. ¿Está lleno el disco o protegida la carpeta?"
LangString TEXT_FAILED ${LANG_GERMAN} "Nicht alle Dateien konnten geschrieben werden. Ist die Platte voll oder der Ordner geschützt?"

LangString TEXT_PROJECT ${LANG_ENGLISH} "Crossquote project"
LangString TEXT_PROJECT ${LANG_UKRAINIAN} "Проєкт Crossquote"
LangString TEXT_PROJECT ${LANG_SPANISH} "Proyecto de Crossquote"
LangString TEXT_PROJECT ${LANG_GERMAN} "Crossquote-Projekt"

LangString TEXT_PROGRAM_TOLD ${LANG_ENGLISH} "The program, with its sample stories."
LangString TEXT_PROGRAM_TOLD ${LANG_UKRAINIAN} "Програма з пробними історіями."
LangString TEXT_PROGRAM_TOLD ${LANG_SPANISH} "El programa, con sus historias de muestra."
LangString TEXT_PROGRAM_TOLD ${LANG_GERMAN} "Das Programm mit seinen Beispielfällen."

LangString TEXT_PACKAGES ${LANG_ENGLISH} "Language packages from this folder"
LangString TEXT_PACKAGES ${LANG_UKRAINIAN} "Мовні пакети з цієї теки"
LangString TEXT_PACKAGES ${LANG_SPANISH} "Paquetes de idiomas de esta carpeta"
LangString TEXT_PACKAGES ${LANG_GERMAN} "Sprachpakete aus diesem Ordner"

LangString TEXT_PACKAGES_TOLD ${LANG_ENGLISH} "What lies in the folder $\"packages$\" beside this installer, checked and tried one by one."
LangString TEXT_PACKAGES_TOLD ${LANG_UKRAINIAN} "Те, що лежить у теці $\"packages$\" поруч із цим інсталятором; кожен пакет перевіряється."
LangString TEXT_PACKAGES_TOLD ${LANG_SPANISH} "Lo que hay en la carpeta $\"packages$\" junto a este instalador, comprobado uno por uno."
LangString TEXT_PACKAGES_TOLD ${LANG_GERMAN} "Was im Ordner $\"packages$\" neben diesem Installationsprogramm liegt, einzeln geprüft."

LangString TEXT_PACKAGES_FAILED ${LANG_ENGLISH} "Not every language package could be installed. Open Languages in the program to see why."
LangString TEXT_PACKAGES_FAILED ${LANG_UKRAINIAN} "Не всі мовні пакети вдалося встановити. Причину покаже вікно «Мови» у програмі."
LangString TEXT_PACKAGES_FAILED ${LANG_SPANISH} "No se pudieron instalar todos los paquetes. Abra Idiomas en el programa para ver por qué."
LangString TEXT_PACKAGES_FAILED ${LANG_GERMAN} "Nicht jedes Sprachpaket konnte installiert werden. Unter Sprachen im Programm steht, warum."
