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
                     Laden Sie den Standard in der passenden Version aus dem XRepository und installieren Sie die ZIP-Datei mit \
                     „xsozial-codegen add“, oder geben Sie sie oder den entpackten Ordner mit --schema an.",
            english: "No schema is known for the namespace and root element of the document, so nothing can be checked. \
                      Download the standard in the right version from the XRepository, and install the ZIP file with \
                      `xsozial-codegen add`, or name it or the unpacked folder with --schema.",
        },
        schema: None,
        wrong: "xsozial-validate check antrag.xml",
        right: "xsozial-validate check --schema xbeispiel.zip antrag.xml",
        mended_by: &[Recipient],
    },
    Explanation {
        code: Code::SchemaAmbiguous,
        cause: Cause {
            german: "Zum Namensraum und Wurzelelement des Dokuments passen mehrere installierte Standards, und auch seine \
                     Attribute standard und version entscheiden nicht zwischen ihnen: etwa zwei Lieferungen derselben \
                     Version mit verschiedenen Schemas. Die Meldung nennt sie. Wählen Sie mit --standard, oder entfernen Sie \
                     mit „xsozial-codegen remove“, was Sie nicht mehr brauchen.",
            english: "Several installed standards fit the namespace and root element of the document, and its attributes \
                      standard and version do not decide between them: for example two deliveries of one version with \
                      different schemas. The message names them. Choose with --standard, or remove with \
                      `xsozial-codegen remove` what you no longer need.",
        },
        schema: None,
        wrong: "xsozial-validate check antrag.xml",
        right: "xsozial-validate check --standard xbeispiel_1.0@3f9a0c21 antrag.xml",
        mended_by: &[Recipient],
    },
    Explanation {
        code: Code::NotInstalled,
        cause: Cause {
            german: "Der Namensraum nennt den Standard und seine Version, aber das Schema dieser Version ist nicht \
                     installiert. Die Meldung nennt zwei Befehle: Der erste holt die Lieferung aus dem XRepository; der zweite \
                     installiert eine ZIP-Datei, die Sie selbst heruntergeladen haben. Die amtlichen Schemas liegen diesem \
                     Programm nicht bei.",
            english: "The namespace names the standard and its version, and the schema of this version is not installed. The \
                      message names two commands: the first fetches the delivery from the XRepository; the second installs a \
                      ZIP file that you downloaded yourself. The official schemas do not come with this program.",
        },
        schema: None,
        wrong: "xsozial-validate check antrag.xml",
        right: "xsozial-codegen add xsozialbasis_2.4.0.zip && xsozial-validate check antrag.xml",
        mended_by: &[Recipient],
    },
    Explanation {
        code: Code::SchemaUnusable,
        cause: Cause {
            german: "Der Standard zum Dokument ist installiert, aber seine Dateien sind beschädigt oder nicht lesbar; über das \
                     Dokument ist damit nichts gesagt. Die Meldung nennt den Ordner. Fügen Sie die Lieferung noch einmal hinzu; \
                     das ersetzt, was beschädigt ist. Der Aufruf endet mit dem Wert 2.",
            english: "The standard of the document is installed, but its files are damaged or cannot be read; this says nothing \
                      of the document. The message names the folder. Add the delivery again; this replaces what is damaged. \
                      The call ends with exit code 2.",
        },
        schema: None,
        wrong: "xsozial-validate check antrag.xml",
        right: "xsozial-codegen add xbeispiel_1.0.zip && xsozial-validate check antrag.xml",
        mended_by: &[Recipient],
    },
];
