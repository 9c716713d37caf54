//! The most memory that a thread held while something ran.

// Only an allocator can count what is allocated. It hands every call on and touches no memory itself; counting by thread
// lets tests run beside each other.
#![allow(unsafe_code)]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
};

thread_local! {
    static HELD: Cell<usize> = const { Cell::new(0) };
    static PEAK: Cell<usize> = const { Cell::new(0) };
}

/// Hands on to the allocator of the system, and counts.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn taken(bytes: usize) {
    let held = HELD.get().saturating_add(bytes);
    HELD.set(held);
    PEAK.set(PEAK.get().max(held));
}

fn given_back(bytes: usize) {
    HELD.set(HELD.get().saturating_sub(bytes));
}

// SAFETY: every call goes to `System` with the arguments that came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        given_back(layout.size());
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Old and new stand side by side while the content is copied.
        taken(size);
        let moved = unsafe { System.realloc(place, layout, size) };
        given_back(layout.size());
        moved
    }
}

/// Does something, and says how many bytes it held at most beyond those held before.
pub(crate) fn peak_of<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = HELD.get();
    PEAK.set(before);
    let result = work();
    (result, PEAK.get() - before)
}

#[test]
fn what_was_given_back_counts_for_the_peak() {
    let (rest, peak) = peak_of(|| {
        drop(vec![1_u8; 10_000]);
        vec![1_u8; 1_000]
    });
    assert_eq!(rest.len(), 1_000);
    assert!((10_000..20_000).contains(&peak), "{peak}");
}
