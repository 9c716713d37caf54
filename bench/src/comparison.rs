//! The whole comparison: models made and built, all of them measured, one text of it.

use crate::environment;
use std::{
    error::Error,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};
use xsozial_bench::{
    corpus::{Corpus, workspace_root},
    generated::{
        GeneratedError, Generator, Linked, Profile, Program, Template,
        peers::{Model, XoevXwasser, XsdParser, Xsdata},
    },
    speed::{SchemaLoad, compare, flatten_schemas},
};

/// What is compared, and how often.
pub(crate) struct Comparison<'a> {
    pub(crate) corpus: &'a Corpus,
    /// The schema document of the set that includes all others.
    pub(crate) entry: &'a str,
    /// How often every subject has its turn.
    pub(crate) rounds: u32,
    pub(crate) documents: &'a [PathBuf],
    /// Where everything is made.
    pub(crate) target: &'a Path,
}

/// The models that were made, and why others were not.
#[derive(Default)]
struct Models {
    made: Vec<Model>,
    left_out: Vec<String>,
    linked: Linked,
    xsdata: Option<PathBuf>,
}

impl Comparison<'_> {
    /// Nothing but validation, in this very program: nothing is generated and built.
    pub(crate) fn of_validators(&self) -> Result<String, Box<dyn Error>> {
        let arguments = self.arguments(&self.flatten()?, None);
        let locks = [workspace_root().join("Cargo.lock")];
        let mut text = self.heading("Validation", &locks, None)?;
        text.push_str(&compare(Vec::new(), arguments.into_iter())?);
        Ok(text)
    }

    /// Everything.
    pub(crate) fn of_all(&self) -> Result<String, Box<dyn Error>> {
        let entry = self.flatten()?;
        tell("generating and building ours");
        let generated = Generator::build()?.generate(&self.corpus.delivery(), self.target)?;
        let mut models = Models::default();
        if cfg!(feature = "peers") {
            models.make(&entry, &self.root_element()?, self.target)?;
        }
        let program = Template::SPEED.build_with(&generated, Profile::Release, &models.linked)?;
        models.made.insert(
            0,
            Model {
                name: "xsozial".to_owned(),
                generation: Some(generated.time),
                lines: generated.lines,
                build: Some(program.time),
            },
        );
        tell("measuring");
        let speeds = self.measure(&program, &entry, models.xsdata.as_deref())?;
        let locks = [program.lock, workspace_root().join("bench/peers/Cargo.lock")];
        let mut text = self.heading("Result", &locks, models.xsdata.is_some().then_some(Xsdata::VERSION))?;
        models.write(&mut text)?;
        text.push_str(&speeds);
        Ok(text)
    }

    /// A copy of the set for peers that know no catalogs.
    fn flatten(&self) -> Result<PathBuf, Box<dyn Error>> {
        flatten_schemas(&self.corpus.schemas(), &self.target.join("schemas"), self.entry)
    }

    fn arguments(&self, entry: &Path, xsdata: Option<&Path>) -> Vec<String> {
        let mut arguments = vec![self.rounds.to_string(), format!("--schema={}", entry.display())];
        arguments.extend(xsdata.map(|folder| format!("--xsdata={}", folder.display())));
        arguments.extend(self.documents.iter().map(|document| document.display().to_string()));
        arguments
    }

    fn measure(&self, program: &Program, entry: &Path, xsdata: Option<&Path>) -> Result<String, Box<dyn Error>> {
        let mut command = Command::new(&program.path);
        command.args(self.arguments(entry, xsdata)).stderr(Stdio::inherit());
        let output = command.output()?;
        if output.status.success() {
            Ok(String::from_utf8(output.stdout)?)
        } else {
            Err("the measuring program failed".into())
        }
    }

    /// Namespace and local name of the root element of the first document.
    fn root_element(&self) -> Result<(String, String), Box<dyn Error>> {
        let text = fs::read_to_string(self.documents.first().ok_or("no document is given")?)?;
        let tree = roxmltree::Document::parse(&text)?;
        let name = tree.root_element().tag_name();
        Ok((name.namespace().unwrap_or_default().to_owned(), name.name().to_owned()))
    }

    fn heading(&self, title: &str, locks: &[PathBuf], xsdata: Option<&str>) -> Result<String, Box<dyn Error>> {
        let date = environment::date().unwrap_or_else(|| "an unknown day".to_owned());
        let locks: Vec<&Path> = locks.iter().map(PathBuf::as_path).collect();
        let mut text = format!("## {title}, {date}\n\n");
        writeln!(text, "{}; {} rounds.\n", environment::machine(), self.rounds)?;
        writeln!(text, "{}.\n", environment::versions(&locks, xsdata))?;
        let load = SchemaLoad::measure(&self.corpus.schemas(), self.rounds)?;
        writeln!(text, "{}: {load}.\n", self.corpus.name)?;
        Ok(text)
    }
}

impl Models {
    /// Makes those of the peers. One that cannot be made is named with its reason.
    fn make(&mut self, entry: &Path, root: &(String, String), target: &Path) -> Result<(), GeneratedError> {
        self.linked.has_peers = true;
        let peers = "xsozial-bench-peers = { path = '{workspace}/bench/peers' }";
        self.linked.dependencies.push(peers.to_owned());
        tell("building xoev-xwasser");
        self.made.push(XoevXwasser::make(target)?);
        self.linked
            .candidates
            .push("xsozial_bench_peers::xoev_xwasser()".to_owned());
        tell("generating and building with xsd-parser, which takes minutes");
        match XsdParser::make(entry, (&root.0, &root.1), target) {
            Ok(made) => {
                let dependency = format!("xsd-parser-model = {{ path = '{}' }}", made.folder.display());
                self.linked.dependencies.push(dependency);
                let candidates = "xsozial_bench_peers::xsd_parser::<xsd_parser_model::Root>(xsd_parser_model::ROOT)";
                self.linked.candidates.push(candidates.to_owned());
                self.made.push(made.model);
            }
            Err(error) => self.leave_out("xsd-parser", &error),
        }
        tell("generating with xsdata");
        match Xsdata::make(entry, target) {
            Ok(made) => {
                self.xsdata = Some(made.folder);
                self.made.push(made.model);
            }
            Err(error) => self.leave_out("xsdata", &error),
        }
        Ok(())
    }

    fn leave_out(&mut self, name: &str, error: &GeneratedError) {
        let told = error.to_string();
        let first = told.lines().take(3).collect::<Vec<_>>().join(" ");
        self.left_out.push(format!("- {name}: left out: {first}"));
    }

    /// What each costs before it can be used.
    fn write(&self, text: &mut String) -> std::fmt::Result {
        text.push_str(
            "| model | generated in, s | lines | release build, dependencies built, s |\n|---|---|---|---|\n",
        );
        for model in &self.made {
            let seconds =
                |time: Option<Duration>| time.map_or("–".to_owned(), |time| format!("{:.1}", time.as_secs_f64()));
            let (generation, build) = (seconds(model.generation), seconds(model.build));
            writeln!(text, "| {} | {generation} | {} | {build} |", model.name, model.lines)?;
        }
        text.push('\n');
        for line in &self.left_out {
            writeln!(text, "{line}")?;
        }
        if !self.left_out.is_empty() {
            text.push('\n');
        }
        Ok(())
    }
}

/// What is being done, for whoever waits.
fn tell(step: &str) {
    eprintln!("{step} …");
}
