//! irt
