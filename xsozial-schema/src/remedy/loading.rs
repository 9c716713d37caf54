//! XL00, XL01, XL02: loading schema documents.

use super::{Remedy, remedy};

pub(super) const LOADING: &[Remedy] = &[
    remedy(
        "XL0001",
        ["Es ist kein Schema angegeben", "No schema was given"],
        [
            "Geben Sie mit --schema ein XSD, einen Ordner oder die ZIP-Datei der Lieferung an.",
            "Name an XSD, a folder or the ZIP file of the delivery with --schema.",
        ],
    ),
    remedy(
        "XL0002",
        [
            "Eine Datei oder ein Ordner mit Schemas lässt sich nicht lesen",
            "A file or folder of schemas cannot be read",
        ],
        [
            "Prüfen Sie Schreibweise, Rechte und ob der Pfad vom aktuellen Ordner aus stimmt.",
            "Check the spelling, the permissions, and whether the path is right from the current folder.",
        ],
    ),
    remedy(
        "XL0003",
        [
            "Ordner oder ZIP-Datei enthält kein XSD",
            "The folder or ZIP file holds no XSD",
        ],
        [
            "Geben Sie den Ordner mit den XSDs an. Liegt eine ZIP-Datei in der ZIP-Datei, entpacken Sie zuerst die äußere.",
            "Name the folder that holds the XSDs. Where a ZIP file lies inside the ZIP file, unpack the outer one first.",
        ],
    ),
    remedy(
        "XL0004",
        [
            "Die ZIP-Datei ist beschädigt oder ungewöhnlich",
            "The ZIP file is damaged or unusual",
        ],
        [
            "Laden Sie die Lieferung noch einmal herunter. Bleibt der Fehler, entpacken Sie sie und geben Sie den Ordner an.",
            "Download the delivery again. If the error stays, unpack it and name the folder.",
        ],
    ),
    remedy(
        "XL0005",
        [
            "Die Eingabe ist größer als jede Lieferung eines Standards",
            "The input is larger than any delivery of a standard",
        ],
        [
            "Geben Sie nur die Schemas an, nicht einen ganzen Datenträger oder ein Archiv mit anderem Inhalt.",
            "Name the schemas alone, not a whole drive or an archive of other things.",
        ],
    ),
    remedy(
        "XL0006",
        [
            "Zwei verschiedene Schemadokumente haben denselben Namen",
            "Two different schema documents have the same name",
        ],
        [
            "Geben Sie Dokumenten im Arbeitsspeicher verschiedene Namen.",
            "Give documents in memory different names.",
        ],
    ),
    remedy(
        "XL0101",
        [
            "Die Zeichenkodierung eines Schemadokuments ist unbekannt oder verletzt",
            "The character encoding of a schema document is unknown or violated",
        ],
        [
            "Speichern Sie die Datei in der Kodierung, die ihre XML-Deklaration nennt; am besten UTF-8.",
            "Save the file in the encoding that its XML declaration names; best of all UTF-8.",
        ],
    ),
    remedy(
        "XL0102",
        [
            "Ein Schemadokument oder Katalog ist kein wohlgeformtes XML",
            "A schema document or catalog is not well-formed XML",
        ],
        [
            "Die Datei ist wohl beschädigt oder von Hand verändert. Nehmen Sie sie noch einmal aus der Lieferung.",
            "The file is probably damaged or was changed by hand. Take it from the delivery again.",
        ],
    ),
    remedy(
        "XL0103",
        [
            "Die Entitäten eines Schemadokuments wachsen über jede Grenze",
            "The entities of a schema document grow beyond all bounds",
        ],
        [
            "So ist kein Schema geschrieben; die Datei kann ein Angriff sein. Klären Sie, woher sie stammt.",
            "No schema is written like that; the file may be an attack. Find out where it comes from.",
        ],
    ),
    remedy(
        "XL0104",
        ["Die XML-Datei ist kein XML Schema", "The XML file is no XML Schema"],
        [
            "Geben Sie das XSD an, nicht eine Nachricht, einen Katalog oder eine Codeliste; Codelisten gehören zu --codelists.",
            "Name the XSD, not a message, a catalog or a code list; code lists go with --codelists.",
        ],
    ),
    remedy(
        "XL0105",
        [
            "Die XML-Datei ist kein OASIS-Katalog",
            "The XML file is no OASIS catalog",
        ],
        [
            "Geben Sie mit --catalog eine Datei an, deren Wurzelelement catalog heißt.",
            "Name a file with --catalog whose root element is called catalog.",
        ],
    ),
    remedy(
        "XL0201",
        [
            "Ein eingebundenes Schema hat einen anderen Namensraum als verlangt",
            "An imported schema has another namespace than was asked for",
        ],
        [
            "Meist liegt dort die Datei eines anderen Standards oder einer anderen Version. Nehmen Sie die aus der Lieferung.",
            "Usually the file of another standard or version lies there. Take the one from the delivery.",
        ],
    ),
    remedy(
        "XL0202",
        ["Ein eingebundenes Schema fehlt", "An imported schema is missing"],
        [
            "Geben Sie auch das fehlende Dokument an, seinen Ordner, seine ZIP-Datei oder einen Katalog. Aus dem Netz wird \
             nichts geladen.",
            "Name the missing document too, its folder, its ZIP file or a catalog. Nothing is fetched from the network.",
        ],
    ),
];
