//! How a message to judge is drawn: the channel decides.

use domain::content::{Channel, DrillMessage};
use domain::text::Lang;

use super::super::drawn::plain;
use crate::messages::Messages;
use crate::ui::{Look, Phone};

/// The phone, paper or scene with the message on it.
pub(crate) fn drawn(message: &DrillMessage, lang: Lang) -> Phone {
    let from = message.from.get(lang).to_owned();
    let title = message.title.as_ref().map(|title| title.get(lang).to_owned());
    let (look, title) = match message.channel {
        Channel::Sms => (Look::Sms(from), title.unwrap_or_default()),
        Channel::Chat => (Look::Chat(from), title.unwrap_or_default()),
        Channel::Call => {
            (Look::Call(from), title.unwrap_or_else(|| Messages(lang).drill_incoming().to_owned()))
        }
        Channel::Mail => (Look::Mail(from), title.unwrap_or_default()),
        Channel::Popup => (Look::Dialog(from), title.unwrap_or_default()),
        Channel::Qr => (Look::Scene(from), title.unwrap_or_default()),
        Channel::Letter => (Look::Letter(from), title.unwrap_or_default()),
    };
    Phone {
        look,
        title,
        elements: message.elements.iter().filter_map(|one| plain(one, lang)).collect(),
        back: None,
    }
}
