//! One act of an official: the question, then the answers once more, then it is done.

use domain::recognition::{ReviewKind, RevokeReason, Verdict};
use domain::record::VoidReason;
use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Choice, Field, FieldKind, FormState, Tone};
use crate::urls::{self, Url};

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActKind {
    /// Revoke a certificate: fields `reason`, `words`.
    Revoke,
    /// Correct the name on one: field `name`.
    Correct,
    /// Open a review of a revoked one: field `words`.
    Object,
    /// Void a statement: fields `reason`, `words`.
    Void,
    /// Decide a review: fields `reason` (the verdict), `words`.
    Decide(ReviewKind),
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The fields are asked for.
    Ask,
    /// They are shown once more; confirming posts them with `confirm`.
    Check,
}

/// One act of an official.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialAct {
    /// What is done.
    pub kind: ActKind,
    /// What it is done to: labels and values.
    pub about: Vec<(String, String)>,
    /// How far it is.
    pub stage: Stage,
    /// What was typed and what is wrong with it.
    pub form: FormState,
    /// Where the form goes.
    pub action: Url,
    /// Where one comes from.
    pub back: Url,
}

impl OfficialAct {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let title = if self.stage == Stage::Check { m.act_check() } else { self.title(m) };
        html! {
            (ui::back(m, &self.back))
            (ui::error_summary(m, &self.form))
            h1 { (title) }
            (self.facts(m))
            (self.fields(m))
        }
    }

    /// The form alone, for a page that says more about what is decided.
    pub(super) fn fields(&self, m: Messages) -> Markup {
        match self.stage {
            Stage::Ask => self.ask(m),
            Stage::Check => self.check(m),
        }
    }

    pub(super) fn facts(&self, m: Messages) -> Markup {
        let chosen = self.chosen(m).filter(|_| self.stage == Stage::Check);
        let typed = |field: &str| Some(self.form.value(field).to_owned()).filter(|it| !it.is_empty());
        let told = |field: &str| typed(field).filter(|_| self.stage == Stage::Check);
        html! {
            dl.facts {
                @for (label, value) in &self.about { div { dt { (label) } dd { (ui::unbroken(value)) } } }
                @if let Some(chosen) = chosen { div { dt { (self.question(m)) } dd { b { (chosen) } } } }
                @if let Some(name) = told("name") { div { dt { (m.correct_new()) } dd { b { (name) } } } }
                @if let Some(words) = told("words") { div { dt { (m.act_words()) } dd { (words) } } }
            }
        }
    }

    fn ask(&self, m: Messages) -> Markup {
        let choices = self.choices(m);
        html! {
            p.muted { (self.lead(m)) }
            form #act method="post" action=(self.action) {
                @if !choices.is_empty() {
                    (ui::pick("reason", &html! { h2 { (self.question(m)) } }, &choices, &self.form))
                }
                @if self.kind == ActKind::Correct {
                    (ui::text_field(Field { name: "name", label: m.ask_label(), hint: m.ask_hint(), kind: FieldKind::Text }, &self.form))
                } @else { (words_field(m, &self.form)) }
                (ui::button(m.go_on()))
            }
        }
    }

    fn check(&self, m: Messages) -> Markup {
        html! {
            (ui::boxed(Tone::Warn, &html! { p { (m.act_check_lead()) } }))
            form #act method="post" action=(self.action) {
                @for field in ["reason", "name", "words"] {
                    @if !self.form.value(field).is_empty() {
                        input type="hidden" name=(field) value=(self.form.value(field));
                    }
                }
                input type="hidden" name="confirm" value="yes";
                (ui::button_danger(self.confirm(m)))
            }
        }
    }

    const fn title(&self, m: Messages) -> &'static str {
        match self.kind {
            ActKind::Revoke => m.act_revoke(),
            ActKind::Correct => m.act_correct(),
            ActKind::Object => m.act_object(),
            ActKind::Void => m.act_void(),
            ActKind::Decide(_) => m.act_decide(),
        }
    }

    const fn lead(&self, m: Messages) -> &'static str {
        match self.kind {
            ActKind::Revoke => m.act_revoke_lead(),
            ActKind::Correct => m.act_correct_lead(),
            ActKind::Object => m.act_object_lead(),
            ActKind::Void => m.act_void_lead(),
            ActKind::Decide(_) => m.reviews_lead(),
        }
    }

    const fn question(&self, m: Messages) -> &'static str {
        match self.kind {
            ActKind::Decide(_) => m.act_verdict(),
            _ => m.act_reason(),
        }
    }

    const fn confirm(&self, m: Messages) -> &'static str {
        match self.kind {
            ActKind::Revoke => m.act_confirm_revoke(),
            ActKind::Correct => m.act_confirm_correct(),
            ActKind::Object => m.act_confirm_object(),
            ActKind::Void => m.act_confirm_void(),
            ActKind::Decide(_) => m.act_confirm_decide(),
        }
    }

    fn choices(&self, m: Messages) -> Vec<Choice> {
        let choice = |(value, label): (&str, &str)| Choice {
            value: value.into(),
            label: capital(label),
            hint: String::new(),
            icon: String::new(),
        };
        match self.kind {
            ActKind::Revoke => {
                RevokeReason::OFFERED.map(|it| choice((it.as_str(), m.revoke_choice(it)))).to_vec()
            }
            ActKind::Void => VoidReason::ALL.map(|it| choice((it.as_str(), m.void_reason(it)))).to_vec(),
            ActKind::Decide(kind) => {
                [Verdict::Keep, Verdict::Revoke].map(|it| choice((it.as_str(), m.verdict(kind, it)))).to_vec()
            }
            ActKind::Correct | ActKind::Object => Vec::new(),
        }
    }

    fn chosen(&self, m: Messages) -> Option<String> {
        let chosen = self.form.value("reason");
        self.choices(m).into_iter().find(|choice| choice.value == chosen).map(|choice| choice.label)
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, self.title(m), &self.main(m), &["act"])
    }

    /// Each act asked, one refused, one to be checked.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let about = vec![
            (m.cert_number().to_owned(), "HVS-2026-000123".to_owned()),
            (m.case_holder().to_owned(), "Tôn Nữ Công Tằng Thị Hoàng Nguyên".to_owned()),
        ];
        let asked = |kind| Self {
            kind,
            about: about.clone(),
            stage: Stage::Ask,
            form: FormState::default(),
            action: urls::certificate_revoke("c1"),
            back: urls::certificate_case("c1"),
        };
        let refused = FormState::default()
            .keep("words", "Sai")
            .refuse("reason", m.act_need_reason())
            .refuse("words", m.act_need_words());
        let filled = FormState::default()
            .keep("reason", RevokeReason::WrongPerson.as_str())
            .keep("words", "Biên bản ngày 22-11-2026 ghi người khác ngồi vào chỗ này.");
        vec![
            asked(ActKind::Revoke),
            asked(ActKind::Correct),
            asked(ActKind::Object),
            asked(ActKind::Void),
            asked(ActKind::Decide(ReviewKind::Objection)),
            Self { form: refused, ..asked(ActKind::Revoke) },
            Self { form: filled, stage: Stage::Check, ..asked(ActKind::Revoke) },
        ]
    }
}

/// The text as the beginning of a sentence.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn words_field(m: Messages, form: &FormState) -> Markup {
    let error = form.error("words");
    html! {
        div.field.wrong[error.is_some()] {
            label for="words" { (m.act_words()) }
            span.hint id="words-hint" { (m.act_words_hint()) }
            @if let Some(error) = error { span.error id="words-error" { (error) } }
            textarea.input id="words" name="words" rows="4" aria-describedby="words-hint" { (form.value("words")) }
        }
    }
}
