//! A server on this machine that answers in the shapes of the XRepository.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

/// An answer to a request.
#[derive(Clone)]
pub(crate) enum Answer {
    /// Status, content type, body.
    Whole(u16, &'static str, Vec<u8>),
    /// The connection is cut in the middle of the body.
    Cut(&'static str, Vec<u8>),
}

impl Answer {
    pub(crate) fn json(body: &str) -> Self {
        Self::Whole(200, "application/json", body.as_bytes().to_vec())
    }

    pub(crate) fn zip(body: Vec<u8>) -> Self {
        Self::Whole(200, "application/zip", body)
    }

    pub(crate) fn not_found(body: &str) -> Self {
        Self::Whole(404, "application/json", body.as_bytes().to_vec())
    }
}

/// What the server answers and was asked.
#[derive(Default)]
struct State {
    /// Path → answers, one after the other; the last one again and again.
    answers: HashMap<String, Vec<Answer>>,
    asked: Vec<String>,
}

pub(crate) struct Server {
    pub(crate) base: String,
    state: Arc<Mutex<State>>,
    most_at_once: Arc<AtomicUsize>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}/api", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State::default()));
        let (now, most_at_once) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let (shared, most) = (Arc::clone(&state), Arc::clone(&most_at_once));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (shared, now, most) = (Arc::clone(&shared), Arc::clone(&now), Arc::clone(&most));
                thread::spawn(move || {
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    serve(&stream, &shared);
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Self {
            base,
            state,
            most_at_once,
        }
    }

    /// From now on this path is answered so.
    pub(crate) fn answer(&self, path: &str, answers: Vec<Answer>) {
        self.state.lock().unwrap().answers.insert(path.to_owned(), answers);
    }

    /// The paths that were asked for since this was last called.
    pub(crate) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.state.lock().unwrap().asked)
    }

    pub(crate) fn most_at_once(&self) -> usize {
        self.most_at_once.load(Ordering::SeqCst)
    }
}

fn serve(mut stream: &TcpStream, state: &Mutex<State>) {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().unwrap().unwrap();
    // The headers end with an empty line.
    while lines.next().is_some_and(|line| !line.unwrap().is_empty()) {}
    let path = request.split(' ').nth(1).unwrap().replace("%3A", ":");
    let path = path.strip_prefix("/api").unwrap().to_owned();
    let answer = {
        let mut state = state.lock().unwrap();
        state.asked.push(path.clone());
        match state.answers.get_mut(&path) {
            Some(answers) if answers.len() > 1 => answers.remove(0),
            Some(answers) => answers[0].clone(),
            None => Answer::not_found("\"\""),
        }
    };
    // Long enough for requests that are sent at the same time to meet.
    thread::sleep(Duration::from_millis(30));
    let (status, kind, body, sent) = match answer {
        Answer::Whole(status, kind, body) => (status, kind, body.clone(), body),
        Answer::Cut(kind, body) => (200, kind, body.clone(), body[..body.len() / 2].to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    // A client that has seen enough may be gone.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&sent));
}
