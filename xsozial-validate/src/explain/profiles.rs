//! XP: what a recipient needs beyond the schema. No schema provokes these codes, but a profile does, so the examples are
//! excerpts: of a message, or of a profile.

use super::{
    Cause, Explanation,
    Party::{Manufacturer, Recipient, Sender},
};
use xsozial_schema::Code;

pub(super) const PROFILES: &[Explanation] = &[
    Explanation {
        code: Code::FieldMissing,
        cause: Cause {
            german: "Das Schema lässt die Angabe offen, der Empfänger braucht sie aber für diese Leistung; so steht es in dem Profil, \
                     das die Meldung nennt. Die Nachricht ist gültig und gilt als eingegangen. Fordern Sie die Angabe nach; die \
                     Meldung sagt, wer sie vorlegen kann.",
            english: "The schema leaves this open, but the recipient needs it for this Leistung; the profile that the message names \
                      says so. The document is valid and counts as received. Ask for what is missing; the message says who can \
                      supply it.",
        },
        schema: None,
        wrong: "<person><familienname>Mustermann</familienname></person>",
        right: "<person><familienname>Mustermann</familienname><telefon>0123 456</telefon></person>",
        mended_by: &[Sender, Recipient],
    },
    Explanation {
        code: Code::FieldEmpty,
        cause: Cause {
            german: "Das Element, das das Profil verlangt, ist da, aber ohne Inhalt: leer, nur mit Leerzeichen oder mit xsi:nil. \
                     Meist wurde ein Feld des Formulars nicht ausgefüllt, und die Software schreibt es trotzdem.",
            english: "The element that the profile demands is there, but without content: empty, with blanks alone, or with xsi:nil. \
                      Mostly a field of the form was left empty, and the software writes it all the same.",
        },
        schema: None,
        wrong: "<telefon> </telefon>",
        right: "<telefon>0123 456</telefon>",
        mended_by: &[Sender, Manufacturer],
    },
    Explanation {
        code: Code::ProfileNotMeant,
        cause: Cause {
            german: "Kein Pfad des Profils beginnt mit dem Wurzelelement dieser Nachricht; das Profil hat also nichts geprüft. Das ist \
                     in Ordnung, wenn zum Beispiel Quittungen neben Anträgen geprüft werden. Sonst passt das Profil nicht zur \
                     Nachricht.",
            english: "No path of the profile begins with the root element of this message, so the profile has checked nothing. That is \
                      in order where, for example, receipts are checked beside applications. Otherwise the profile is not that of \
                      the message.",
        },
        schema: None,
        wrong: "path = \"antrag.0001/person\"  # die Nachricht ist quittung.0002",
        right: "path = \"quittung.0002/aktenzeichen\"",
        mended_by: &[Recipient],
    },
    Explanation {
        code: Code::ProfileUnusable,
        cause: Cause {
            german: "Die Datei des Profils ist kein TOML, hat unbekannte Schlüssel, oder ein Pfad führt im Schema ins Leere. Die \
                     Fehlermeldung nennt Datei, Zeile, den Schritt, der scheitert, und die ähnlichsten Namen an dieser Stelle. Nichts \
                     wird geprüft, damit kein Tippfehler eine Vorgabe still ausschaltet.",
            english: "The profile's file is no TOML, has unknown keys, or a path leads nowhere in the schema. The error names file, line, \
                      the step that fails, and the nearest names in that place. Nothing is checked, so that no misspelling switches \
                      a demand off in silence.",
        },
        schema: None,
        wrong: "path = \"antrag.0001/person/familiename\"",
        right: "path = \"antrag.0001/person/familienname\"",
        mended_by: &[Recipient],
    },
];
