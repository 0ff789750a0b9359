//! The four names that the browser calls. A call writes its message into the buffer of `alloc`, and reads the answer where
//! `out` points; a worker has one thread, so one buffer each way is enough.
#![expect(
    unsafe_code,
    reason = "an unmangled name could clash with another; these four are the only ones in the wasm module"
)]

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::wire;
use crate::worker::Worker;

struct Hall {
    worker: Worker,
    input: Vec<u8>,
    output: Vec<u8>,
}

static HALL: Mutex<Option<Hall>> = Mutex::new(None);

fn with_hall<T>(work: impl FnOnce(&mut Hall) -> T) -> T {
    let mut hall: MutexGuard<'_, Option<Hall>> = HALL.lock().unwrap_or_else(PoisonError::into_inner);
    let fresh = || Hall { worker: Worker::default(), input: Vec::new(), output: Vec::new() };
    work(hall.get_or_insert_with(fresh))
}

/// Makes room for a message of `length` bytes and says where to write it.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn alloc(length: usize) -> *mut u8 {
    with_hall(|hall| {
        hall.input.clear();
        hall.input.resize(length, 0);
        hall.input.as_mut_ptr()
    })
}

/// Loads the pack of the message; 1 when it was read.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn load() -> u32 {
    with_hall(|hall| wire::load(&mut hall.worker, &core::mem::take(&mut hall.input)).is_ok().into())
}

/// Answers the request of the message; gives the length of the answer.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn handle() -> usize {
    with_hall(|hall| {
        hall.output = wire::answer(&hall.worker, &core::mem::take(&mut hall.input));
        hall.output.len()
    })
}

/// Where the last answer stands.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn out() -> *const u8 {
    with_hall(|hall| hall.output.as_ptr())
}
