//! Our own flat drawings. They stand in the page itself (1 KB each when compressed), so a first visit fetches nothing more.

use maud::{Markup, PreEscaped, html};

use crate::messages::Messages;

/// One of the drawings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scene {
    /// People learning at a table before a village house of culture.
    House,
    /// Two hands on a phone.
    Hands,
    /// A market stall with a QR code.
    Market,
    /// A grandchild showing her grandmother something on a phone.
    Family,
}

impl Scene {
    /// All drawings.
    pub const ALL: [Self; 4] = [Self::House, Self::Hands, Self::Market, Self::Family];

    const fn drawing(self) -> &'static str {
        match self {
            Self::House => include_str!("../../assets/scenes/house.svg"),
            Self::Hands => include_str!("../../assets/scenes/hands.svg"),
            Self::Market => include_str!("../../assets/scenes/market.svg"),
            Self::Family => include_str!("../../assets/scenes/family.svg"),
        }
    }

    const fn alternative(self, m: Messages) -> &'static str {
        match self {
            Self::House => m.scene_house(),
            Self::Hands => m.scene_hands(),
            Self::Market => m.scene_market(),
            Self::Family => m.scene_family(),
        }
    }
}

/// A drawing as wide as the column, with its alternative.
#[must_use]
pub fn scene(m: Messages, scene: Scene) -> Markup {
    html! {
        svg.scene viewBox="0 0 360 210" role="img" aria-label=(scene.alternative(m)) { (PreEscaped(scene.drawing())) }
    }
}
