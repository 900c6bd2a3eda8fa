//! The PERT distribution: a beta distribution between low and high with its peak at likely.
//!
//! Beta(1 + 4 m, 5 - 4 m) for a peak at the share m of the way from low to high; its mean is (low + 4 likely + high) / 6.
//! (Malcolm, Roseboom, Clark, Fazar: Application of a Technique for Research and Development Program Evaluation,
//! Operations Research 7, 1959; lambda = 4.)

/// Entries of a table.
pub(super) const ENTRIES: usize = 1024;
/// Steps of the peak: a table for each 256th of the way from low to high.
const PEAKS: f64 = 256.0;
/// Cells of the numeric integration.
const CELLS: usize = 1024;

/// Inverse distribution function: entry k is the value at (k + 1/2) / 1024, as share of the way from low to high.
pub(super) type Table = Vec<f32>;

/// The number of the table for a peak.
pub(super) fn peak(low: f64, likely: f64, high: f64) -> u16 {
    let share = if high > low { (likely - low) / (high - low) } else { 0.5 };
    (share.clamp(0.0, 1.0) * PEAKS).round() as u16
}

/// The table of a peak.
pub(super) fn table(peak: u16) -> Table {
    let share = f64::from(peak) / PEAKS;
    let (a, b) = (4.0 * share, 4.0 - 4.0 * share);
    let width = 1.0 / CELLS as f64;
    let density = |cell: usize| {
        let x = (cell as f64 + 0.5) * width;
        x.powf(a) * (1.0 - x).powf(b)
    };
    let mut below = Vec::with_capacity(CELLS + 1);
    below.push(0.0);
    let mut sum = 0.0;
    for cell in 0..CELLS {
        sum += density(cell);
        below.push(sum);
    }
    let mut cell = 0;
    let value = |k: usize| {
        let wanted = (k as f64 + 0.5) / ENTRIES as f64 * sum;
        while below[cell + 1] < wanted {
            cell += 1;
        }
        let within = (wanted - below[cell]) / (below[cell + 1] - below[cell]);
        ((cell as f64 + within) * width) as f32
    };
    (0..ENTRIES).map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_and_the_spread_are_those_of_the_formula() {
        for share in [0.0, 0.2, 1.0 / 3.0, 0.5, 0.9, 1.0] {
            let table = table(peak(0.0, share, 1.0));
            let n = table.len() as f64;
            let mean = table.iter().map(|x| f64::from(*x)).sum::<f64>() / n;
            let spread = table.iter().map(|x| (f64::from(*x) - mean).powi(2)).sum::<f64>() / n;
            let (a, b) = (1.0 + 4.0 * share, 5.0 - 4.0 * share);
            assert!((mean - (4.0 * share + 1.0) / 6.0).abs() < 1.5e-3, "{share}: {mean}");
            assert!((spread / (a * b / (36.0 * 7.0)) - 1.0).abs() < 0.01, "{share}: {spread}");
            assert!(table.is_sorted());
        }
    }
}
