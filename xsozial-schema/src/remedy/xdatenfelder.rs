//! XL03: reading XDatenfelder (FIM).

use super::{Remedy, remedy};

const MENDED_BY_EDITOR: [&str; 2] = [
    "Das behebt, wer das Datenschema im FIM-Editor pflegt; exportieren Sie es danach neu.",
    "Whoever keeps the data schema in the FIM editor mends this; export it again afterwards.",
];

pub(super) const XDATENFELDER: &[Remedy] = &[
    remedy(
        "XL0301",
        [
            "Die Datei ist kein XDatenfelder 2 oder 3.0.0",
            "The file is no XDatenfelder 2 or 3.0.0",
        ],
        [
            "Exportieren Sie das Stammdatenschema aus dem FIM-Portal oder dem Editor in einer dieser Fassungen.",
            "Export the data schema from the FIM portal or the editor in one of these editions.",
        ],
    ),
    remedy(
        "XL0302",
        [
            "Eine Pflichtangabe fehlt oder ist leer",
            "A mandatory entry is missing or empty",
        ],
        MENDED_BY_EDITOR,
    ),
    remedy(
        "XL0303",
        ["Eine Angabe steht zweimal", "An entry stands twice"],
        MENDED_BY_EDITOR,
    ),
    remedy(
        "XL0304",
        [
            "Eine Angabe ist an dieser Stelle unbekannt",
            "An entry is not known at this place",
        ],
        MENDED_BY_EDITOR,
    ),
    remedy(
        "XL0305",
        [
            "Eine Id oder Version kann nicht Teil eines Elementnamens sein",
            "An id or version cannot be part of an element's name",
        ],
        MENDED_BY_EDITOR,
    ),
    remedy(
        "XL0306",
        [
            "XDatenfelder kennt den Code nicht",
            "XDatenfelder does not know the code",
        ],
        MENDED_BY_EDITOR,
    ),
    remedy(
        "XL0307",
        [
            "Die Anzahl hat nicht die Form min:max",
            "The anzahl has not the form min:max",
        ],
        MENDED_BY_EDITOR,
    ),
    remedy(
        "XL0308",
        ["Die Präzisierung ist nicht lesbar", "The praezisierung cannot be read"],
        MENDED_BY_EDITOR,
    ),
    remedy(
        "XL0309",
        ["Eine Gruppe enthält sich selbst", "A group is part of itself"],
        MENDED_BY_EDITOR,
    ),
    remedy(
        "XL0310",
        [
            "Gruppen liegen tiefer ineinander als in jedem Formular",
            "Groups lie deeper inside one another than in any form",
        ],
        MENDED_BY_EDITOR,
    ),
    remedy(
        "XL0311",
        [
            "Dieselbe Id und Version hat zwei verschiedene Inhalte",
            "One id and version has two different contents",
        ],
        [
            "Geben Sie einem der beiden eine andere Version und exportieren Sie neu.",
            "Give one of the two another version and export again.",
        ],
    ),
    remedy(
        "XL0312",
        ["Eine Id steht zweimal in einer Gruppe", "An id stands twice in a group"],
        [
            "In Form A sind die beiden nicht zu unterscheiden; verwenden Sie --shape B.",
            "In shape A the two cannot be told apart; use --shape B.",
        ],
    ),
    remedy(
        "XL0313",
        ["Ein Auswahlfeld hat keine Codes", "A select field has no codes"],
        [
            "Ergänzen Sie im Editor Werte oder eine Codeliste, oder lassen Sie mit --any-code jeden Code zu.",
            "Add values or a code list in the editor, or admit any code with --any-code.",
        ],
    ),
    remedy(
        "XL0314",
        [
            "Eine Codeliste, auf die ein Feld verweist, fehlt",
            "A code list that a field refers to is missing",
        ],
        [
            "Laden Sie die Liste aus dem XRepository und geben Sie ihren Ordner mit --codelists an, oder lassen Sie mit \
             --any-code jeden Code zu.",
            "Download the list from the XRepository and name its folder with --codelists, or admit any code with --any-code.",
        ],
    ),
    remedy(
        "XL0315",
        [
            "Ein Feld nennt keine Version der Codeliste, und es liegen mehrere vor",
            "A field names no version of the code list, and there are several",
        ],
        [
            "Lassen Sie nur die gemeinte Version im Ordner.",
            "Leave only the version that is meant in the folder.",
        ],
    ),
    remedy(
        "XL0316",
        [
            "Der Codeliste fehlt die Spalte, die das Feld nennt, oder jeder Code",
            "The code list lacks the column that the field names, or any code",
        ],
        MENDED_BY_EDITOR,
    ),
    remedy(
        "XL0317",
        [
            "Die Datei mit den Namen gehört zu einem anderen Schema",
            "The file with the names belongs to another schema",
        ],
        [
            "Geben Sie mit --names die XDatenfelder-Datei an, aus der das XSD entstanden ist.",
            "Name the XDatenfelder file with --names that the XSD was made of.",
        ],
    ),
    remedy(
        "XL0318",
        [
            "Die Datei ist größer als jedes Formular",
            "The file is larger than any form",
        ],
        MENDED_BY_EDITOR,
    ),
];
