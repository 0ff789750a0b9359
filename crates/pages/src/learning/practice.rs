//! A practice told before it starts.

use domain::content::Curriculum;
use domain::ids::PracticeId;
use domain::learning::Learner;
use domain::practice::Mode;
use domain::text::Lang;
use maud::{Markup, html};

use super::course::course_of;
use crate::messages::Messages;
use crate::ui;
use crate::urls::{self, Url};

/// A practice before it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticePage {
    /// Its name.
    pub title: String,
    /// What the person will have done.
    pub goal: String,
    /// What to know before.
    pub intro: Option<String>,
    /// The page of its course.
    pub course: Url,
    /// Where the form goes.
    pub url: Url,
    /// Where an open run goes on.
    pub open: Option<Url>,
    /// The mode that comes first: guided, until it was done once.
    pub first: Mode,
    /// Whether it can be begun: one that was taken away is only gone on with.
    pub is_offered: bool,
    /// Whether the open run can't go on, since its text is nowhere any more.
    pub is_rewritten: bool,
}

impl PracticePage {
    /// The page of a practice for a learner; `None` when there is no such practice.
    #[must_use]
    pub fn of(curriculum: &Curriculum, learner: &Learner, id: &PracticeId, lang: Lang) -> Option<Self> {
        let mark = learner.workbook.practices.get(id).cloned().unwrap_or_default();
        let run = mark.run.as_ref().filter(|run| !run.finished);
        let going = learner.practice(curriculum, id).map(|found| found.content);
        let going = run.and_then(|run| going.filter(|practice| practice.screen(&run.screen).is_some()));
        let today = curriculum.practices.get(id);
        let practice = today.or(going)?;
        Some(Self {
            title: practice.title.get(lang).to_owned(),
            goal: practice.goal.get(lang).to_owned(),
            intro: practice.intro.as_ref().map(|intro| intro.get(lang).to_owned()),
            course: course_of(&curriculum.syllabus, id),
            url: urls::practice_start(id.as_str()),
            open: going.map(|_| urls::practice_run(id.as_str())),
            is_offered: today.is_some(),
            is_rewritten: run.is_some() && going.is_none(),
            first: if mark.helped() == 0 && mark.alone == 0 { Mode::Guided } else { Mode::Alone },
        })
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, lang: Lang) -> Markup {
        let m = Messages(lang);
        let mut modes = Mode::ALL;
        if self.first == Mode::Alone {
            modes.reverse();
        }
        html! {
            (ui::back(m, &self.course))
            (ui::listen(m.listen(), m.listen_stop()))
            h1 { (self.title) }
            div.card {
                h2 { (m.practice_what()) }
                p { (self.goal) }
            }
            @if self.is_rewritten { (ui::boxed(ui::Tone::Info, &html! { p { (m.practice_rewritten()) } })) }
            @if let Some(intro) = &self.intro { p { (intro) } }
            (ui::boxed(ui::Tone::Info, &html! { p { (m.practice_safe()) } }))
            @if let Some(open) = &self.open {
                p.actions { (ui::link_button(open, m.practice_go_on())) }
            }
            @if self.is_offered {
                form.actions #act method="post" action=(self.url) {
                    @for (place, mode) in modes.into_iter().enumerate() {
                        @let primary = place == 0 && self.open.is_none();
                        (mode_button(m, mode, if primary { "btn" } else { "btn-2" }))
                    }
                }
            }
        }
    }
}

fn mode_button(m: Messages, mode: Mode, class: &str) -> Markup {
    let (label, about) = match mode {
        Mode::Guided => (m.practice_guided(), m.practice_guided_about()),
        Mode::Together => (m.practice_together(), m.practice_together_about()),
        Mode::Alone => (m.practice_alone(), m.practice_alone_about()),
    };
    let about_id = format!("about-{}", mode.as_str());
    html! {
        div {
            button class=(class) name="mode" value=(mode.as_str()) aria-describedby=(about_id) { (label) }
            small.muted id=(about_id) { (about) }
        }
    }
}
