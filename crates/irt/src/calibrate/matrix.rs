//! Small symmetric matrices, row by row in one slice.

/// The Cholesky factor L of a positive definite matrix, with its inverse's help; `None` when it is not one.
pub(crate) struct Factor {
    size: usize,
    lower: Vec<f64>,
}

impl Factor {
    /// Factors a matrix, of which the lower triangle is read.
    pub(crate) fn new(matrix: &[f64], size: usize) -> Option<Self> {
        let mut lower = matrix.to_vec();
        for row in 0..size {
            for column in 0..=row {
                let before = dot(
                    &lower[row * size..row * size + column],
                    &lower[column * size..column * size + column],
                );
                let rest = lower[row * size + column] - before;
                lower[row * size + column] = if row == column {
                    // Not above a hair of what stood there is as good as singular.
                    if rest.is_nan() || rest <= 1e-12 * matrix[row * size + row].abs() || rest <= 0.0 {
                        return None;
                    }
                    rest.sqrt()
                } else {
                    rest / lower[column * size + column]
                };
            }
        }
        Some(Self { size, lower })
    }

    /// Solves matrix · x = right, in place.
    pub(crate) fn solve(&self, right: &mut [f64]) {
        let (size, lower) = (self.size, &self.lower);
        for row in 0..size {
            let before = dot(&lower[row * size..row * size + row], &right[..row]);
            right[row] = (right[row] - before) / lower[row * size + row];
        }
        for row in (0..size).rev() {
            let after: f64 = (row + 1..size).map(|below| lower[below * size + row] * right[below]).sum();
            right[row] = (right[row] - after) / lower[row * size + row];
        }
    }

    /// The inverse of the matrix.
    pub(crate) fn inverse(&self) -> Vec<f64> {
        let size = self.size;
        let mut inverse = vec![0.0; size * size];
        for (row, column) in inverse.chunks_exact_mut(size.max(1)).enumerate() {
            column[row] = 1.0;
            self.solve(column);
        }
        inverse
    }
}

fn dot(left: &[f64], right: &[f64]) -> f64 {
    let mut strands = [0.0; 4];
    let (heads, tails) = (left.chunks_exact(4), right.chunks_exact(4));
    let rest: f64 = heads.remainder().iter().zip(tails.remainder()).map(|(left, right)| left * right).sum();
    for (left, right) in heads.zip(tails) {
        for (strand, (left, right)) in strands.iter_mut().zip(left.iter().zip(right)) {
            *strand += left * right;
        }
    }
    strands.iter().sum::<f64>() + rest
}
