//! XA: the call of a command.

use super::{Remedy, remedy};

/// What goes wrong by no fault of the user.
const OUR_FAULT: [&str; 2] = [
    "Das ist ein Fehler des Programms; bitte melden Sie ihn mit Version, Aufruf und Standard, ohne Dokumente.",
    "This is an error of the program; please report it with version, call and standard, without documents.",
];

/// Whoever publishes the schema has to do something.
const SCHEMA_CONTRADICTS: [&str; 2] = [
    "Kein Dokument kann an dieser Stelle gültig sein. Das behebt, wer das Schema veröffentlicht.",
    "No document can be valid at this place. Whoever publishes the schema mends this.",
];

pub(super) const CALLS: &[Remedy] = &[
    remedy(
        "XA0001",
        [
            "Eine Datei oder ein Ordner lässt sich nicht lesen",
            "A file or folder cannot be read",
        ],
        [
            "Prüfen Sie Schreibweise und Rechte.",
            "Check the spelling and the permissions.",
        ],
    ),
    remedy(
        "XA0002",
        ["Eine Datei lässt sich nicht schreiben", "A file cannot be written"],
        [
            "Prüfen Sie Rechte und freien Platz.",
            "Check permissions and free space.",
        ],
    ),
    remedy(
        "XA0003",
        ["Die Ausgabe lässt sich nicht schreiben", "The output cannot be written"],
        [
            "Prüfen Sie, wohin die Ausgabe umgeleitet ist, und den freien Platz.",
            "Check where the output is redirected to, and the free space.",
        ],
    ),
    remedy(
        "XA0004",
        [
            "Der Ordner für Ihre Daten ist nicht bekannt",
            "The folder for your data is not known",
        ],
        [
            "Nennen Sie den Bestand installierter Standards mit --store oder in der Umgebungsvariable XSOZIAL_STORE.",
            "Name the store of installed standards with --store or in the environment variable XSOZIAL_STORE.",
        ],
    ),
    remedy(
        "XA0005",
        [
            "Kein installierter Standard heißt so",
            "No installed standard has this name",
        ],
        [
            "„xsozial-codegen list“ nennt die installierten, „xsozial-codegen add“ installiert einen.",
            "`xsozial-codegen list` names those that are installed, `xsozial-codegen add` installs one.",
        ],
    ),
    remedy(
        "XA0006",
        [
            "Mehrere installierte Standards heißen so",
            "Several installed standards have this name",
        ],
        [
            "Schreiben Sie Version und den Anfang der Prüfsumme dazu: KENNUNG_VERSION@PRÜFSUMME.",
            "Add version and the beginning of the hash: KENNUNG_VERSION@HASH.",
        ],
    ),
    remedy(
        "XA0007",
        [
            "Neben einem gespeicherten Schema stehen weitere",
            "Other schemas stand beside a stored schema",
        ],
        [
            "Eine Datei schema.bin ist vollständig; geben Sie kein weiteres --schema an.",
            "A file schema.bin is complete; name no other --schema.",
        ],
    ),
    remedy(
        "XA0008",
        ["Ein Profil braucht ein Schema", "A profile needs a schema"],
        [
            "Nennen Sie es mit --schema, oder mit --standard ein installiertes.",
            "Name one with --schema, or an installed one with --standard.",
        ],
    ),
    remedy(
        "XA0009",
        [
            "Die Standardeingabe (-) ist mehrmals genannt",
            "The standard input (-) is named more than once",
        ],
        [
            "Sie lässt sich nur einmal lesen; nennen Sie sie einmal.",
            "It can be read only once; name it once.",
        ],
    ),
    remedy(
        "XA0010",
        ["Diesen Code gibt es nicht", "There is no such code"],
        [
            "„xsozial-validate explain“ ohne Code nennt alle.",
            "`xsozial-validate explain` without a code lists them all.",
        ],
    ),
    remedy(
        "XA0011",
        [
            "Die Datei der Einstellungen ist fehlerhaft",
            "The file of settings has an error",
        ],
        [
            "Berichtigen Sie die genannte Zeile der Datei, oder übergehen Sie die Datei mit --no-config.",
            "Correct the line of the file, or pass over the file with --no-config.",
        ],
    ),
    remedy(
        "XA0012",
        [
            "intake schreibt dieses Format nicht",
            "intake does not write this format",
        ],
        ["Verwenden Sie text oder jsonl.", "Use text or jsonl."],
    ),
    remedy(
        "XA0013",
        [
            "Die Tabelle der Probleme ist unbrauchbar",
            "The table of problems is of no use",
        ],
        [
            "Sie ist eine JSON-Datei; die Meldung nennt Zeile und Spalte.",
            "It is a JSON file; the message names line and column.",
        ],
    ),
    remedy(
        "XA0014",
        [
            "Die Tabelle der Probleme kennt gefundene Codes nicht",
            "The table of problems does not know codes that were found",
        ],
        [
            "Ergänzen Sie die genannten Einträge; erfunden wird keiner.",
            "Add the entries that are named; none is made up.",
        ],
    ),
    remedy(
        "XA0015",
        [
            "Die Datei der bekannten Befunde ist unbrauchbar",
            "The file of known findings is of no use",
        ],
        [
            "Schreiben Sie sie mit --write-baseline neu.",
            "Write it again with --write-baseline.",
        ],
    ),
    remedy(
        "XA0016",
        [
            "--summary passt nicht zu diesem Format",
            "--summary does not go with this format",
        ],
        [
            "Lassen Sie --summary weg, oder wählen Sie mit --format ein anderes, etwa text oder jsonl.",
            "Leave out --summary, or choose another one with --format, such as text or jsonl.",
        ],
    ),
    remedy(
        "XA0017",
        ["Diesen Befehl gibt es nicht", "There is no such command"],
        ["--help nennt alle Befehle.", "--help names all commands."],
    ),
    remedy(
        "XA0018",
        [
            "Aus einem Dokument lassen sich keine Mutanten machen",
            "No mutants can be made of a document",
        ],
        [
            "mutate braucht Dokumente in UTF-8, die nach dem Schema gültig sind.",
            "mutate needs documents in UTF-8 that are valid by the schema.",
        ],
    ),
    remedy(
        "XA0019",
        [
            "Das gespeicherte Schema ist unbrauchbar",
            "The stored schema is of no use",
        ],
        [
            "Eine andere Version des Programms hat die Datei geschrieben, oder sie ist beschädigt. Erzeugen Sie sie neu.",
            "Another version of the program has written the file, or it is damaged. Make it again.",
        ],
    ),
    remedy(
        "XA0020",
        [
            "Wie XDatenfelder zu lesen sind, ist ohne eine solche Datei angegeben",
            "How XDatenfelder files are read is said without such a file",
        ],
        [
            "--shape, --names und --any-code gelten für --schema. Eine installierte Lieferung und eine schema.bin haben sie schon in \
             sich.",
            "--shape, --names and --any-code are for --schema. An installed delivery and a schema.bin have them in them already.",
        ],
    ),
    remedy(
        "XA0021",
        [
            "Diese Option hat bei intake keine Bedeutung",
            "This option has no meaning for intake",
        ],
        [
            "Lassen Sie sie weg, oder verwenden Sie check.",
            "Leave it out, or use check.",
        ],
    ),
    remedy(
        "XA0101",
        ["Es ist kein Ausgabeordner angegeben", "No output folder was given"],
        ["Nennen Sie ihn mit --out.", "Name it with --out."],
    ),
    remedy(
        "XA0102",
        ["So kann ein Crate nicht heißen", "A crate cannot be called like this"],
        [
            "Verwenden Sie Kleinbuchstaben, Ziffern, - und _, und einen Buchstaben am Anfang.",
            "Use small letters, digits, - and _, and a letter first.",
        ],
    ),
    remedy(
        "XA0103",
        [
            "Im Ausgabeordner liegt eine fremde Datei im Weg",
            "A foreign file stands in the way in the output folder",
        ],
        [
            "Sie bleibt, wie sie ist. Wählen Sie einen anderen Ordner.",
            "It is left as it is. Choose another folder.",
        ],
    ),
    remedy(
        "XA0104",
        [
            "Das übersetzte Schema lässt sich nicht speichern",
            "The compiled schema cannot be stored",
        ],
        OUR_FAULT,
    ),
    remedy(
        "XA0105",
        [
            "Der Name ist kein Wurzelelement des Schemas",
            "The name is no root element of the schema",
        ],
        [
            "Schreiben Sie den Namen eines globalen Elements, das nicht abstrakt ist, oder Q{Namensraum}Name.",
            "Write the name of a global element that is not abstract, or Q{namespace}name.",
        ],
    ),
    remedy(
        "XA0106",
        [
            "Zu diesem Schema lässt sich kein gültiges Dokument bilden",
            "No valid document can be made of this schema",
        ],
        SCHEMA_CONTRADICTS,
    ),
    remedy(
        "XA0199",
        ["Das Programm hat einen Fehler", "The program has an error"],
        OUR_FAULT,
    ),
];
