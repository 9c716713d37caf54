//! XK: loading code lists.

use super::{Remedy, remedy};

pub(super) const CODELISTS: &[Remedy] = &[
    remedy(
        "XK0001",
        [
            "Eine Datei oder ein Ordner mit Codelisten lässt sich nicht lesen",
            "A file or folder of code lists cannot be read",
        ],
        [
            "Prüfen Sie Schreibweise und Rechte des Pfads hinter --codelists.",
            "Check the spelling and the permissions of the path after --codelists.",
        ],
    ),
    remedy(
        "XK0002",
        [
            "Die ZIP-Datei der Codelisten ist beschädigt",
            "The ZIP file of code lists is damaged",
        ],
        [
            "Laden Sie sie noch einmal herunter, oder entpacken Sie sie und geben Sie den Ordner an.",
            "Download it again, or unpack it and name the folder.",
        ],
    ),
    remedy(
        "XK0003",
        [
            "Die Eingabe ist größer als jede Lieferung von Codelisten",
            "The input is larger than any delivery of code lists",
        ],
        ["Geben Sie nur die Codelisten an.", "Name the code lists alone."],
    ),
    remedy(
        "XK0004",
        ["Der Pfad enthält keine Codeliste", "The path holds no code list"],
        [
            "Codelisten sind XML-Dateien im Format genericode, wie das XRepository sie liefert.",
            "Code lists are XML files in the format genericode, as the XRepository delivers them.",
        ],
    ),
    remedy(
        "XK0005",
        [
            "Eine gespeicherte Codeliste ist beschädigt",
            "A stored code list is damaged",
        ],
        [
            "Installieren Sie die Lieferung noch einmal.",
            "Install the delivery again.",
        ],
    ),
    remedy(
        "XK0101",
        [
            "Eine Datei unter den Codelisten lässt sich nicht lesen",
            "A file among the code lists cannot be read",
        ],
        [
            "Die übrigen Listen werden verwendet. Prüfen Sie die Rechte der Datei.",
            "The other lists are used. Check the permissions of the file.",
        ],
    ),
    remedy(
        "XK0102",
        ["Eine XML-Datei ist keine Codeliste", "An XML file is no code list"],
        [
            "Die übrigen Listen werden verwendet. Ist die Datei eine Liste, ist sie beschädigt: Laden Sie sie noch einmal \
             herunter.",
            "The other lists are used. If the file is meant as a list it is damaged: download it again.",
        ],
    ),
    remedy(
        "XK0103",
        [
            "Eine Codeliste nennt ihre Kennung oder Version nicht",
            "A code list does not say its Kennung or version",
        ],
        [
            "Kein Dokument kann auf sie verweisen. Fragen Sie den Herausgeber der Liste.",
            "No document can refer to it. Ask the publisher of the list.",
        ],
    ),
    remedy(
        "XK0104",
        [
            "Zwei Codelisten haben dieselbe Kennung und Version und verschiedenen Inhalt",
            "Two code lists have the same Kennung and version and different content",
        ],
        [
            "Geben Sie nur die richtige der beiden an.",
            "Name only the right one of the two.",
        ],
    ),
    remedy(
        "XK0105",
        [
            "In der ZIP-Datei liegt eine weitere ZIP-Datei",
            "A ZIP file lies inside the ZIP file",
        ],
        [
            "Entpacken Sie die äußere und geben Sie den Ordner an.",
            "Unpack the outer one and name the folder.",
        ],
    ),
    remedy(
        "XK0106",
        ["Ein Ordner enthält keine Codeliste", "A folder holds no code list"],
        [
            "Es wurde ohne Listen gearbeitet. Liegt die ZIP-Datei der Codelisten anderswo, geben Sie sie an.",
            "The work was done without lists. If the ZIP file of the code lists lies elsewhere, name it.",
        ],
    ),
];
