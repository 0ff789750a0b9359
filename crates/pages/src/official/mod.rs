//! What officials do about certificates and reviews. Everything that cannot be undone is asked, then shown once more.

pub mod act;
pub mod batch;
pub mod certificates;
pub mod reviews;

pub use act::{ActKind, OfficialAct, Stage};
pub use batch::{Batch, BatchLine, Card, Cards, NotYet};
pub use certificates::{CertificateCase, CertificateLine, CertificateList, CertificateStatus};
pub use reviews::{ReviewLine, ReviewPage, Reviews};
