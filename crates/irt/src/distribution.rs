//! How likely it is that chance alone goes so far.

/// The probability that a standard normal variable is above `z`.
pub(crate) fn normal_above(z: f64) -> f64 {
    0.5 * libm::erfc(z * core::f64::consts::FRAC_1_SQRT_2)
}

/// The probability that a chi-square variable of `df` degrees of freedom is above `x`: the upper incomplete gamma
/// function Q(df / 2, x / 2) (Abramowitz & Stegun 1964, 6.5 and 26.4).
pub(crate) fn chi_square_above(x: f64, df: f64) -> f64 {
    if x.is_nan() || df <= 0.0 || x <= 0.0 {
        return 1.0;
    }
    let (s, x) = (df / 2.0, x / 2.0);
    let scale = libm::exp(s * libm::log(x) - x - libm::lgamma(s));
    let above = if x < s + 1.0 { 1.0 - scale * series(s, x) } else { scale * fraction(s, x) };
    if above.is_nan() { 0.0 } else { above.clamp(0.0, 1.0) }
}

/// Γ(s) γ*(s, x) by its power series, 6.5.29: quick below the mean.
fn series(s: f64, x: f64) -> f64 {
    let (mut term, mut total, mut at) = (1.0 / s, 1.0 / s, s);
    for _ in 0..1_000 {
        at += 1.0;
        term *= x / at;
        total += term;
        if term < total * 1e-16 {
            break;
        }
    }
    total
}

/// The continued fraction 6.5.31, from below (modified Lentz): quick above the mean.
fn fraction(s: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let mut b = x + 1.0 - s;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut value = d;
    for k in 1..1_000 {
        let k = f64::from(k);
        let a = k * (s - k);
        b += 2.0;
        let lower = a * d + b;
        d = 1.0 / if lower.abs() < TINY { TINY } else { lower };
        let upper = b + a / c;
        c = if upper.abs() < TINY { TINY } else { upper };
        value *= c * d;
        if (c * d - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}

/// For each of many tests the rate of false findings among those that are no likelier (Benjamini & Hochberg 1995):
/// those below 0.05 are, of what one would find by them, wrong in one of twenty.
pub(crate) fn false_finding_rates(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|left, right| p[*right].total_cmp(&p[*left]));
    let mut rates = vec![1.0; p.len()];
    let mut least = 1.0_f64;
    for (passed, place) in order.into_iter().enumerate() {
        let rank = p.len() - passed;
        least = least.min(p[place] * p.len() as f64 / rank as f64);
        rates[place] = least;
    }
    rates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_are_as_in_the_tables() {
        let near = |got: f64, wanted: f64| assert!((got - wanted).abs() < 5e-4 * wanted, "{got} {wanted}");
        near(normal_above(1.959_964), 0.025);
        for (x, df, wanted) in [
            (3.841_459, 1.0, 0.05),
            (5.991_465, 2.0, 0.05),
            (18.307_04, 10.0, 0.05),
            (2.557_96, 8.0, 0.959_1),
            (29.588_3, 10.0, 0.001),
            (124.342_1, 100.0, 0.05),
        ] {
            near(chi_square_above(x, df), wanted);
        }
        assert_eq!(chi_square_above(0.0, 3.0).to_bits(), 1.0_f64.to_bits());
        assert!(chi_square_above(1e6, 3.0) < 1e-300 && chi_square_above(f64::INFINITY, 3.0) < 1e-300);
    }

    #[test]
    fn rates_of_false_findings_rise_with_p_and_are_no_less() {
        let p = [0.01, 0.04, 0.03, 0.5];
        let rates = false_finding_rates(&p);
        for (rate, wanted) in rates.iter().zip([0.04, 0.16 / 3.0, 0.16 / 3.0, 0.5]) {
            assert!((rate - wanted).abs() < 1e-12, "{rates:?}");
        }
    }
}
