//! XI: installed deliveries.

use super::{Remedy, remedy};

pub(super) const INSTALLED: &[Remedy] = &[
    remedy(
        "XI0001",
        [
            "Was installiert werden soll, enthält kein Schema",
            "What is to be installed holds no schema",
        ],
        [
            "Codelisten allein sind keine Lieferung. Geben Sie sie zusammen mit den Schemas an, zu denen sie gehören.",
            "Code lists alone are no delivery. Name them together with the schemas they belong to.",
        ],
    ),
    remedy(
        "XI0002",
        [
            "Der Bestand installierter Standards lässt sich nicht lesen",
            "The store of installed standards cannot be read",
        ],
        [
            "Prüfen Sie --store oder XSOZIAL_STORE und die Rechte des Ordners.",
            "Check --store or XSOZIAL_STORE and the permissions of the folder.",
        ],
    ),
    remedy(
        "XI0003",
        [
            "In den Bestand installierter Standards lässt sich nicht schreiben",
            "The store of installed standards cannot be written",
        ],
        [
            "Prüfen Sie Rechte und freien Platz, oder wählen Sie mit --store einen anderen Ordner.",
            "Check permissions and free space, or choose another folder with --store.",
        ],
    ),
    remedy(
        "XI0004",
        [
            "Ein installierter Standard ist beschädigt",
            "An installed standard is damaged",
        ],
        [
            "Löschen Sie den genannten Ordner und installieren Sie die Lieferung noch einmal.",
            "Delete the folder that is named and install the delivery again.",
        ],
    ),
    remedy(
        "XI0005",
        [
            "Das übersetzte Schema lässt sich nicht speichern",
            "The compiled schema cannot be stored",
        ],
        [
            "Bitte melden Sie den Standard und seine Version.",
            "Please report the standard and its version.",
        ],
    ),
    remedy(
        "XI0006",
        [
            "Die Kopie im Bestand ergibt ein anderes Schema als die Lieferung",
            "The copy in the store gives another schema than the delivery",
        ],
        [
            "Das ist ein Fehler des Programms. Bitte melden Sie den Standard und seine Version.",
            "This is an error of the program. Please report the standard and its version.",
        ],
    ),
];
