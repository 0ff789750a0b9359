//! Calibration and what is read from it: fit, differential functioning, drift, irregularity.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod calibrate;
mod dif;
mod fit;
mod irregularity;
mod simulated;
