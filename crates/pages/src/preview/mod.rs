//! One file of content as its author sees it while writing: what a learner will see, in both languages side by side, with what is
//! wrong on top. Served on the author's own machine, apart from the site.

mod drawn;

use domain::content::{Curriculum, Finding};
use maud::{DOCTYPE, Markup, html};

use crate::frame::FAVICON;
use crate::messages::Messages;
use crate::style;
use crate::urls;

/// The style of this page beside that of the site.
pub const CSS: &str = include_str!("preview.css");
/// Loads the page again when a file of the folder changed.
pub const SCRIPT: &str = include_str!("preview.js");

/// A file as its author sees it.
#[derive(Debug)]
pub struct PreviewPage<'c> {
    /// Its path below the content folder.
    pub path: &'c str,
    /// What was read, as far as it could be read.
    pub curriculum: &'c Curriculum,
    /// Everything that is wrong with the content, of this file and of others.
    pub findings: &'c [Finding],
    /// Of which version of the folder this is.
    pub version: u64,
}

impl PreviewPage<'_> {
    /// The whole page. The words around what is shown are in one language, what is shown is in both.
    #[must_use]
    pub fn page(&self, m: Messages) -> Markup {
        html! {
            (DOCTYPE)
            html lang=(m.0.tag()) data-version=(self.version) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width,initial-scale=1";
                    title { (m.preview_title(self.path)) }
                    link rel="icon" href=(FAVICON);
                    link rel="stylesheet" href=(urls::static_file(style::APP.name));
                    link rel="stylesheet" href=(urls::preview_css());
                    script src=(urls::preview_script()) defer {}
                }
                body.preview {
                    main {
                        h1 { (m.preview_title(self.path)) }
                        p.muted { (m.preview_how()) }
                        (self.faults(m))
                        (drawn::shown(self.curriculum, self.path, m))
                    }
                }
            }
        }
    }

    /// Whether a finding is of the file shown; the two languages of a lesson belong together.
    fn is_own(&self, finding: &Finding) -> bool {
        let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
        let is_lesson = self.path.starts_with("lessons/");
        finding.file == self.path || is_lesson && folder(&finding.file) == folder(self.path)
    }

    fn faults(&self, m: Messages) -> Markup {
        let (own, others): (Vec<&Finding>, Vec<&Finding>) =
            self.findings.iter().partition(|finding| self.is_own(finding));
        html! {
            div role="status" {
                @if own.is_empty() { p.good { (m.preview_good()) } }
                @else {
                    div.faults {
                        h2 { (m.content_faults(own.len())) }
                        ul {
                            @for finding in own {
                                @let (wrong, remedy) = m.fault(&finding.fault);
                                li { code { (finding.file) ":" (finding.line) } " " (wrong) " " (remedy) }
                            }
                        }
                    }
                }
                @if !others.is_empty() { p.muted { (m.preview_others(others.len())) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::content::{Skeleton, Source, load, skeleton};
    use domain::ids::SkillId;
    use domain::text::Lang;

    use super::*;

    fn shown(kind: Skeleton, change: &str) -> String {
        let day = jiff::civil::date(2026, 11, 26);
        let files = skeleton(kind, "phone-1", &SkillId::parse("phone").unwrap(), day);
        let path = files[0].0.clone();
        let texts = files.into_iter().map(|(path, text)| (path, text.replacen(change, "", 1))).collect();
        let icons = crate::ui::icon_names();
        let (curriculum, findings) = load(&Source { texts, ..Source::default() }, &icons);
        let page = PreviewPage { path: &path, curriculum: &curriculum, findings: &findings, version: 7 };
        page.page(Messages(Lang::En)).into_string()
    }

    #[test]
    fn each_kind_is_shown_in_both_languages() {
        for (kind, words) in [
            (Skeleton::Lesson, ["Bật tiết kiệm pin", "Turn on battery saver"]),
            (Skeleton::Practice, ["Xem ứng dụng nào tốn pin", "See which apps use the battery"]),
            (Skeleton::Drill, ["Lịch tiêm của bạn", "Your vaccination"]),
            (Skeleton::Item, ["Xem phim trong lúc chờ", "Watch a film while you wait"]),
        ] {
            let page = shown(kind, "no such words");
            assert!(words.iter().all(|words| page.contains(words)), "{kind:?}");
        }
    }

    #[test]
    fn a_practice_stands_beside_its_picture_and_its_screens_can_be_gone_to() {
        let page = shown(Skeleton::Practice, "no such words");
        assert!(page.contains("<svg xmlns") && page.contains("id=\"camera\""));
    }

    #[test]
    fn what_is_wrong_is_told_with_file_and_line() {
        let page = shown(Skeleton::Practice, " || Turn on battery saver");
        assert!(page.contains("practices/phone-1.txt:4"));
        assert!(page.contains("See which apps"), "and the rest is shown");
    }
}
