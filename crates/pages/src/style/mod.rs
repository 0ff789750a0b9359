//! The style sheets, the fonts and the one script of pages, as files with names that change with their content.
//!
//! `APP` is all a learner needs; `DESK` adds tables, charts and certificates for the pages that have them. The sheets are
//! written by hand as parts in this folder and joined by `build.rs`. They use no cascade layers and no nesting on purpose:
//! a phone's WebView of 2021 reads neither and would show a bare page; the order of the parts does the same work.

/// A file that the server sends under [`crate::urls::static_file`]; it never changes under its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File {
    /// The name within the static folder, with a hash of the content.
    pub name: &'static str,
    /// The media type.
    pub mime: &'static str,
    /// The content, not compressed.
    pub bytes: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// Every file, for the server and for the service worker's list.
pub const FILES: &[File] = &[APP, DESK, FONT_400, FONT_600, LISTEN];
