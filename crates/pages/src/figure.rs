//! A figure that a minister can trust: how many, out of how many by whose count, from which rung, as of which day.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::messages::Messages;
use crate::ui::{Bullet, Count, Rung, bullet, unbroken};
use crate::urls;

/// How large a group is, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// People in the group.
    pub value: u64,
    /// Who counted or estimated it, in the page's language.
    pub source: String,
    /// The day or year it is of, as its source says.
    pub as_of: String,
}

/// A figure of a group in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The group, in the page's language ("người trưởng thành").
    pub group: String,
    /// People by their highest rung, from the lowest.
    pub on: [Count; 5],
    /// People who have begun, without standing on a rung for every skill.
    pub started: Count,
    /// From this rung up a person counts.
    pub from: Rung,
    /// How many count.
    pub reached: Count,
    /// Out of how many; `None` when nobody has said.
    pub total: Option<Total>,
    /// The share reached in thousandths, when it may be shown.
    pub permille: Option<u32>,
    /// The mark on the bar, in thousandths of the total.
    pub goal_permille: Option<u32>,
    /// The day up to which acts are counted.
    pub as_of: Date,
}

impl Figure {
    /// The bar and everything that explains it.
    #[must_use]
    pub fn show(&self, m: Messages) -> Markup {
        html! {
            div.figure {
                @if let Some(total) = &self.total { (self.bar(m, total)) }
                (self.facts(m))
                p.small { a href=(urls::about().at("counting")) { (m.why_counted()) } }
            }
        }
    }

    fn bar(&self, m: Messages, total: &Total) -> Markup {
        let share = self.permille.map_or_else(|| m.no_figure().to_owned(), |share| m.permille(share));
        let label = m.bar_label(&self.group, &self.reached.say(m), &m.number(total.value), &share);
        bullet(
            m,
            &label,
            &Bullet {
                on: self.on,
                started: self.started,
                of: total.value,
                from: self.from,
                reached: self.reached,
                goal_permille: self.goal_permille,
            },
        )
    }

    fn facts(&self, m: Messages) -> Markup {
        let total = self.total.as_ref();
        html! {
            dl {
                div { dt { (m.figure_reached()) ": " } dd { b { (self.reached.say(m)) } } }
                div { dt { (m.figure_of()) ": " } dd { (total.map_or_else(|| m.figure_no_total().into(), |total| m.number(total.value))) } }
                @if total.is_none() { div { dt { (m.only_started()) ": " } dd { (self.started.say(m)) } } }
                div { dt { (m.figure_from()) ": " } dd { (m.rung(self.from)) } }
                div { dt { (m.figure_as_of()) ": " } dd { (unbroken(&m.date(self.as_of))) } }
                @if let Some(total) = total {
                    div { dt { (m.figure_source()) ": " } dd { (total.source) ", " (total.as_of) } }
                }
            }
        }
    }

    /// The first sentence of a page: who, how many, out of how many, what share.
    #[must_use]
    pub fn sentence(&self, m: Messages, unit: &str) -> String {
        let (count, group) = (self.reached.say(m), &self.group);
        match (&self.total, self.permille) {
            (Some(total), Some(share)) => {
                let (of, share) = (m.number(total.value), m.permille(share));
                match self.from {
                    Rung::Alone => m.headline_alone(unit, &count, &of, group, &share),
                    from => m.headline_of(unit, &count, &of, group, m.rung(from), &share),
                }
            }
            (Some(total), None) => {
                m.headline_small(unit, &count, &m.number(total.value), group, m.rung(self.from))
            }
            (None, _) => m.headline_unknown(unit, &count, group, m.rung(self.from)),
        }
    }
}
