//! What was observed of each item: residuals person by person, and the observed curve.

use super::Witnesses;
use super::residuals::Residual;
use crate::Model;
use crate::calibrate::expect::posterior;
use crate::calibrate::quadrature::{sum, weights};
use crate::calibrate::scored::{Rows, foresee, mean, without};
use crate::calibrate::{Answer, Population, Responses};

/// Of one item.
pub(crate) struct Observed {
    pub(crate) residuals: Vec<Residual>,
    pub(crate) rmsd: f64,
}

/// Of all items.
pub(crate) fn gather<const Q: usize>(
    responses: &Responses,
    models: &[Option<Model>],
    population: Population,
    witnesses: Witnesses,
) -> Vec<Observed> {
    let rows = Rows::<Q>::new(models);
    let prior = weights::<Q>(population);
    let mut residuals: Vec<Vec<Residual>> = models.iter().map(|_| Vec::new()).collect();
    let mut counts = vec![[0.0; Q]; rows.table().len()];
    for answers in responses.iter() {
        let read: Vec<(Answer, u32)> =
            answers.iter().filter_map(|answer| Some((*answer, rows.row(*answer)?))).collect();
        let places: Vec<u32> = read.iter().map(|(_, row)| *row).collect();
        let (all, _) = posterior(&places, rows.table(), &prior);
        for row in &places {
            let count = &mut counts[*row as usize];
            count.iter_mut().zip(&all).for_each(|(count, weight)| *count += weight);
        }
        for (before, (answer, row)) in read.iter().enumerate() {
            let told = match witnesses {
                Witnesses::Others => without(&all, &rows.table()[*row as usize]),
                Witnesses::Earlier => posterior(&places[..before], rows.table(), &prior).0,
            };
            let item = answer.item as usize;
            let foreseen = foresee(&told, rows.of(item));
            residuals[item].push(Residual { theta: mean(&told), score: f64::from(answer.score), foreseen });
        }
    }
    let deviations = deviations(&rows, &counts, models.len());
    residuals.into_iter().zip(deviations).map(|(residuals, rmsd)| Observed { residuals, rmsd }).collect()
}

/// √ Σ f (observed mean score − modelled)² / full score, f the persons who answered.
fn deviations<const Q: usize>(rows: &Rows<Q>, counts: &[[f64; Q]], items: usize) -> Vec<f64> {
    let mut rest = counts;
    let each = (0..items).map(|item| {
        let curves = rows.of(item);
        let (own, others) = rest.split_at(curves.len());
        rest = others;
        deviation(curves, own)
    });
    each.collect()
}

fn deviation<const Q: usize>(curves: &[[f64; Q]], counts: &[[f64; Q]]) -> f64 {
    let all: f64 = counts.iter().map(sum).sum();
    if curves.len() < 2 || all <= 0.0 {
        return 0.0;
    }
    let full = (curves.len() - 1) as f64;
    let at = |k: usize| {
        let persons: f64 = counts.iter().map(|row| row[k]).sum();
        let mean = |rows: &[[f64; Q]]| {
            rows.iter().enumerate().map(|(score, row)| score as f64 * row[k]).sum::<f64>()
        };
        if persons > 0.0 { persons * ((mean(counts) / persons - mean(curves)) / full).powi(2) } else { 0.0 }
    };
    // Scores lie within 0 to 1 of each other; the sums may round past it.
    ((0..Q).map(at).sum::<f64>() / all).sqrt().min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_deviation_is_greater_than_the_whole_scale() {
        let curves = [[0.0; 16], [1.0; 16]];
        for n in 1..200_u32 {
            let persons: [f64; 16] = core::array::from_fn(|k| f64::from(n) / (10.0 * (k as f64 + 3.0)));
            let found = deviation(&curves, &[persons, [0.0; 16]]);
            assert!((0.999..=1.0).contains(&found), "{n}: {found}");
        }
    }
}
