//! One question: as people see it, and how it works.

use domain::assessment::Status;
use domain::bank::{Deed, DifLine, FitLine, Folk, STRATA, Share};
use domain::text::Lang;
use jiff::Timestamp;
use maud::{Markup, html};

use super::curve::{self, Curves, Dot};
use super::list::{fit_word, yes_no};
use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{self, Element, Head, Look, Phone, Table, Tap, Tone};
use crate::urls;

/// An answer with how often it was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceLine {
    /// The answer.
    pub text: String,
    /// Whether it is the right one.
    pub is_right: bool,
    /// Why it is right or wrong.
    pub because: String,
    /// How often it was chosen.
    pub chosen: Share,
}

/// What somebody did to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActLine {
    /// When.
    pub at: Timestamp,
    /// Whose login.
    pub login: String,
    /// What.
    pub deed: Deed,
    /// Why.
    pub words: String,
}

/// Its parameters in one version, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VersionLine {
    /// The version.
    pub version: u32,
    /// When it was made.
    pub at: Timestamp,
    /// The slope.
    pub a_milli: i32,
    /// The difficulty.
    pub b_milli: i32,
    /// The standard error of the difficulty.
    pub se_milli: u32,
    /// The chance of guessing.
    pub c_permille: u32,
    /// From how many answers.
    pub answers: u32,
    /// How it stood.
    pub status: Status,
}

/// The page of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemPage {
    /// Its name.
    pub item: String,
    /// The title of its skill.
    pub skill: String,
    /// What it asks; `None` where the content has it no more.
    pub ask: Option<String>,
    /// How it is answered, in words.
    pub kind: Option<&'static str>,
    /// The screen that it shows.
    pub screen: Option<Phone>,
    /// Whether its answers are steps, of which is counted how often they were put where they belong.
    pub is_order: bool,
    /// Its answers, in the order of the file.
    pub choices: Vec<ChoiceLine>,
    /// Its parameters now.
    pub now: VersionLine,
    /// How often it was answered, and how often rightly.
    pub right: Share,
    /// The middle time of an answer, in milliseconds.
    pub median_ms: Option<u32>,
    /// Its curves.
    pub curves: Curves,
    /// Over how many days exposure is reckoned.
    pub days: u32,
    /// Of the recent attempts, how many met it.
    pub recent: Share,
    /// The same at low, middle and high ability.
    pub strata: [Share; STRATA],
    /// How far answers are from the curve.
    pub fit: Option<FitLine>,
    /// Comparisons of groups; the titles of plain groups stand in `groups`.
    pub difs: Vec<DifLine>,
    /// Names and titles of plain groups.
    pub groups: Vec<(String, String)>,
    /// Whether it has changed, by how much in thousandths, since it was calibrated before.
    pub drift: Option<(bool, i32)>,
    /// Its parameters in the versions of before, the newest first.
    pub versions: Vec<VersionLine>,
    /// What was done to it, the newest first.
    pub acts: Vec<ActLine>,
}

impl ItemPage {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::bank()))
            h1 { (self.ask.as_deref().unwrap_or(&self.item)) }
            p.muted {
                (self.item) " · " (self.skill) " · " (m.item_status(self.now.status))
                @if let Some(kind) = self.kind { " · " (m.kind_of_item()) ": " (kind) }
            }
            @if self.ask.is_none() { (ui::boxed(Tone::Info, &html! { p { (m.bank_item_gone()) } })) }
            @if let Some(screen) = &self.screen { div inert { (ui::phone(m.tap_phone(), screen)) } }
            @if !self.choices.is_empty() { div.choices { (self.choices(m)) } }
            (self.measures(m))
            div.two {
                section {
                    h2 { (m.bank_curve_title()) }
                    p.muted { (m.bank_curve_lead()) }
                    (curve::shares(m, &self.item, &self.curves))
                }
                section {
                    h2 { (m.bank_info_title()) }
                    p.muted { (m.bank_info_lead()) }
                    (curve::info(m, &self.item, &self.curves))
                }
            }
            div.two { section { (self.exposure(m)) } section { (self.fairness(m)) } }
            (self.deeds(m))
            (self.history(m))
        }
    }

    fn choices(&self, m: Messages) -> Markup {
        let figure = if self.is_order { m.bank_item_placed() } else { m.bank_item_chosen() };
        let heads = vec![Head::words(m.bank_item_choice()), Head::figures(figure)];
        let row = |choice: &ChoiceLine| {
            vec![
                html! {
                    @if choice.is_right { b { (choice.text) } " " span.met { (m.bank_item_is_right()) } }
                    @else { (choice.text) }
                    span.hint { (choice.because) }
                },
                html! { (choice.chosen.permille().map_or_else(|| m.no_figure().to_owned(), |share| m.permille(share))) },
            ]
        };
        ui::table(&Table {
            caption: m.bank_item_answers().into(),
            heads,
            rows: self.choices.iter().map(row).collect(),
        })
    }

    fn measures(&self, m: Messages) -> Markup {
        let (low, high) = curve::interval(self.now.b_milli, self.now.se_milli);
        let share =
            |share: Share| share.permille().map_or_else(|| m.no_figure().to_owned(), |it| m.permille(it));
        let means = |words: &str| html! { span.hint { (words) } };
        let guess = i32::try_from(self.now.c_permille).unwrap_or(0);
        html! {
            (ui::facts(&[
                (m.bank_difficulty(), html! {
                    b { (m.decimal(self.now.b_milli)) } (curve::bar(m, self.now.b_milli, self.now.se_milli))
                    (means(m.bank_difficulty_means())) (means(&m.bank_interval_means(&m.decimal(low), &m.decimal(high))))
                }),
                (m.bank_slope(), html! { b { (m.decimal(self.now.a_milli)) } (means(m.bank_slope_means())) }),
                (m.bank_guess(), html! { b { (m.decimal(guess)) } (means(m.bank_guess_means())) }),
                (m.bank_right(), html! {
                    b { (share(self.right)) } " (" (m.number(u64::from(self.right.part))) "/" (m.number(u64::from(self.right.of))) ")"
                }),
                (m.bank_time(), html! {
                    @match self.median_ms {
                        Some(ms) => { b { (m.bank_seconds(&m.number(u64::from((ms + 500) / 1000)))) } },
                        None => (m.no_figure()),
                    }
                }),
                (m.bank_fit(), html! {
                    b { (fit_word(m, self.fit.map(FitLine::mark))) }
                    @if let Some(fit) = self.fit { " (" (m.permille(fit.rmsd_permille)) ")" }
                    (means(m.bank_fit_means()))
                }),
                (m.bank_drift(), html! {
                    @match self.drift {
                        Some((is_signal, by)) => { b { (yes_no(m, Some(is_signal))) } " (" (m.decimal(by)) ")" },
                        None => (m.bank_drift_none()),
                    }
                    (means(m.bank_drift_means()))
                }),
            ]))
        }
    }

    fn exposure(&self, m: Messages) -> Markup {
        let names = [m.bank_stratum_low(), m.bank_stratum_middle(), m.bank_stratum_high()];
        let all = names.into_iter().zip(self.strata).chain([(m.bank_all_people(), self.recent)]);
        let row = |(name, share): (&str, Share)| {
            vec![
                html! { (name) },
                html! { (share.permille().map_or_else(|| m.no_figure().to_owned(), |it| m.permille(it))) },
                html! { (m.bank_of_attempts(&m.number(u64::from(share.part)), &m.number(u64::from(share.of)))) },
            ]
        };
        html! {
            h2 { (m.bank_exposure()) }
            p.muted { (m.bank_exposure_means(self.days)) }
            (ui::table(&Table {
                caption: m.bank_strata().into(),
                heads: vec![
                    Head::words(m.bank_ability()),
                    Head::figures(m.bank_exposure()),
                    Head::figures(m.bank_flag_attempt()),
                ],
                rows: all.map(row).collect(),
            }))
        }
    }

    fn fairness(&self, m: Messages) -> Markup {
        let heads = vec![
            Head::words(m.bank_dif_who()),
            Head::words(m.bank_dif_class()),
            Head::figures(m.bank_dif_delta()),
            Head::figures(m.bank_answers()),
        ];
        html! {
            h2 { (m.bank_difs()) }
            p.muted { (m.bank_dif_means()) }
            @if self.difs.is_empty() { p { (m.bank_dif_none()) } }
            @else {
                (ui::table(&Table {
                    caption: m.bank_difs().into(),
                    heads,
                    rows: self.difs.iter().map(|dif| self.dif(m, dif)).collect(),
                }))
            }
            p.muted { (m.bank_dif_unknown()) }
        }
    }

    fn dif(&self, m: Messages, dif: &DifLine) -> Vec<Markup> {
        let side = match dif.delta_milli {
            ..-999 => m.bank_dif_harder(),
            1000.. => m.bank_dif_easier(),
            _ => m.bank_dif_same(),
        };
        vec![
            html! { (self.folk(m, &dif.focal)) span.hint { (m.bank_dif_than(&self.folk(m, &dif.reference))) } },
            html! { @if dif.is_signal { span.missing { (dif.class) " · " (m.bank_look()) } } @else { (dif.class) } },
            html! { (m.decimal(dif.delta_milli)) " (" (side) ")" },
            html! { (m.number(u64::from(dif.answers))) },
        ]
    }

    fn folk(&self, m: Messages, folk: &Folk) -> String {
        match folk {
            Folk::Age(age) => m.age_band(*age).to_owned(),
            Folk::Group(group) => {
                let known = self.groups.iter().find(|(name, _)| name == group.as_str());
                known.map_or_else(|| group.to_string(), |(_, title)| title.clone())
            }
        }
    }

    fn deeds(&self, m: Messages) -> Markup {
        html! {
            h2 { (m.bank_do()) }
            p.keep {
                @for deed in Deed::ALL.into_iter().filter(|deed| deed.fits(self.now.status)) {
                    (ui::link_secondary(&urls::bank_change(&self.item).with("deed", deed.as_str()), m.item_deed(deed)))
                    " "
                }
            }
        }
    }

    fn history(&self, m: Messages) -> Markup {
        let act = |act: &ActLine| {
            vec![
                html! { (m.item_deed(act.deed)) },
                html! { (act.words) },
                html! { (act.login) },
                html! { (ui::unbroken(&m.moment(act.at))) },
            ]
        };
        let heads = vec![
            Head::words(m.bank_did()),
            Head::words(m.bank_why()),
            Head::words(m.bank_who()),
            Head::words(m.bank_when()),
        ];
        let caption = m.bank_history().to_owned();
        html! {
            h2 { (m.bank_history()) }
            @if self.acts.is_empty() { p { (m.bank_history_none()) } }
            @else { (ui::table(&Table { caption, heads, rows: self.acts.iter().map(act).collect() })) }
            (self.over_versions(m))
        }
    }

    fn over_versions(&self, m: Messages) -> Markup {
        let row = |line: &VersionLine| {
            vec![
                html! { (line.version) },
                html! { (ui::unbroken(&m.moment(line.at))) },
                html! { (m.decimal(line.b_milli)) " ± " (m.decimal(i32::try_from(line.se_milli).unwrap_or(0))) },
                html! { (m.decimal(line.a_milli)) },
                html! { (m.number(u64::from(line.answers))) },
                html! { (m.item_status(line.status)) },
            ]
        };
        ui::table(&Table {
            caption: m.bank_versions().into(),
            heads: vec![
                Head::words(m.bank_version()),
                Head::words(m.bank_when()),
                Head::figures(m.bank_difficulty()),
                Head::figures(m.bank_slope()),
                Head::figures(m.bank_answers()),
                Head::words(m.bank_status()),
            ],
            rows: self.versions.iter().map(row).collect(),
        })
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, &self.item, &self.main(m), &[])
    }

    /// A calibrated question that should be looked at; a new one without an answer; one that has left the content; steps; a screen to tap.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let at = Timestamp::from_second(1_795_340_000).unwrap_or_default();
        let now = VersionLine {
            version: 3,
            at,
            a_milli: 1_240,
            b_milli: -520,
            se_milli: 90,
            c_permille: 0,
            answers: 6_214,
            status: Status::Calibrated,
        };
        let folk = |name| domain::ids::GroupId::parse(name).map(Folk::Group);
        let difs = folk("student").zip(folk("resident")).map(|(focal, reference)| DifLine {
            focal,
            reference,
            delta_milli: -1_720,
            class: 'C',
            is_signal: true,
            answers: 812,
        });
        let age = DifLine {
            focal: Folk::Age(domain::bank::Age::Old),
            reference: Folk::Age(domain::bank::Age::Middle),
            delta_milli: 210,
            class: 'A',
            is_signal: false,
            answers: 1_930,
        };
        let choice = |text: &str, is_right, part| ChoiceLine {
            text: text.into(),
            is_right,
            because: "Công an không bao giờ yêu cầu chuyển tiền qua điện thoại.".into(),
            chosen: Share { part, of: 6_214 },
        };
        let full = Self {
            item: "spot-scam-01".into(),
            skill: "Nhận ra lừa đảo".into(),
            ask: Some("Một người lạ gọi, xưng là công an, bảo bạn chuyển tiền. Bạn làm gì?".into()),
            kind: Some(m.item_choice()),
            screen: None,
            is_order: false,
            choices: vec![
                choice("Cúp máy và gọi 113", true, 3_928),
                choice("Chuyển một ít để yên chuyện", false, 2_286),
            ],
            now,
            right: Share { part: 3_928, of: 6_214 },
            median_ms: Some(14_200),
            curves: sample_curves(),
            days: 90,
            recent: Share { part: 310, of: 1_680 },
            strata: [Share { part: 90, of: 600 }, Share { part: 160, of: 700 }, Share { part: 60, of: 380 }],
            fit: Some(FitLine { rmsd_permille: 121, q_permille: 12 }),
            difs: difs.into_iter().chain([age]).collect(),
            groups: vec![
                ("student".into(), "Học sinh, sinh viên".into()),
                ("resident".into(), "Người dân".into()),
            ],
            drift: Some((true, -460)),
            versions: vec![
                now,
                VersionLine { version: 1, answers: 0, se_milli: 500, status: Status::Starting, ..now },
            ],
            acts: vec![ActLine {
                at,
                login: "giucauhoi".into(),
                deed: Deed::Review,
                words: "Học sinh hiểu “cúp máy” theo nghĩa khác.".into(),
            }],
        };
        let new = Self {
            median_ms: None,
            curves: Curves { dots: vec![], ..sample_curves() },
            recent: Share::default(),
            strata: [Share::default(); STRATA],
            right: Share::default(),
            fit: None,
            difs: vec![],
            drift: None,
            acts: vec![],
            now: VersionLine { answers: 0, se_milli: 500, status: Status::Starting, ..now },
            ..full.clone()
        };
        let gone = Self {
            ask: None,
            kind: None,
            choices: vec![],
            now: VersionLine { status: Status::Retired, ..now },
            ..full.clone()
        };
        let order = Self {
            ask: Some("Bạn muốn dùng Wi-Fi ở quán. Bạn làm theo thứ tự nào?".into()),
            kind: Some(m.item_order()),
            is_order: true,
            choices: vec![choice("1. Mở Cài đặt", false, 5_120), choice("2. Bật Wi-Fi", false, 4_010)],
            ..new.clone()
        };
        let button = |(at, label): (usize, &str)| Element::Button {
            label: label.into(),
            tap: Tap { value: at.to_string(), is_next: false },
        };
        let labels = ["Nghe máy", "Cúp máy", "Nhắn tin"];
        let screen = Phone {
            look: Look::Call("0100 123 456".into()),
            title: "Cuộc gọi đến".into(),
            elements: labels.into_iter().enumerate().map(button).collect(),
            back: None,
        };
        let tap = Self {
            ask: Some("Số lạ gọi lần thứ ba và giục bạn. Chạm vào đâu?".into()),
            kind: Some(m.item_tap()),
            screen: Some(screen),
            choices: labels.map(|label| choice(label, label == "Cúp máy", 2_000)).to_vec(),
            ..new.clone()
        };
        vec![full, new, gone, order, tap]
    }
}

fn sample_curves() -> Curves {
    let dot = |theta_milli, people, seen_permille, expected_permille| Dot {
        theta_milli,
        people,
        seen_permille,
        expected_permille,
    };
    let share = |at: u32| 25 + at * 950 / 40;
    Curves {
        share_permille: (0..=40).map(share).collect(),
        info_milli: (0..=40_u32).map(|at| 380 - at.abs_diff(18) * 9).collect(),
        dots: vec![dot(-1_500, 640, 240, 260), dot(-300, 1_240, 610, 520), dot(1_100, 900, 870, 840)],
    }
}
