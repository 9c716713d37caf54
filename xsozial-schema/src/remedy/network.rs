//! XN: fetching from the XRepository.

use super::{Remedy, remedy};

pub(super) const NETWORK: &[Remedy] = &[
    remedy(
        "XN0001",
        [
            "Das ist keine Kennung eines Standards",
            "This is no Kennung of a standard",
        ],
        [
            "Kennungen haben die Form urn:xoev-de:…:standard:NAME_VERSION; das XRepository zeigt sie beim Standard.",
            "A Kennung has the form urn:xoev-de:…:standard:NAME_VERSION; the XRepository shows it with the standard.",
        ],
    ),
    remedy(
        "XN0002",
        ["Die Kennung nennt keine Version", "The Kennung names no version"],
        [
            "Hängen Sie die Version an, etwa _1.0.0.",
            "Add the version, for example _1.0.0.",
        ],
    ),
    remedy(
        "XN0003",
        [
            "Die Adresse des XRepositorys ist keine",
            "The address of the XRepository is none",
        ],
        [
            "Sie beginnt mit https://, auf eigenen Rechnern auch mit http://.",
            "It begins with https://, on machines of your own also with http://.",
        ],
    ),
    remedy(
        "XN0101",
        [
            "Das XRepository hat nichts unter dieser Kennung",
            "The XRepository has nothing under this Kennung",
        ],
        [
            "Vergleichen Sie Schreibweise und Version. Installiert wurde nichts.",
            "Compare spelling and version. Nothing was installed.",
        ],
    ),
    remedy(
        "XN0102",
        [
            "Das XRepository antwortet mit einem Fehler",
            "The XRepository answers with an error",
        ],
        [
            "Versuchen Sie es später noch einmal. Installiert wurde nichts.",
            "Try again later. Nothing was installed.",
        ],
    ),
    remedy(
        "XN0103",
        [
            "Die Verbindung kam nicht zustande oder brach ab",
            "The connection failed or broke off",
        ],
        [
            "Versuchen Sie es noch einmal; hinter einem Proxy setzen Sie HTTPS_PROXY. Installiert wurde nichts. Ohne Netz: \
             Laden Sie die ZIP-Datei anderswo herunter und installieren Sie sie mit „xsozial-codegen add“.",
            "Try again; behind a proxy set HTTPS_PROXY. Nothing was installed. Without a network: download the ZIP file \
             elsewhere and install it with `xsozial-codegen add`.",
        ],
    ),
    remedy(
        "XN0104",
        [
            "Die Antwort stammt wohl nicht vom XRepository",
            "The answer is probably not from the XRepository",
        ],
        [
            "Vielleicht hat ein Proxy oder eine Anmeldeseite geantwortet. Installiert wurde nichts.",
            "Perhaps a proxy or a login page has answered. Nothing was installed.",
        ],
    ),
    remedy(
        "XN0105",
        [
            "Die Beschreibung der Version ist nicht zu verstehen",
            "The description of the version cannot be understood",
        ],
        [
            "Laden Sie die ZIP-Datei von Hand herunter und installieren Sie sie mit „xsozial-codegen add“; bitte melden Sie \
             die Kennung.",
            "Download the ZIP file by hand and install it with `xsozial-codegen add`; please report the Kennung.",
        ],
    ),
    remedy(
        "XN0106",
        [
            "Die Antwort ist größer als jede Lieferung eines Standards",
            "The answer is larger than any delivery of a standard",
        ],
        [
            "Vergleichen Sie die Kennung. Installiert wurde nichts.",
            "Compare the Kennung. Nothing was installed.",
        ],
    ),
    remedy(
        "XN0201",
        [
            "Der Zwischenspeicher lässt sich nicht schreiben",
            "The cache cannot be written",
        ],
        [
            "Prüfen Sie Rechte und freien Platz, oder wählen Sie mit --cache einen anderen Ordner.",
            "Check permissions and free space, or choose another folder with --cache.",
        ],
    ),
    remedy(
        "XN0202",
        [
            "Das Herunterladen der Codelisten endete unerwartet",
            "The download of the code lists stopped unexpectedly",
        ],
        [
            "Das ist ein Fehler des Programms; bitte melden Sie ihn.",
            "This is an error of the program; please report it.",
        ],
    ),
];
