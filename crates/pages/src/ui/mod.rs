//! Components: typed functions from plain values to markup. Each knows its own labels for those who cannot see it.

mod button;
mod chart;
mod count;
mod field;
mod icon;
mod ladder;
mod listen;
mod medal;
mod part;
mod phone;
mod qr;
mod scene;
mod table;

pub use domain::standing::Rung;

pub use button::{button, button_danger, link_button, link_quiet, link_secondary};
pub use chart::{Bullet, Trend, bullet, trend};
pub use count::Count;
pub use field::{
    Choice, Field, FieldKind, FormState, error_summary, pick, search_field, text_area, text_field, tick,
};
pub use icon::{ICONS, icon, icon_exists, icon_names};
pub use ladder::{Stack, bars, big, chip, legend, mark, row, stack};
pub use listen::listen;
pub use medal::medal;
pub use part::{Tone, back, boxed, breadcrumbs, facts, steps, title, unbroken};
pub use phone::{Element, FieldLook, Look, Phone, Pick, Tap, enter, guide, phone};
pub use qr::qr;
pub use scene::{Scene, scene};
pub use table::{Head, Table, table};
