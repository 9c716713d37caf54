//! XM: making the compiled schema.

use super::{Remedy, remedy};

pub(super) const COMPONENTS: &[Remedy] = &[
    remedy(
        "XM0001",
        [
            "Das Schema verwendet etwas, was diese Version nicht unterstützt",
            "The schema uses what this version does not support",
        ],
        [
            "Es wird abgelehnt statt übergangen, damit kein Urteil falsch ist. Bitte melden Sie Standard, Datei und Zeile.",
            "It is refused rather than passed over, so that no verdict is wrong. Please report standard, file and line.",
        ],
    ),
    remedy(
        "XM0101",
        [
            "Das Schema verletzt die Regeln von XML Schema",
            "The schema breaks the rules of XML Schema",
        ],
        [
            "Das behebt, wer das Schema veröffentlicht. Nehmen Sie bis dahin die vorige Version.",
            "Whoever publishes the schema mends this. Take the version before until then.",
        ],
    ),
    remedy(
        "XM0102",
        [
            "Etwas, worauf das Schema verweist, ist nirgends deklariert",
            "Something that the schema refers to is declared nowhere",
        ],
        [
            "Geben Sie auch das Dokument an, das es deklariert; am einfachsten die ganze Lieferung.",
            "Name the document that declares it too; simplest is the whole delivery.",
        ],
    ),
    remedy(
        "XM0103",
        [
            "Ein Bestandteil ist zweimal und verschieden deklariert",
            "A component is declared twice and differently",
        ],
        [
            "Meist liegen zwei Versionen eines Schemas nebeneinander. Geben Sie nur eine davon an.",
            "Usually two versions of one schema lie side by side. Name only one of them.",
        ],
    ),
    remedy(
        "XM0201",
        [
            "Ein Inhaltsmodell ist nicht eindeutig oder zu groß",
            "A content model is ambiguous or too large",
        ],
        [
            "XML Schema verlangt, dass jedes Element ohne Vorausschau zu einer Stelle des Modells gehört (Unique Particle \
             Attribution). Das behebt, wer das Schema veröffentlicht.",
            "XML Schema demands that every element belongs to one place of the model without looking ahead (Unique Particle \
             Attribution). Whoever publishes the schema mends this.",
        ],
    ),
];
