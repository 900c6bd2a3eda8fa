//! Random numbers for one run.

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014).
#[derive(Clone, Debug)]
pub(super) struct Random {
    state: u64,
}

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Random {
    /// The numbers of a run and a purpose: they depend on nothing else, so runs may be made in any order.
    pub fn new(seed: u64, run: u32, purpose: u32) -> Self {
        let key = mixed(seed.wrapping_add(GOLDEN)) ^ (u64::from(run) << 32 | u64::from(purpose));
        Self { state: mixed(key.wrapping_add(GOLDEN)) }
    }

    /// 64 random bits.
    #[inline]
    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GOLDEN);
        mixed(self.state)
    }

    /// A number below `count`, which is below 2^32 (multiply and shift; the bias is below count / 2^32).
    #[inline]
    pub fn below(&mut self, count: usize) -> usize {
        below(self.next() >> 32, count)
    }
}

/// A number below `count` from 32 random bits.
#[inline]
pub(super) fn below(bits: u64, count: usize) -> usize {
    ((bits * count as u64) >> 32) as usize
}
