//! What a calibration would change, and the decision about it.

use domain::bank::{DriftLine, Effect, Family, FitLine, FitMark, Link, Verdict};
use domain::text::Lang;
use jiff::Timestamp;
use maud::{Markup, html};

use super::calibrations::State;
use super::curve;
use super::list::{fit_word, yes_no};
use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{self, FormState, Head, Table, Tone};
use crate::urls;

/// One question before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// Its name.
    pub item: String,
    /// What it asks.
    pub ask: String,
    /// The difficulty before, in thousandths, and its standard error.
    pub before: (i32, u32),
    /// The difficulty after, in thousandths, and its standard error.
    pub after: (i32, u32),
    /// The slope after, in thousandths.
    pub a_milli: i32,
    /// Answers read.
    pub answers: u32,
    /// What the calibration says.
    pub verdict: Verdict,
    /// It does not score yet near a pass mark.
    pub waits_near_cut: bool,
    /// How far answers are from the new curve.
    pub fit: Option<FitLine>,
    /// How it changed.
    pub drift: Option<DriftLine>,
}

/// What can be decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decide {
    /// It can be applied or left.
    Open,
    /// It can only be left: the bank is at another version by now.
    Stale(u32),
    /// It can only be left: nothing changes.
    Nothing,
    /// It is decided.
    Done(Done),
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What.
    pub state: State,
    /// By whose login.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub words: String,
}

/// The page of a calibration.
#[derive(Debug, Clone, PartialEq)]
pub struct CalibrationPage {
    /// Its id.
    pub id: String,
    /// When it was made.
    pub at: Timestamp,
    /// With which curves.
    pub family: Family,
    /// Of which version.
    pub base: u32,
    /// Attempts read.
    pub attempts: u32,
    /// Answers read.
    pub answers: u32,
    /// Whether it settled.
    pub converged: bool,
    /// How it came onto the scale.
    pub link: Link,
    /// What it would have meant for people.
    pub effect: Effect,
    /// The questions, those that change first.
    pub changes: Vec<ChangeLine>,
    /// What can be decided.
    pub decide: Decide,
    /// What came with the form.
    pub form: FormState,
}

impl CalibrationPage {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::bank_calibrations()))
            (ui::error_summary(m, &self.form))
            h1 { (ui::unbroken(&m.bank_cal_title(&m.moment(self.at)))) }
            (self.lead(m))
            (self.decision(m))
            (self.table(m))
        }
    }

    fn lead(&self, m: Messages) -> Markup {
        let count =
            |is: &dyn Fn(&ChangeLine) -> bool| self.changes.iter().filter(|change| is(change)).count() as u64;
        let changed = count(&|change| change.verdict.changes());
        let drifted = count(&|change| change.drift.is_some_and(|drift| drift.is_signal));
        let misfit = count(&|change| change.fit.is_some_and(|fit| fit.mark() == FitMark::Poor));
        let wrong_key = count(&|change| change.verdict == Verdict::TellsNothing);
        let effect = &self.effect;
        let number = |n: u32| m.number(u64::from(n));
        let milli = |value: f64| m.decimal((value.clamp(-99.0, 99.0) * 1000.0).round() as i32);
        html! {
            p.sentence { (m.bank_cal_changed(&m.number(changed), &m.number(self.changes.len() as u64))) }
            p { (m.bank_cal_read(&number(self.answers), &number(self.attempts), self.base)) " " (m.curves(self.family).0) "." }
            p { (m.bank_cal_effect(&number(effect.attempts), &number(effect.up), &number(effect.down))) }
            ul {
                @if drifted > 0 { li { (m.bank_cal_drifted(&m.number(drifted))) } }
                @if misfit > 0 { li { (m.bank_cal_misfit(&m.number(misfit))) } }
                @if wrong_key > 0 { li { (m.bank_cal_key(&m.number(wrong_key))) } }
                li { (if self.converged { m.bank_cal_settled() } else { m.bank_cal_unsettled() }) }
                li { (m.bank_cal_link(&number(self.link.anchors), &milli(self.link.slope), &milli(self.link.shift))) }
            }
        }
    }

    fn decision(&self, m: Messages) -> Markup {
        let why = match &self.decide {
            Decide::Done(done) => {
                let what = m.bank_cal_decided(&done.state.say(m), &done.by, &m.moment(done.at));
                return ui::boxed(
                    Tone::Good,
                    &html! { p { (ui::unbroken(&what)) } @if !done.words.is_empty() { p { (done.words) } } },
                );
            }
            Decide::Open => m.bank_cal_apply_means().to_owned(),
            Decide::Stale(now) => m.bank_cal_stale(*now),
            Decide::Nothing => m.bank_cal_nothing().to_owned(),
        };
        html! {
            form #act method="post" action=(urls::bank_calibration(&self.id)) {
                (ui::boxed(Tone::Info, &html! { p { (why) } }))
                (ui::text_area("words", m.bank_do_words(), m.bank_do_words_hint(), &self.form))
                div.actions {
                    @if self.decide == Decide::Open { button.btn name="decide" value="apply" { (m.bank_cal_apply()) } }
                    button.btn-2 name="decide" value="leave" { (m.bank_cal_leave()) }
                }
            }
        }
    }

    fn table(&self, m: Messages) -> Markup {
        let heads = vec![
            Head::words(m.bank_question()),
            Head::words(m.bank_cal_before()),
            Head::words(m.bank_cal_after()),
            Head::figures(m.bank_slope()),
            Head::figures(m.bank_answers()),
            Head::words(m.bank_fit()),
            Head::words(m.bank_drift()),
            Head::words(m.bank_cal_verdict()),
        ];
        let rows = self.changes.iter().map(|change| row(m, change)).collect();
        ui::table(&Table { caption: m.bank_cal_changes().into(), heads, rows })
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        let forms: &[&str] = if matches!(self.decide, Decide::Done(_)) { &[] } else { &["act"] };
        layout_desk(frame, m.bank_cals_title(), &self.main(m), forms)
    }

    /// Open, with every verdict; stale; applied; without words.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let at = Timestamp::from_second(1_795_340_000).unwrap_or_default();
        let line = ChangeLine {
            item: "spot-scam-01".into(),
            ask: "Một người lạ gọi, xưng là công an, bảo bạn chuyển tiền. Bạn làm gì?".into(),
            before: (-200, 500),
            after: (-520, 90),
            a_milli: 1_240,
            answers: 6_214,
            verdict: Verdict::First,
            waits_near_cut: false,
            fit: Some(FitLine { rmsd_permille: 41, q_permille: 400 }),
            drift: None,
        };
        let drift = Some(DriftLine { difficulty_milli: -800, distance_permille: 140, is_signal: true });
        let poor = Some(FitLine { rmsd_permille: 171, q_permille: 1 });
        let changes = vec![
            line.clone(),
            ChangeLine { verdict: Verdict::Renewed, waits_near_cut: true, drift, fit: poor, ..line.clone() },
            ChangeLine {
                verdict: Verdict::TooFew { wanted: 500 },
                answers: 212,
                fit: None,
                after: line.before,
                ..line.clone()
            },
            ChangeLine { verdict: Verdict::TellsNothing, after: line.before, fit: None, ..line },
        ];
        let open = Self {
            id: "01920000-0000-7000-8000-00000000000a".into(),
            at,
            family: Family::Two,
            base: 3,
            attempts: 6_000,
            answers: 61_812,
            converged: true,
            link: Link { slope: 1.04, shift: -0.31, anchors: 44 },
            effect: Effect { attempts: 5_400, up: 210, down: 64 },
            changes,
            decide: Decide::Open,
            form: FormState::default(),
        };
        let done = Done {
            state: State::Applied(4),
            by: "giucauhoi".into(),
            at,
            words: "Đủ câu trả lời từ hai tỉnh.".into(),
        };
        let refused = FormState::default().refuse("words", Messages(lang).bank_do_words_wrong());
        vec![
            open.clone(),
            Self { decide: Decide::Stale(5), converged: false, ..open.clone() },
            Self { decide: Decide::Done(done), ..open.clone() },
            Self { decide: Decide::Nothing, form: refused, ..open },
        ]
    }
}

fn row(m: Messages, change: &ChangeLine) -> Vec<Markup> {
    let changes = change.verdict.changes();
    let shown = |(b, se): (i32, u32)| html! { span.n { (m.decimal(b)) } (curve::bar(m, b, se)) };
    vec![
        html! { a href=(urls::bank_item(&change.item)) { (change.ask) } " " span.muted { (change.item) } },
        shown(change.before),
        html! { @if changes { (shown(change.after)) } @else { (m.no_figure()) } },
        html! { @if changes { (m.decimal(change.a_milli)) } @else { (m.no_figure()) } },
        html! { (m.number(u64::from(change.answers))) },
        fit_word(m, change.fit.map(FitLine::mark)),
        yes_no(m, change.drift.map(|drift| drift.is_signal)),
        html! { (m.item_verdict(change.verdict)) @if change.waits_near_cut { "; " (m.bank_cal_near()) } },
    ]
}
