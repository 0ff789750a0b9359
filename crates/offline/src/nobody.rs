//! Whoever uses a device of which nothing is known.

use domain::ids::StatementId;
use domain::text::Lang;
use pages::frame::{Assets, Frame, TextSize};
use pages::urls::{self, Url};

/// The frame of somebody of whom the device knows nothing.
pub(crate) fn frame_of_nobody(path: &str, fresh_id: StatementId) -> Frame {
    let path = Url::ours(path).unwrap_or_else(urls::home);
    Frame {
        lang: Lang::default(),
        text_size: TextSize::default(),
        signed_in: None,
        at_seat: false,
        demonstration: false,
        pending: None,
        fresh_id: fresh_id.to_string(),
        path: path.into(),
        offline: true,
        assets: Assets::default(),
    }
}
