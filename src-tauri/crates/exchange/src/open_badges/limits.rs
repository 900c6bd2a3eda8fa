//! How much of a foreign file is read. Each limit is held before the work that it bounds.

/// Bytes of a file, and of anything within it: badges with pictures stay far below.
pub const FILE_BYTES: usize = 8 * 1024 * 1024;
/// Objects and lists within each other. A badge of either specification nests fewer than ten.
pub const DEPTH: usize = 64;
/// Values in one JSON text, so that eight megabytes of `[[],[],…` do not become a gigabyte.
pub const JSON_VALUES: usize = 100_000;
/// Values of a credential whose embedded proof is checked: its contexts are applied to each. A full one has 200.
pub const SIGNED_VALUES: usize = 2_000;
/// Contexts that a credential may name, and proofs that it may carry.
pub const CONTEXTS: usize = 16;
/// See [`CONTEXTS`].
pub const PROOFS: usize = 4;
/// Pixels of a picture (width times height): what a picture takes once something shows it.
pub const PIXELS: u64 = 40_000_000;
/// Elements of a drawing.
pub const SVG_ELEMENTS: usize = 50_000;
/// Attributes of one element: finding a doubled one takes their square.
pub const SVG_ATTRIBUTES: usize = 256;
/// Copies within copies that a drawing that is shown may make: eight levels of ten are a hundred million.
pub const SVG_NESTED_COPIES: usize = 16;
/// Characters of a name that is shown.
pub const NAME_CHARS: usize = 300;
/// Characters of a description or of criteria that are shown.
pub const TEXT_CHARS: usize = 4_000;
/// Characters of a file's own words within a reason.
pub const DETAIL_CHARS: usize = 200;
/// Alignments that are shown.
pub const ALIGNMENTS: usize = 50;
