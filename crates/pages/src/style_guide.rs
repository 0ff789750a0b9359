//! The living style guide: every component in its usual states, on one page.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{
    self, Choice, Count, Element, Field, FieldKind, FieldLook, FormState, Look, Phone, Rung, Tap, Tone,
};
use crate::urls;

/// The style guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StyleGuide;

impl StyleGuide {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (m.guide_title()) }
            p.lead { (m.guide_lead()) }
            (ladders(m))
            (charts(m))
            (buttons(m))
            (boxes(m))
            (forms(m))
            (phones(m))
            (pictures(m))
            (icons(m))
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        layout_desk(frame, frame.messages().guide_title(), &self.main(frame.messages()), &[])
    }

    /// The one state of this page.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        vec![Self]
    }
}

fn ladders(m: Messages) -> Markup {
    html! {
        h2 { (m.ladder()) }
        div.two {
            div {
                (ui::big(m, Some(Rung::Alone)))
                (ui::big(m, None))
            }
            div {
                @for rung in Rung::ALL { (ui::row(m, m.rung_meaning(rung), Some(rung), "22-11-2026")) }
                (ui::row(m, m.rung_none(), None, ""))
            }
        }
        p { @for rung in Rung::ALL { (ui::chip(m, Some(rung))) " " } (ui::chip(m, None)) }
        (ui::stack(m.by_rung(), ui::Stack { on: [900, 1400, 3100, 1900, 400], of: 9880 }))
        (ui::legend(m))
    }
}

fn charts(m: Messages) -> Markup {
    let on =
        [Count::Exact(810), Count::Exact(1402), Count::Exact(3620), Count::Exact(2217), Count::Exact(377)];
    let bullet = ui::Bullet {
        on,
        started: Count::Exact(120),
        of: 9880,
        from: Rung::Alone,
        reached: Count::Exact(6214),
        goal_permille: Some(800),
    };
    let months = (1..=11_i8).zip([310, 620, 1180, 1730, 2400, 2950, 3500, 4180, 4900, 5610, 6214]);
    let points = months.map(|(month, count)| (jiff::civil::date(2026, month, 1), count)).collect();
    html! {
        h2 { (m.guide_charts()) }
        div.two {
            div { (ui::bullet(m, m.by_rung(), &bullet)) }
            div { (ui::trend(m, m.by_day(), &ui::Trend { points, goal: Some(7904) })) }
        }
    }
}

fn buttons(m: Messages) -> Markup {
    html! {
        h2 { (m.guide_buttons()) }
        div.two {
            (ui::link_button(&urls::start(), m.begin()))
            (ui::link_secondary(&urls::learn(), m.nav_learn()))
            form method="get" action=(urls::style_guide()) { (ui::button_danger(m.cancel())) }
            div { (ui::link_quiet(&urls::start_place(), m.skip())) }
        }
        (ui::steps(m, 3, 8))
        (ui::back(m, &urls::learn()))
    }
}

fn boxes(m: Messages) -> Markup {
    html! {
        h2 { (m.guide_boxes()) }
        div.two {
            (ui::boxed(Tone::Info, &html! { p { (m.pending(3)) } }))
            (ui::boxed(Tone::Good, &html! { p { (m.rung_3_means()) } }))
            (ui::boxed(Tone::Warn, &html! { p { (m.demonstration()) } }))
            (ui::boxed(Tone::Danger, &html! { p { (m.errors_title()) } }))
        }
        div.card {
            h3 { (m.ladder()) }
            (ui::facts(&[
                (m.rung_word(), html! { (ui::chip(m, Some(Rung::Passed))) }),
                (m.people(), html! { (m.number(6214)) }),
                (m.day(), html! { "22-11-2026" }),
            ]))
        }
    }
}

fn forms(m: Messages) -> Markup {
    let form = FormState::default().keep("guide-name", "Nguyễn").refuse("guide-name", m.guide_name_error());
    let name = Field {
        name: "guide-name",
        label: m.guide_name(),
        hint: m.guide_name_hint(),
        kind: FieldKind::FullName,
    };
    let year = Field { name: "guide-year", label: m.guide_year(), hint: "", kind: FieldKind::Digits };
    html! {
        h2 { (m.guide_forms()) }
        form method="get" action=(urls::style_guide()) {
            (ui::error_summary(m, &form))
            div.two {
                div { (ui::text_field(name, &form)) (ui::text_field(year, &form)) }
                (ui::pick("guide-rung", &html! { (m.ladder()) }, &rung_choices(m), &form))
            }
            (ui::button(m.save()))
        }
    }
}

fn rung_choices(m: Messages) -> Vec<Choice> {
    let choice = |(rung, icon): (Rung, &str)| Choice {
        value: rung.height().to_string(),
        label: m.rung(rung).into(),
        hint: m.rung_meaning(rung).into(),
        icon: icon.into(),
    };
    [(Rung::Attended, "eye"), (Rung::Helped, "users"), (Rung::Alone, "user")]
        .into_iter()
        .map(choice)
        .collect()
}

fn phones(m: Messages) -> Markup {
    html! {
        h2 { (m.guide_phones()) }
        (ui::guide(m.guide_tap()))
        div.two {
            @for phone in sample_phones(m) { form { (ui::phone(&format!("{}: {}", m.phone_label(), phone.title), &phone)) } }
        }
    }
}

fn pictures(m: Messages) -> Markup {
    html! {
        h2 { (m.guide_pictures()) }
        div.two { @for scene in ui::Scene::ALL { (ui::scene(m, scene)) } }
        (ui::qr("QR", "https://hocvuso.example/verify/HVS-2026-000123"))
    }
}

fn icons(m: Messages) -> Markup {
    html! {
        h2 { (m.guide_icons()) }
        ul.icons {
            @for (name, _) in ui::ICONS { li { (ui::icon(name)) (name) } }
        }
    }
}

fn tap(value: &str) -> Tap {
    Tap { value: value.into(), is_next: false }
}

fn next(value: &str) -> Tap {
    Tap { value: value.into(), is_next: true }
}

fn app(label: &str, icon: &str, tap: Tap) -> Element {
    Element::App { label: label.into(), icon: icon.into(), tap }
}

fn row(label: &str, icon: &str, detail: &str, tap: Tap) -> Element {
    Element::Row { label: label.into(), icon: Some(icon.into()), detail: Some(detail.into()), tap }
}

/// One phone of every look, with every element in at least one of them.
#[must_use]
pub fn sample_phones(m: Messages) -> Vec<Phone> {
    let phone = |look, title: &str, elements| Phone { look, title: title.into(), elements, back: None };
    let text = |text: &str| Element::Text(text.into());
    let button = |label: &str, tap| Element::Button { label: label.into(), tap };
    let link = |label: &str, tap| Element::Link { label: label.into(), tap };
    vec![
        phone(
            Look::Launcher,
            m.p_home(),
            vec![
                app("VNeID", "id-card", next("1")),
                app(m.p_camera(), "camera", tap("2")),
                app(m.p_messages(), "message", tap("3")),
                app(m.p_settings(), "settings", tap("4")),
                app("Zalo", "chat", tap("5")),
                app(m.p_phone(), "phone", tap("6")),
            ],
        ),
        phone(
            Look::App("VNeID".into()),
            m.p_sign_in(),
            vec![
                text(m.p_hello()),
                Element::Field {
                    id: "passcode".into(),
                    label: m.p_passcode().into(),
                    look: FieldLook::Digits,
                    value: "2468".into(),
                    error: Some(m.p_passcode_error().into()),
                    is_next: true,
                },
                button(m.p_sign_in(), tap("1")),
                link(m.p_forgot(), tap("2")),
                Element::Detail(m.p_detail().into()),
            ],
        ),
        phone(
            Look::App("VNeID".into()),
            m.p_wallet(),
            vec![
                Element::Card {
                    title: m.p_card().into(),
                    icon: Some("id-card".into()),
                    lines: vec!["Nguyễn Thị Mai".into(), "001 9xx xxx 123".into()],
                },
                row(m.p_insurance(), "heart-pulse", m.p_detail(), next("1")),
                row(m.p_papers(), "file-text", m.p_detail(), tap("2")),
                Element::Alert(m.p_alert().into()),
            ],
        ),
        phone(
            Look::Browser("dichvucong.gov.vn".into()),
            m.p_portal(),
            vec![
                Element::Heading(m.p_papers().into()),
                text(m.p_hello()),
                button(m.p_sign_in(), next("1")),
                link(m.p_forgot(), tap("2")),
            ],
        ),
        phone(
            Look::Dialog("VNeID".into()),
            m.p_allow(),
            vec![text(m.p_alert()), button(m.p_yes(), tap("1")), link(m.p_no(), next("2"))],
        ),
        phone(
            Look::Call("0912 345 678".into()),
            m.p_calling(),
            vec![
                Element::Message(m.p_scam().into()),
                button(m.p_answer(), tap("1")),
                button(m.p_hang_up(), next("2")),
            ],
        ),
        phone(
            Look::Chat("Cháu Lan".into()),
            m.p_chat(),
            vec![
                Element::Message(m.p_message().into()),
                Element::Reply(m.p_reply().into()),
                button(m.p_yes(), next("1")),
            ],
        ),
        phone(
            Look::Sms("+84 865 000 111".into()),
            m.p_messages(),
            vec![Element::Message(m.p_scam().into()), link(m.p_no(), next("1"))],
        ),
        phone(
            Look::Settings,
            m.p_settings(),
            vec![
                Element::Toggle { label: "Wi-Fi".into(), is_on: true, tap: next("1") },
                Element::Toggle { label: "Bluetooth".into(), is_on: false, tap: tap("2") },
                row(m.p_data(), "data", m.p_detail(), tap("3")),
            ],
        ),
        phone(
            Look::Lock,
            m.p_locked(),
            vec![Element::Alert(m.p_message().into()), link(m.p_unlock(), next("1"))],
        ),
    ]
    .into_iter()
    .chain(sample_sights(m))
    .collect()
}

/// What is seen through the camera, in an e-mail and beside the phone, with the phone's own button back.
fn sample_sights(m: Messages) -> Vec<Phone> {
    let back = |tap| Some((m.p_back().to_owned(), tap));
    let qr = |tap| Element::Qr { label: m.p_code().into(), tap };
    let tick = Element::Tick {
        id: "offers".into(),
        label: m.p_offers().into(),
        is_on: true,
        error: Some(m.p_offers_error().into()),
        is_next: true,
    };
    let pick = Element::Pick(ui::Pick {
        id: "account".into(),
        label: m.p_account().into(),
        options: vec![m.p_wallet().into(), m.p_card().into()],
        chosen: Some(1),
        next: Some(2),
        error: None,
    });
    let banner = Element::Banner {
        label: m.p_messages().into(),
        icon: Some("message".into()),
        detail: Some(m.p_message().into()),
        tap: tap("1"),
    };
    vec![
        Phone {
            look: Look::Camera,
            title: m.p_aim().into(),
            elements: vec![qr(Some(next("1")))],
            back: back(tap("2")),
        },
        Phone {
            look: Look::Mail("Nguyễn Thị Mai".into()),
            title: m.p_papers().into(),
            elements: vec![Element::Text(m.p_scam().into()), pick, tick, banner],
            back: back(next("2")),
        },
        Phone {
            look: Look::Scene(m.p_market().into()),
            title: m.p_stall().into(),
            elements: vec![qr(None), Element::Say(m.p_price().into())],
            back: None,
        },
    ]
}
