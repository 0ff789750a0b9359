//! From what an author wrote to what is drawn, in one language.

use domain::content::{self, TapKind};
use domain::text::Lang;

use crate::ui::{Element, Look, Tap};
use crate::urls;

/// What kind of screen.
pub(crate) fn look(look: &content::Look, lang: Lang) -> Look {
    match look {
        content::Look::Launcher => Look::Launcher,
        content::Look::App(name) => Look::App(name.get(lang).to_owned()),
        content::Look::Browser(address) => Look::Browser(address.clone()),
        content::Look::Dialog(name) => Look::Dialog(name.get(lang).to_owned()),
        content::Look::Call(name) => Look::Call(name.get(lang).to_owned()),
        content::Look::Chat(name) => Look::Chat(name.get(lang).to_owned()),
        content::Look::Sms(name) => Look::Sms(name.get(lang).to_owned()),
        content::Look::Settings => Look::Settings,
        content::Look::Lock => Look::Lock,
        content::Look::Camera => Look::Camera,
        content::Look::Mail(name) => Look::Mail(name.get(lang).to_owned()),
        content::Look::Scene(place) => Look::Scene(place.get(lang).to_owned()),
    }
}

/// What is seen and not tapped; nothing of what is tapped or filled in.
pub(crate) fn plain(one: &content::Element, lang: Lang) -> Option<Element> {
    let (make, text): (fn(String) -> Element, _) = match one {
        content::Element::Text(text) => (Element::Text, text),
        content::Element::Heading(text) => (Element::Heading, text),
        content::Element::Detail(text) => (Element::Detail, text),
        content::Element::Alert(text) => (Element::Alert, text),
        content::Element::Message(text) => (Element::Message, text),
        content::Element::Reply(text) => (Element::Reply, text),
        content::Element::Say(text) => (Element::Say, text),
        content::Element::Qr(text) => (|label| Element::Qr { label, tap: None }, text),
        content::Element::Card { title, icon, lines } => {
            return Some(Element::Card {
                title: title.get(lang).to_owned(),
                icon: icon.clone(),
                lines: lines.iter().map(|line| line.get(lang).to_owned()).collect(),
            });
        }
        content::Element::Picture { asset, alt } => {
            let src = urls::static_file(asset).into();
            return Some(Element::Picture { src, alt: alt.get(lang).to_owned() });
        }
        content::Element::Tap(_) | content::Element::Field(_) => return None,
    };
    Some(make(text.get(lang).to_owned()))
}

/// What is tapped, with what the tap sends; the phone's own button back is none of the screen's elements.
pub(crate) fn tappable(tap: &content::Tap, sent: Tap, lang: Lang) -> Option<Element> {
    let label = tap.label.get(lang).to_owned();
    let icon = tap.icon.clone();
    let detail = tap.detail.as_ref().map(|detail| detail.get(lang).to_owned());
    Some(match tap.kind {
        TapKind::App => Element::App { label, icon: icon.unwrap_or_default(), tap: sent },
        TapKind::Button => Element::Button { label, tap: sent },
        TapKind::Link => Element::Link { label, tap: sent },
        TapKind::Row => Element::Row { label, icon, detail, tap: sent },
        TapKind::Toggle => Element::Toggle { label, is_on: tap.on, tap: sent },
        TapKind::Qr => Element::Qr { label, tap: Some(sent) },
        TapKind::Banner => Element::Banner { label, icon, detail, tap: sent },
        TapKind::Back => return None,
    })
}
