//! Requests to the XRepository.

use super::{FetchArguments, FetchError, NotFoundReason, metadata::Metadata, progress::Progress};
use indicatif::ProgressBar;
use serde::Deserialize;
use std::{
    env,
    fs::File,
    io::{self, Read, Write},
    path::Path,
    thread,
    time::Duration,
};
use ureq::{
    Agent, Body,
    http::{Response, StatusCode},
    tls::{RootCerts, TlsConfig},
};

/// The public XRepository.
const PUBLIC: &str = "https://www.xrepository.de/api";
/// Names another one.
const VARIABLE: &str = "XSOZIAL_XREPOSITORY";
/// The longest wait before a request is sent again.
const LONGEST_WAIT: Duration = Duration::from_secs(8);
/// The largest archive, and the largest answer about a version.
const ARCHIVE_BYTES: u64 = 1 << 30;
const JSON_BYTES: u64 = 16 << 20;
/// How much of an answer is read at a time.
const CHUNK: usize = 64 << 10;

/// What an answer must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    Zip,
    Json,
}

impl Expected {
    const fn name(self) -> &'static str {
        match self {
            Self::Zip => "ZIP archive",
            Self::Json => "JSON",
        }
    }

    const fn limit(self) -> u64 {
        match self {
            Self::Zip => ARCHIVE_BYTES,
            Self::Json => JSON_BYTES,
        }
    }

    /// Whether the first bytes are those of such an answer. The content type alone does not tell: archives come as
    /// `application/zip`, `application/octet-stream` and others.
    fn begins(self, bytes: &[u8]) -> bool {
        match self {
            Self::Zip => bytes.starts_with(b"PK"),
            Self::Json => matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'[')),
        }
    }
}

/// Whether there is something under an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Yes,
    No(NotFoundReason),
}

/// Sends requests, again where that may help.
#[derive(Debug)]
pub(super) struct Client {
    agent: Agent,
    base: String,
    retries: u32,
    wait: Duration,
}

/// Why an attempt came to nothing.
enum Failure {
    /// Another attempt may succeed.
    Passing(FetchError),
    Final(FetchError),
}

impl Client {
    pub(super) fn new(arguments: &FetchArguments) -> Result<Self, FetchError> {
        let from_environment = || env::var(VARIABLE).ok().filter(|url| !url.is_empty());
        let base = arguments.base_url.clone().or_else(from_environment);
        let base = base.unwrap_or_else(|| PUBLIC.to_owned());
        let base = base.trim_end_matches('/').to_owned();
        let is_secure = base.starts_with("https://");
        if !is_secure && !base.starts_with("http://") {
            return Err(FetchError::BaseUrl { url: base });
        }
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // An answer that leads from a secure address to an open one is refused.
            .https_only(is_secure)
            .tls_config(tls)
            .timeout_connect(Some(Duration::from_secs(15)))
            .timeout_recv_response(Some(Duration::from_secs(120)))
            .timeout_per_read(Some(Duration::from_secs(60)))
            .user_agent(concat!("xsozial-codegen/", env!("CARGO_PKG_VERSION")));
        Ok(Self {
            agent: config.build().new_agent(),
            base,
            retries: arguments.retries,
            wait: Duration::from_millis(arguments.retry_wait),
        })
    }

    /// The address that all requests begin with.
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// What the XRepository says of a standard or a version, as JSON.
    pub(super) fn metadata(&self, kennung: &str) -> Result<Vec<u8>, FetchError> {
        let path = format!("/xrepository/{kennung}/metadaten");
        let mut json = Vec::new();
        let found = self.attempts(&path, || {
            json.clear();
            self.attempt(&path, Expected::Json, &mut json, None)
        })?;
        match found {
            Found::Yes => Ok(json),
            Found::No(reason) => Err(FetchError::NotFound {
                what: kennung.to_owned(),
                reason,
            }),
        }
    }

    /// The Kennungen of a standard's versions.
    pub(super) fn versions(&self, kennung: &str) -> Result<Vec<String>, FetchError> {
        Ok(Metadata::read(&self.metadata(kennung)?, kennung)?.versions)
    }

    /// Downloads an answer into a file, which is complete when this succeeds.
    pub(super) fn download(
        &self,
        path: &str,
        expected: Expected,
        target: &Path,
        progress: &Progress,
    ) -> Result<Found, FetchError> {
        self.attempts(path, || {
            let unwritable = |source| {
                Failure::Final(FetchError::Cache {
                    path: target.to_owned(),
                    source,
                })
            };
            let mut file = File::create(target).map_err(unwritable)?;
            let found = self.attempt(path, expected, &mut file, Some(progress))?;
            file.sync_all().map_err(unwritable)?;
            Ok(found)
        })
    }

    /// Tries until an attempt succeeds, fails for good, or there were enough.
    fn attempts(&self, what: &str, mut attempt: impl FnMut() -> Result<Found, Failure>) -> Result<Found, FetchError> {
        let mut wait = self.wait;
        for number in 1.. {
            match attempt() {
                Ok(found) => return Ok(found),
                Err(Failure::Final(error)) => return Err(error),
                Err(Failure::Passing(error)) if number > self.retries => return Err(counted(error, number)),
                Err(Failure::Passing(_)) => {
                    thread::sleep(wait.min(LONGEST_WAIT));
                    wait = wait.saturating_mul(2);
                }
            }
        }
        // So many attempts nobody lives to see.
        Err(interrupted(what, "too many attempts".to_owned()))
    }

    fn attempt(
        &self,
        path: &str,
        expected: Expected,
        target: &mut dyn Write,
        progress: Option<&Progress>,
    ) -> Result<Found, Failure> {
        let accept = match expected {
            Expected::Zip => "application/zip, application/octet-stream",
            Expected::Json => "application/json",
        };
        let request = self.agent.get(format!("{}{path}", self.base)).header("accept", accept);
        let mut response = request.call().map_err(|error| failure(path, &error))?;
        match response.status() {
            StatusCode::NOT_FOUND => return Ok(Found::No(not_found(&mut response))),
            status if status.is_success() => {}
            status => return Err(refused(path, status)),
        }
        let bytes = response.body().content_length();
        let bar = progress.map_or_else(ProgressBar::hidden, |progress| progress.bar(path, bytes));
        let copied = copy(path, expected, &mut response, target, &bar);
        bar.finish_and_clear();
        copied.map(|()| Found::Yes)
    }
}

fn copy(
    path: &str,
    expected: Expected,
    response: &mut Response<Body>,
    target: &mut dyn Write,
    bar: &ProgressBar,
) -> Result<(), Failure> {
    let content_type = response.body().mime_type().unwrap_or("of unknown type").to_owned();
    let length = response.body().content_length();
    let limit = expected.limit();
    // One byte more than is allowed, so that what is too large is told from what just fits.
    let mut reader = response.body_mut().with_config().limit(limit + 1).reader();
    let mut chunk = vec![0; CHUNK];
    let mut total = 0;
    loop {
        let count = match reader.read(&mut chunk) {
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Failure::Passing(interrupted(path, error.to_string()))),
        };
        if total == 0 && !expected.begins(&chunk[..count]) {
            return Err(Failure::Final(FetchError::ContentType {
                what: path.to_owned(),
                expected: expected.name(),
                found: content_type,
            }));
        }
        if count == 0 {
            break;
        }
        total += count as u64;
        if total > limit {
            let what = path.to_owned();
            return Err(Failure::Final(FetchError::TooLarge { what, limit }));
        }
        bar.inc(count as u64);
        target.write_all(&chunk[..count]).map_err(|source| {
            Failure::Final(FetchError::Cache {
                path: path.into(),
                source,
            })
        })?;
    }
    if length.is_some_and(|length| length != total) {
        return Err(Failure::Passing(interrupted(
            path,
            "the answer ended too early".to_owned(),
        )));
    }
    Ok(())
}

fn failure(path: &str, error: &ureq::Error) -> Failure {
    use ureq::Error as Http;
    let is_final = matches!(
        error,
        Http::BadUri(_)
            | Http::InvalidProxyUrl
            | Http::RequireHttpsOnly(_)
            | Http::TooManyRedirects
            | Http::Tls(_)
            | Http::Rustls(_)
    );
    let error = interrupted(path, error.to_string());
    if is_final {
        Failure::Final(counted(error, 1))
    } else {
        Failure::Passing(error)
    }
}

fn interrupted(path: &str, reason: String) -> FetchError {
    FetchError::Interrupted {
        what: path.to_owned(),
        reason,
        attempts: 0,
    }
}

fn refused(path: &str, status: StatusCode) -> Failure {
    let error = FetchError::Status {
        what: path.to_owned(),
        status: status.as_u16(),
        attempts: 1,
    };
    let is_passing =
        status.is_server_error() || matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT);
    if is_passing {
        Failure::Passing(error)
    } else {
        Failure::Final(error)
    }
}

/// The error with the number of attempts.
fn counted(error: FetchError, number: u32) -> FetchError {
    match error {
        FetchError::Status { what, status, .. } => FetchError::Status {
            what,
            status,
            attempts: number,
        },
        FetchError::Interrupted { what, reason, .. } => FetchError::Interrupted {
            what,
            reason,
            attempts: number,
        },
        other => other,
    }
}

/// What an answer with status 404 says of the reason.
fn not_found(response: &mut Response<Body>) -> NotFoundReason {
    #[derive(Deserialize)]
    struct Fehler {
        fehler: String,
    }
    let mut json = Vec::new();
    let read = response
        .body_mut()
        .with_config()
        .limit(JSON_BYTES)
        .reader()
        .read_to_end(&mut json);
    // An answer that cannot be read says nothing of the reason.
    let fehler = read.ok().and_then(|_| serde_json::from_slice::<Fehler>(&json).ok());
    match fehler.map(|it| it.fehler.to_uppercase()).as_deref() {
        Some("NUR PLATZHALTER GEFUNDEN") => NotFoundReason::Placeholder,
        Some("NICHT SICHTBAR") => NotFoundReason::NotVisible,
        _ => NotFoundReason::Unknown,
    }
}
