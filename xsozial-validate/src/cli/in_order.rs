//! Work on several threads whose results are taken in order.

use std::{
    collections::BTreeMap,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

/// Results that wait to be taken, for each thread. A slow document holds up no more than this.
const WAITING: usize = 4;

/// Does pieces of work on several threads, and takes their results in order on this one; it stops at the first error.
///
/// Only a few results wait at a time. `work` must not panic, or the result would be waited for forever.
pub(super) fn in_order<T: Send, E>(
    count: usize,
    threads: usize,
    work: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let threads = threads.min(count);
    if threads <= 1 {
        return (0..count).try_for_each(|place| take(work(place)));
    }
    let turnstile = Turnstile::new(count, threads * WAITING);
    thread::scope(|scope| {
        // Whatever ends this block ends the threads.
        let _stop = StopOnDrop(&turnstile);
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(place) = turnstile.begin() {
                    turnstile.finish(place, work(place));
                }
            });
        }
        (0..count).try_for_each(|place| take(turnstile.take(place)))
    })
}

struct Turnstile<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
    count: usize,
    most_waiting: usize,
}

struct State<T> {
    begun: usize,
    taken: usize,
    waiting: BTreeMap<usize, T>,
    is_stopped: bool,
}

struct StopOnDrop<'t, T>(&'t Turnstile<T>);

impl<T> Drop for StopOnDrop<'_, T> {
    fn drop(&mut self) {
        self.0.lock().is_stopped = true;
        self.0.changed.notify_all();
    }
}

impl<T> Turnstile<T> {
    fn new(count: usize, most_waiting: usize) -> Self {
        let state = State {
            begun: 0,
            taken: 0,
            waiting: BTreeMap::new(),
            is_stopped: false,
        };
        Self {
            state: Mutex::new(state),
            changed: Condvar::new(),
            count,
            most_waiting,
        }
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'s>(&self, state: MutexGuard<'s, State<T>>) -> MutexGuard<'s, State<T>> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    /// The next piece of work; `None` when there is none left. Waits while too many results wait.
    fn begin(&self) -> Option<usize> {
        let mut state = self.lock();
        while !state.is_stopped && state.begun < self.count && state.begun >= state.taken + self.most_waiting {
            state = self.wait(state);
        }
        if state.is_stopped || state.begun == self.count {
            return None;
        }
        state.begun += 1;
        Some(state.begun - 1)
    }

    fn finish(&self, place: usize, result: T) {
        self.lock().waiting.insert(place, result);
        self.changed.notify_all();
    }

    fn take(&self, place: usize) -> T {
        let mut state = self.lock();
        loop {
            if let Some(result) = state.waiting.remove(&place) {
                state.taken = place + 1;
                self.changed.notify_all();
                return result;
            }
            state = self.wait(state);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        convert::Infallible,
        sync::atomic::{AtomicUsize, Ordering},
        time::Duration,
    };

    #[test]
    fn results_come_in_order_whichever_is_ready_first() {
        for threads in [1, 2, 7, 500] {
            let mut taken = Vec::new();
            let work = |place: usize| {
                thread::sleep(Duration::from_micros(((place * 7) % 5) as u64 * 100));
                place
            };
            in_order(200, threads, work, |place| {
                taken.push(place);
                Ok::<_, Infallible>(())
            })
            .unwrap();
            assert_eq!(taken, (0..200).collect::<Vec<_>>());
        }
        in_order(0, 4, |_| (), Err).unwrap();
    }

    #[test]
    fn only_a_few_results_wait() {
        let (begun, taken, most) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
        let work = |_| {
            let open = begun.fetch_add(1, Ordering::SeqCst) + 1 - taken.load(Ordering::SeqCst);
            most.fetch_max(open, Ordering::SeqCst);
        };
        in_order(500, 2, work, |()| {
            taken.fetch_add(1, Ordering::SeqCst);
            Ok::<_, Infallible>(())
        })
        .unwrap();
        // One more: the result that is being taken is counted after it was let through.
        assert!(most.into_inner() <= 2 * WAITING + 1);
    }

    #[test]
    fn an_error_stops_the_work() {
        let begun = AtomicUsize::new(0);
        let work = |place| {
            begun.fetch_add(1, Ordering::SeqCst);
            place
        };
        let take = |place| if place == 3 { Err(place) } else { Ok(()) };
        assert_eq!(in_order(100_000, 2, work, take), Err(3));
        assert!(begun.into_inner() < 1_000);
    }
}
