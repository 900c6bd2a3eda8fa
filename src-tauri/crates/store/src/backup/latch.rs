//! A writer that goes on failing once it failed.

use std::io::{Error, Result, Seek, SeekFrom, Write};

/// Passes on what is written until something fails; from then on everything does. The zip writer tidies up when it is
/// dropped, reckons with positions that a failed write did not reach, and stops the program over it: so it gets no position
/// any more.
pub(super) struct Latch<W> {
    inner: W,
    failed: bool,
}

impl<W> Latch<W> {
    pub fn new(inner: W) -> Self {
        Self { inner, failed: false }
    }

    fn pass<T>(&mut self, act: impl FnOnce(&mut W) -> Result<T>) -> Result<T> {
        if self.failed {
            return Err(Error::other("an earlier write failed"));
        }
        let done = act(&mut self.inner);
        self.failed = done.is_err();
        done
    }
}

impl<W: Write> Write for Latch<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.pass(|inner| inner.write(bytes))
    }

    fn flush(&mut self) -> Result<()> {
        self.pass(Write::flush)
    }
}

impl<W: Seek> Seek for Latch<W> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.pass(|inner| inner.seek(to))
    }
}
