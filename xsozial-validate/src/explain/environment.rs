//! XE: what keeps a document from being checked. The examples are calls.

use super::{
    Cause, Explanation,
    Party::{Manufacturer, Recipient},
};
use xsozial_schema::Code;

pub(super) const ENVIRONMENT: &[Explanation] = &[
    Explanation {
        code: Code::Unreadable,
        cause: Cause {
            german: "Die Datei konnte nicht geöffnet oder nicht zu Ende gelesen werden: Es gibt sie nicht, die Rechte fehlen, \
                     ein Ordner enthält kein XML, oder ein Laufwerk ist ausgefallen. Über ihren Inhalt ist damit nichts \
                     gesagt. Der Aufruf endet mit dem Wert 2; die übrigen Dokumente werden geprüft.",
            english: "The file could not be opened or not be read to its end: it does not exist, permission is missing, a \
                      folder holds no XML, or a drive has failed. This says nothing of its content. The call ends with exit \
                      code 2; the other documents are checked.",
        },
        schema: None,
        wrong: "xsozial-validate check --schema xbeispiel.zip antarg.xml",
        right: "xsozial-validate check --schema xbeispiel.zip antrag.xml",
        mended_by: &[Recipient],
    },
    Explanation {
        code: Code::Internal,
        cause: Cause {
            german: "Das Prüfprogramm selbst hat einen Fehler; über das Dokument ist damit nichts gesagt. Bitte melden Sie \
                     Version, Aufruf und Standard. Hängen Sie das Dokument nicht an: Es kann Sozialdaten enthalten.",
            english: "The checking program itself is at fault; this says nothing of the document. Please report version, call \
                      and standard. Do not attach the document: it may hold personal data.",
        },
        schema: None,
        wrong: "Fehlermeldung mit dem Dokument im Anhang",
        right: "Fehlermeldung mit der Ausgabe von: xsozial-validate --version",
        mended_by: &[Manufacturer],
    },
    Explanation {
        code: Code::NoSchema,
        cause: Cause {
            german: "Zum Namensraum und Wurzelelement des Dokuments ist kein Schema bekannt, also kann nichts geprüft werden. \
                     Laden Sie den Standard in der passenden Version aus dem XRepository und geben Sie die ZIP-Datei oder den \
                     entpackten Ordner mit --schema an.",
            english: "No schema is known for the namespace and root element of the document, so nothing can be checked. \
                      Download the standard in the right version from the XRepository, and name the ZIP file or the unpacked \
                      folder with --schema.",
        },
        schema: None,
        wrong: "xsozial-validate check antrag.xml",
        right: "xsozial-validate check --schema xbeispiel.zip antrag.xml",
        mended_by: &[Recipient],
    },
];
