//! The words of our statements: verbs, activities, extensions. Once used they never change.

/// The home page of our people's accounts: a name, not an address (RFC 2606 keeps `.example` for such).
pub const HOME: &str = "https://hocvuso.example/people";

pub(super) const READ: &str = "http://adlnet.gov/expapi/verbs/progressed";
pub(super) const COMPLETED: &str = "http://adlnet.gov/expapi/verbs/completed";
pub(super) const BEGAN: &str = "http://adlnet.gov/expapi/verbs/initialized";
pub(super) const TAPPED: &str = "http://adlnet.gov/expapi/verbs/interacted";
pub(super) const ANSWERED: &str = "http://adlnet.gov/expapi/verbs/answered";
pub(super) const TERMINATED: &str = "http://adlnet.gov/expapi/verbs/terminated";
pub(super) const SETTLED: &str = "urn:hocvuso:verb:settled";
pub(super) const CHOSE: &str = "urn:hocvuso:verb:chose";
pub(super) const VISITED: &str = "urn:hocvuso:verb:was-helped";
/// The kind of an activity that is a question.
pub(super) const INTERACTION: &str = "http://adlnet.gov/expapi/activities/cmi.interaction";
/// Who voids at the command line has no person here.
pub(super) const OPERATOR: &str = "operator";
pub(super) const PERSON: &str = "urn:hocvuso:ext:person";
pub(super) const ACT: &str = "urn:hocvuso:ext:act";
pub(super) const PLACE: &str = "urn:hocvuso:ext:place";
pub(super) const EVIDENCE: &str = "urn:hocvuso:ext:evidence";
