//! Looks at every file, on all processors at once.

use crate::collected::Collected;
use crate::limits::Limits;
use crate::lines::{self, Language, Lines};
use crate::look::{Hit, look, wanted};
use crate::paths;
use crate::progress::Watch;
use groundwork_domain::audit::LeftOutReason;
use std::borrow::Cow;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Files that a thread takes at once.
const AT_ONCE: usize = 8;
/// How much of a file is searched for what no text has, in bytes: as Git does it.
const SNIFFED: usize = 8_000;

/// Where files come from: a commit or a folder.
pub(crate) trait Source: Sync {
    /// A file.
    type Item: Sync;
    /// What a thread reads with.
    type Reader;

    fn reader(&self) -> Self::Reader;

    /// Path within the project, with `/` between its parts.
    fn path<'a>(&self, item: &'a Self::Item) -> &'a str;

    /// Bytes of a file.
    fn size(&self, reader: &mut Self::Reader, item: &Self::Item) -> Result<u64, LeftOutReason>;

    /// Reads a file of at most `most` bytes into `into`, whatever is there.
    fn read(
        &self,
        reader: &mut Self::Reader,
        item: &Self::Item,
        most: u64,
        into: &mut Vec<u8>,
    ) -> Result<(), LeftOutReason>;
}

/// Runs `work` for each number below `count` on every thread of the pool; `start` makes what a thread works with.
fn each<T>(
    count: usize,
    start: impl Fn() -> T + Sync,
    work: impl Fn(&mut T, usize) + Sync,
    end: impl Fn(T) + Sync,
) {
    let next = AtomicUsize::new(0);
    let run = || {
        let mut own = None;
        loop {
            let from = next.fetch_add(AT_ONCE, Ordering::Relaxed);
            if from >= count {
                break;
            }
            let own = own.get_or_insert_with(&start);
            for number in from..(from + AT_ONCE).min(count) {
                work(own, number);
            }
        }
        if let Some(own) = own {
            end(own);
        }
    };
    rayon::scope(|scope| {
        for _ in 1..rayon::current_num_threads() {
            scope.spawn(|_| run());
        }
        run();
    });
}

/// What is to be done with a file.
#[derive(Clone, Copy)]
enum Plan {
    /// It is read.
    Read,
    /// Only its name is looked at.
    NameOnly(LeftOutReason),
}

/// Looks at every file and gathers what they show. A stop leaves the rest out; the caller asks.
pub(crate) fn look_at_all<S: Source>(
    source: &S,
    items: &[S::Item],
    limits: &Limits,
    watch: Watch<'_>,
) -> Collected {
    let plans = plans(source, items, limits, watch);
    let whole = Mutex::new(Collected::default());
    each(
        items.len(),
        || Thread::new(source),
        |thread, number| {
            if watch.go_on().is_ok()
                && let (Some(item), Some(plan)) = (items.get(number), plans.get(number))
            {
                thread.file(source, item, *plan, limits);
                watch.progress.file();
            }
        },
        |thread| {
            if let Ok(mut whole) = whole.lock() {
                whole.merge(thread.collected);
            }
        },
    );
    whole.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// What is to be done with each file: the same for the same files, however many threads there are.
fn plans<S: Source>(source: &S, items: &[S::Item], limits: &Limits, watch: Watch<'_>) -> Vec<Plan> {
    let sizes: Vec<AtomicUsize> = items.iter().map(|_| AtomicUsize::new(0)).collect();
    let unread = Mutex::new(Vec::new());
    each(
        items.len(),
        || source.reader(),
        |reader, number| {
            let Some(item) = items.get(number) else { return };
            if !wanted(source.path(item)) || watch.go_on().is_err() {
                return;
            }
            match source.size(reader, item) {
                Ok(size) => {
                    sizes[number].store(usize::try_from(size).unwrap_or(usize::MAX), Ordering::Relaxed);
                }
                Err(reason) => {
                    if let Ok(mut unread) = unread.lock() {
                        unread.push((number, reason));
                    }
                }
            }
        },
        drop,
    );
    let mut left = limits.bytes;
    let mut plan = |(item, size): (&S::Item, &AtomicUsize)| {
        let size = size.load(Ordering::Relaxed) as u64;
        if !wanted(source.path(item)) {
            Plan::NameOnly(LeftOutReason::Binary)
        } else if size > limits.file_bytes {
            Plan::NameOnly(LeftOutReason::TooLarge)
        } else if size > left {
            Plan::NameOnly(LeftOutReason::TooMuch)
        } else {
            left -= size;
            Plan::Read
        }
    };
    let mut plans: Vec<Plan> = items.iter().zip(&sizes).map(&mut plan).collect();
    for (number, reason) in unread.into_inner().unwrap_or_default() {
        plans[number] = Plan::NameOnly(reason);
    }
    plans
}

/// What a thread works with.
struct Thread<R> {
    reader: R,
    collected: Collected,
    bytes: Vec<u8>,
    hits: Vec<Hit>,
    lines: Vec<(Language, Lines)>,
}

impl<R> Thread<R> {
    fn new<S: Source<Reader = R>>(source: &S) -> Self {
        Self {
            reader: source.reader(),
            collected: Collected::default(),
            bytes: Vec::new(),
            hits: Vec::new(),
            lines: Vec::new(),
        }
    }

    fn file<S: Source<Reader = R>>(&mut self, source: &S, item: &S::Item, plan: Plan, limits: &Limits) {
        let path = source.path(item);
        let read = match plan {
            Plan::NameOnly(reason) => Err(reason),
            Plan::Read => {
                self.bytes.clear();
                source.read(&mut self.reader, item, limits.file_bytes, &mut self.bytes)
            }
        };
        let bytes = std::mem::take(&mut self.bytes);
        match read.and_then(|()| text(&bytes)) {
            Ok(text) => self.text(path, &text),
            Err(reason) => {
                self.collected.left_out.add(reason, path);
                // A name may tell something all the same: a lock file that is too large, a key store.
                let _ = look(path, &[], &mut self.hits);
            }
        }
        self.bytes = bytes;
        self.collected.found(path, &mut self.hits);
    }

    fn text(&mut self, path: &str, text: &[u8]) {
        self.collected.files += 1;
        self.collected.bytes += text.len() as u64;
        if look(path, text, &mut self.hits).is_err() {
            self.collected.left_out.add(LeftOutReason::NotUnderstood, path);
        }
        self.collected.readme(path, text);
        let Some(language) = lines::language(path, text) else { return };
        if paths::generated(path) || (!path.ends_with(".ipynb") && lines::generated(text)) {
            self.collected.left_out.add(LeftOutReason::Generated, path);
            return;
        }
        self.lines.clear();
        lines::count(language, text, &mut self.lines);
        self.collected.counted(path, &self.lines);
    }
}

/// The text of a file without its mark of byte order, as UTF-8 where it says that it is UTF-16; refuses what is no text.
fn text(bytes: &[u8]) -> Result<Cow<'_, [u8]>, LeftOutReason> {
    if let Some(text) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Ok(Cow::Borrowed(text));
    }
    let wide = |rest: &[u8], join: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| join([pair[0], pair[1]])).collect();
        Ok(Cow::Owned(String::from_utf16_lossy(&units).into_bytes()))
    };
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return wide(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return wide(rest, u16::from_be_bytes);
    }
    if bytes[..bytes.len().min(SNIFFED)].contains(&0) {
        return Err(LeftOutReason::Binary);
    }
    Ok(Cow::Borrowed(bytes))
}
