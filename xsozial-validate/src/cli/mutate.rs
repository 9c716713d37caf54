//! `mutate`: for every rule of a schema a document that breaks it alone.

use super::{Error, MutateArguments, Outcome as Ended, schema::Given};
use crate::{
    Validator,
    documents::{Input, inputs},
    mutate::{Coverage, Mutant, Mutator, Outcome, Rule},
};
use std::{
    fs::{self, File},
    io::{self, BufWriter, Read, Write},
    path::Path,
};
use xsozial_schema::Schema;

/// The columns of `rules.tsv`.
const COLUMNS: &str = "document\tfrom\tcomponent\trule\tsubject\tcode\tpath\talone\n";

/// Makes the documents, writes them and their table, and says which share of the rules they cover.
pub(super) fn mutate(arguments: &MutateArguments, writer: &mut dyn Write) -> Result<Ended, Error> {
    let validator = Validator::new(
        Given {
            schemas: &arguments.schemas,
            catalog: arguments.catalog.as_deref(),
            codelists: &arguments.codelists,
            xdatenfelder: &arguments.xdatenfelder,
        }
        .load()?,
    );
    let mut mutator = Mutator::new(&validator);
    for (number, input) in (1..).zip(inputs(&arguments.documents)?) {
        let bytes = read(&input).map_err(|_| Error::UnreadableSource { number })?;
        let added = mutator.add(&input.name(), &bytes);
        added.map_err(|source| Error::Source { number, source })?;
    }
    let mut table = Table::create(&arguments.out)?;
    let mut coverage = Coverage::default();
    let mut implied = Vec::new();
    for (rule, outcome) in mutator.outcomes() {
        coverage.add(rule, &outcome);
        match &outcome {
            Outcome::Broken(mutant) => table.add(validator.schema(), rule, mutant)?,
            Outcome::Implied => implied.push(rule),
            Outcome::NotBroken(_) => {}
        }
    }
    table.finish()?;
    let listed = if arguments.verbose { &implied[..] } else { &[] };
    match tell(validator.schema(), listed, &coverage, arguments.verbose, writer) {
        // Whoever reads the output has seen enough; the documents are there.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Ended::Clean),
        told => Ok(told.map(|()| Ended::Clean)?),
    }
}

/// Tells the share of covered rules, and which are not covered where that is asked for.
fn tell(
    schema: &Schema,
    implied: &[Rule],
    coverage: &Coverage,
    is_verbose: bool,
    writer: &mut dyn Write,
) -> io::Result<()> {
    for &rule in implied {
        writeln!(writer, "{}: implied by other rules", named(schema, rule))?;
    }
    for &(rule, reason) in coverage.uncovered.iter().filter(|_| is_verbose) {
        writeln!(writer, "{}: {reason}", named(schema, rule))?;
    }
    writeln!(writer, "{coverage}")?;
    writer.flush()
}

fn read(input: &Input) -> io::Result<Vec<u8>> {
    match input {
        Input::File(path) => fs::read(path),
        Input::Stdin => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
        Input::Unusable { .. } => Err(io::ErrorKind::NotFound.into()),
    }
}

fn named(schema: &Schema, rule: Rule) -> String {
    let name = format!(
        "{} {} {}",
        rule.source(schema),
        rule.kind.as_str(),
        rule.subject_name(schema)
    );
    name.trim_end().to_owned()
}

/// The folder of the documents, and the table that says what each must give.
struct Table<'f> {
    folder: &'f Path,
    file: BufWriter<File>,
    documents: usize,
}

impl<'f> Table<'f> {
    fn create(folder: &'f Path) -> Result<Self, Error> {
        let path = folder.join("rules.tsv");
        let created = fs::create_dir_all(folder).and_then(|()| File::create(&path));
        let file = created.map_err(|source| Error::Unwritable { path, source })?;
        let mut table = Self {
            folder,
            file: BufWriter::new(file),
            documents: 0,
        };
        table.write(COLUMNS)?;
        Ok(table)
    }

    fn add(&mut self, schema: &Schema, rule: Rule, mutant: &Mutant) -> Result<(), Error> {
        self.documents += 1;
        let name = format!("{:05}.xml", self.documents);
        let path = self.folder.join(&name);
        fs::write(&path, &mutant.document).map_err(|source| Error::Unwritable { path, source })?;
        let fields: [&str; 8] = [
            &name,
            &mutant.from,
            &rule.source(schema),
            rule.kind.as_str(),
            &rule.subject_name(schema),
            mutant.code.as_str(),
            &mutant.path,
            if mutant.is_alone { "yes" } else { "no" },
        ];
        let fields = fields.map(|field| field.replace(['\t', '\n', '\r'], " "));
        self.write(&(fields.join("\t") + "\n"))
    }

    fn finish(mut self) -> Result<(), Error> {
        self.file.flush().map_err(|source| self.unwritable(source))
    }

    fn write(&mut self, line: &str) -> Result<(), Error> {
        let written = self.file.write_all(line.as_bytes());
        written.map_err(|source| self.unwritable(source))
    }

    fn unwritable(&self, source: io::Error) -> Error {
        Error::Unwritable {
            path: self.folder.join("rules.tsv"),
            source,
        }
    }
}
