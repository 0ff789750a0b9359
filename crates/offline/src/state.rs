//! What a device knows of its person.

use core::hash::{Hash as _, Hasher};

use domain::content::{Lesson, Practice};
use domain::ids::StatementId;
use domain::learning::{Act, Deed, Held, Learner};
use domain::text::Lang;
use pages::frame::{Assets, Frame, SignedIn, TextSize};
use pages::urls::Url;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::fmt::Write as _;
use std::sync::Arc;

use crate::packs::{CoursePack, pack};

/// How many acts are kept to know one that is sent twice: more than anybody sends by going back and forth.
const ACTS_MAX: usize = 50;

/// What a device knows of its person; JSON on the way and in the browser's database. `sw.js` reads `learner.person` and
/// `version` of it, and carries `acts` over into a state that comes from the server; nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceState {
    /// The person. Questions and answers of tests are in the attempts, which stay on the server.
    pub learner: Learner,
    /// The language.
    pub lang: Lang,
    /// The size of the text, as [`TextSize::word`].
    pub text_size: String,
    /// Who is signed in.
    pub signed_in: Option<Signed>,
    /// Whether people and figures are made up.
    pub demonstration: bool,
    /// The address of the script that registers the worker.
    pub register_js: Option<String>,
    /// The version of code and packs that the server has.
    pub version: String,
    /// The versions of lessons and practices that the person is in the middle of and that no pack of this version has: a
    /// [`CoursePack`] in hexadecimal digits.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub held: String,
    /// The last acts done here, the newest last.
    #[serde(default)]
    pub acts: VecDeque<Known>,
}

/// An act that was done, as far as it takes to know it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Its id.
    pub id: StatementId,
    /// What was done, as a fingerprint tells it from something else.
    pub deed: u32,
}

/// An account that is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// The name as shown.
    pub name: String,
    /// What they are here, in words.
    pub role: String,
}

impl DeviceState {
    /// The state of a learner who is shown pages in this frame.
    #[must_use]
    pub fn of(learner: Learner, frame: &Frame, version: &str) -> Self {
        let signed_in = frame.signed_in.as_ref();
        Self {
            held: told(&learner.held),
            learner,
            lang: frame.lang,
            text_size: frame.text_size.word().into(),
            signed_in: signed_in.map(|who| Signed { name: who.name.clone(), role: who.role.clone() }),
            demonstration: frame.demonstration,
            register_js: frame.assets.register_js.as_ref().map(ToString::to_string),
            version: version.into(),
            acts: VecDeque::new(),
        }
    }

    /// The state as it is used: the learner has what they go by at hand. What was written by another version of the code is not
    /// there; it comes with the next state.
    #[must_use]
    pub(crate) fn with_held(mut self) -> Self {
        if let Some(CoursePack { lessons, practices }) = read(&self.held) {
            let (lessons, practices) =
                (lessons.into_iter().map(Arc::new), practices.into_iter().map(Arc::new));
            self.learner.held = Held { lessons: lessons.collect(), practices: practices.collect() };
        }
        self
    }

    /// The frame of a page at `path`.
    #[must_use]
    pub fn frame(&self, path: &str, fresh_id: StatementId) -> Frame {
        let signed_in = self.signed_in.as_ref();
        Frame {
            lang: self.lang,
            text_size: TextSize::of_word(&self.text_size),
            signed_in: signed_in.map(|who| SignedIn { name: who.name.clone(), role: who.role.clone() }),
            at_seat: false,
            demonstration: self.demonstration,
            pending: None,
            fresh_id: fresh_id.to_string(),
            path: path.into(),
            offline: false,
            assets: assets(self.register_js.as_deref()),
        }
    }

    /// The fingerprint of what was done under an id, when it was done here.
    pub(crate) fn known(&self, id: StatementId) -> Option<u32> {
        self.acts.iter().find(|known| known.id == id).map(|known| known.deed)
    }

    /// The state after an act.
    #[must_use]
    pub(crate) fn after(mut self, act: &Act, learner: Learner) -> Self {
        self.learner = learner;
        self.acts.push_back(Known { id: act.id, deed: fingerprint(&act.deed) });
        while self.acts.len() > ACTS_MAX {
            self.acts.pop_front();
        }
        self
    }
}

fn told(held: &Held) -> String {
    let mut digits = String::new();
    if *held != Held::default() {
        let lessons = held.lessons.iter().map(|it| Lesson::clone(it)).collect();
        let practices = held.practices.iter().map(|it| Practice::clone(it)).collect();
        for byte in pack(&CoursePack { lessons, practices }) {
            // Writing into memory does not fail.
            let _ = write!(digits, "{byte:02x}");
        }
    }
    digits
}

fn read(digits: &str) -> Option<CoursePack> {
    let half = |digit: u8| char::from(digit).to_digit(16).and_then(|half| u8::try_from(half).ok());
    let pairs = digits.as_bytes().chunks_exact(2);
    let bytes: Option<Vec<u8>> = pairs.map(|pair| Some(half(pair[0])? << 4 | half(pair[1])?)).collect();
    postcard::from_bytes(&bytes?).ok()
}

/// Tells one deed from another. It has meaning on one device only, and fits a number of JavaScript. Two choices on one page
/// that are taken for each other, one time in four thousand million, cost a tap.
pub(crate) fn fingerprint(deed: &Deed) -> u32 {
    let mut print = Fingerprint(2_166_136_261);
    deed.hash(&mut print);
    print.0
}

/// 32-bit FNV-1a.
struct Fingerprint(u32);

impl Hasher for Fingerprint {
    fn write(&mut self, bytes: &[u8]) {
        let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(16_777_619);
        self.0 = bytes.iter().fold(self.0, step);
    }

    fn finish(&self) -> u64 {
        self.0.into()
    }
}

fn assets(register_js: Option<&str>) -> Assets {
    Assets { register_js: register_js.and_then(Url::ours), ..Assets::default() }
}
