//! How much an audit looks at.

/// Limits of an audit. What lies beyond them is named as left out.
///
/// The defaults hold every project that the benchmarks' peers were tried on, and keep an audit of hostile data within seconds
/// and 300 MB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file: 2 MiB. Larger ones are known by name only.
    pub file_bytes: u64,
    /// Folders within each other: 64.
    pub depth: usize,
    /// Files: 100,000. As many folders.
    pub files: usize,
    /// Bytes of all files: 1 GiB.
    pub bytes: u64,
    /// Commits: 1,000,000.
    pub commits: u32,
    /// Bytes of one path: 4,096.
    pub path_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 2 << 20,
            depth: 64,
            files: 100_000,
            bytes: 1 << 30,
            commits: 1_000_000,
            path_bytes: 4_096,
        }
    }
}
