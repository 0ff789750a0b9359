//! What this is, what is real and what is demonstration, how we count, what is kept.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Rung, Scene};

/// The page "Trang này là gì?". It has nothing to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About;

impl About {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (m.about_title()) }
            (ui::scene(m, Scene::House))
            p.lead { (m.about_lead()) }
            (part("real", m.about_real(), &[m.about_real_learning(), m.about_real_units(), m.about_real_targets()]))
            (part("demonstration", m.about_demo(), &[m.about_demo_people(), m.about_demo_apps()]))
            (part("counting", m.about_counting(), &[m.about_counting_1(), m.about_counting_2(), m.about_counting_3()]))
            @for rung in Rung::ALL { (ui::row(m, m.rung_meaning(rung), Some(rung), "")) }
            (part("privacy", m.about_privacy(), &[
                m.about_privacy_1(),
                m.about_privacy_2(),
                m.about_privacy_3(),
                m.about_privacy_4(),
            ]))
            (part("open", m.about_open(), &[m.about_open_means()]))
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.about_title(), &self.main(m), &[])
    }

    /// Its one state.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        vec![Self]
    }
}

fn part(id: &str, title: &str, sentences: &[&str]) -> Markup {
    html! {
        h2 id=(id) { (title) }
        ul { @for sentence in sentences { li { (sentence) } } }
    }
}
