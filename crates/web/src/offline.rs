//! What the service worker fetches, made once at start: packs of content, and the list of everything there is.

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use axum::response::Response;
use domain::content::{Curriculum, DrillMessage};
use domain::learning::Learner;
use offline::{CoursePack, DeviceState, PackName, pack};
use pages::frame::Frame;
use pages::urls;
use serde::Serialize;

use crate::assets::{self, Lasts, Packed};
use crate::content::{Pictures, media_type};
use crate::security;

/// The packs and their list.
#[derive(Debug)]
pub struct Packs {
    version: String,
    manifest: String,
    packs: BTreeMap<String, Packed>,
    pictures: BTreeMap<String, Packed>,
    media: BTreeMap<String, Packed>,
}

/// The list of everything that the service worker keeps, as `sw.js` reads it.
#[derive(Serialize)]
struct Manifest<'m> {
    /// Changes with anything below.
    version: &'m str,
    /// What guards the pages that are made on the device.
    headers: BTreeMap<String, String>,
    wasm: Option<String>,
    files: Vec<String>,
    packs: Vec<Told>,
    certificates: Certificates,
    /// How the addresses begin of which a device may keep the last copy: nothing in them names another person.
    keep: Vec<String>,
}

/// A pack in the list: its name, its address, about how many bytes it weighs with its pictures, and their addresses.
type Told = (String, String, usize, Vec<String>);

/// A pack with the names of the pictures that it shows.
struct Made {
    name: PackName,
    pack: Packed,
    pictures: Vec<String>,
}

/// Where the worker fetches what is known of certificates, and which addresses it answers with that when the server can't.
#[derive(Serialize)]
struct Certificates {
    wasm: Option<String>,
    url: String,
    judges: String,
}

impl Packs {
    /// The packs of a curriculum.
    #[must_use]
    pub fn of(curriculum: &Curriculum) -> Self {
        Self::with_pictures(curriculum, Pictures::new())
    }

    /// The packs of a curriculum whose pictures are not (all) the built-in ones.
    #[must_use]
    pub fn with_pictures(curriculum: &Curriculum, pictures: Pictures) -> Self {
        let made: Vec<Made> = packs_of(curriculum).collect();
        let pictures: BTreeMap<String, Packed> = pictures.into_iter().map(picture).collect();
        let version = version(&made, &pictures);
        let manifest = manifest(&version, &made, &pictures);
        let packs = made.into_iter().map(|made| (file_name(&made), made.pack)).collect();
        Self { version, manifest, packs, pictures, media: BTreeMap::new() }
    }

    /// The same with spoken and signed versions of questions, which are served and never kept on a phone.
    #[must_use]
    pub fn with_media(self, media: Pictures) -> Self {
        let pack = |(name, bytes): (String, Vec<u8>)| {
            let packed = Packed::new(media_type(&name)?, bytes, Lasts::AskEachTime);
            Some((name, packed))
        };
        Self { media: media.into_iter().filter_map(pack).collect(), ..self }
    }

    /// The version of code and content together.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The list of everything that the service worker keeps.
    #[must_use]
    pub fn manifest_json(&self) -> &str {
        &self.manifest
    }

    /// A pack by the name in its address; `None` for a name of no version or an old one.
    #[must_use]
    pub fn answer(&self, name: &str, headers: &HeaderMap) -> Option<Response> {
        self.packs.get(name).map(|pack| pack.answer(headers))
    }

    /// A picture or a recording that is not built in.
    pub(crate) fn picture(&self, name: &str) -> Option<&Packed> {
        self.pictures.get(name).or_else(|| self.media.get(name))
    }
}

/// The state of a learner for their device, without questions and answers.
#[must_use]
pub fn state_json(learner: Learner, frame: &Frame, version: &str) -> String {
    json(&DeviceState::of(learner, frame, version))
}

fn packs_of(curriculum: &Curriculum) -> impl Iterator<Item = Made> {
    let syllabus =
        Made { name: PackName::Syllabus, pack: packed(&curriculum.syllabus), pictures: Vec::new() };
    let courses = curriculum.syllabus.courses.iter().map(|course| {
        let content = CoursePack::of(curriculum, course);
        let pictures = content.pictures().into_iter().map(ToOwned::to_owned).collect();
        Made { name: PackName::Course(course.id.clone()), pack: packed(&content), pictures }
    });
    let drills = (!curriculum.drills.is_empty()).then(|| Made {
        name: PackName::Drills,
        pack: packed(&curriculum.drills),
        pictures: curriculum.drills.iter().flat_map(DrillMessage::pictures).map(ToOwned::to_owned).collect(),
    });
    [syllabus].into_iter().chain(drills).chain(courses)
}

fn packed(content: &impl Serialize) -> Packed {
    Packed::new("application/octet-stream", pack(content), Lasts::ForEver)
}

fn picture((name, bytes): (String, Vec<u8>)) -> (String, Packed) {
    (name, Packed::new("image/svg+xml", bytes, Lasts::AskEachTime))
}

fn file_name(made: &Made) -> String {
    format!("{}.{}", made.name, made.pack.hash())
}

fn told(made: &Made, own: &BTreeMap<String, Packed>) -> Told {
    let weight = |name: &String| match own.get(name) {
        Some(picture) => assets::weight_of(picture.bytes()),
        None => assets::weight(name).unwrap_or(0),
    };
    let bytes = assets::weight_of(made.pack.bytes()) + made.pictures.iter().map(weight).sum::<usize>();
    let pictures = made.pictures.iter().map(|name| urls::static_file(name).into()).collect();
    (made.name.to_string(), urls::offline_pack(&file_name(made)).into(), bytes, pictures)
}

fn version(packs: &[Made], pictures: &BTreeMap<String, Packed>) -> String {
    let wasm = assets::wasm_url().map(String::from);
    let verifier = assets::verifier_url().map(String::from);
    let built_in = assets::for_offline().map(|(_, hash)| hash.to_owned());
    let shown = assets::of_content().map(|(_, hash)| hash.to_owned());
    let packs = packs.iter().map(|made| made.pack.hash().to_owned());
    let pictures = pictures.values().map(|picture| picture.hash().to_owned());
    let headers = security::of_pages().map(|(_, value)| value.to_owned());
    let all: Vec<String> = wasm
        .into_iter()
        .chain(verifier)
        .chain(headers)
        .chain(built_in)
        .chain(shown)
        .chain(packs)
        .chain(pictures)
        .collect();
    assets::hash(all.join(" ").as_bytes())
}

fn manifest(version: &str, packs: &[Made], pictures: &BTreeMap<String, Packed>) -> String {
    let mut files: Vec<String> = assets::for_offline().map(|(url, _)| String::from(url)).collect();
    files.sort();
    let keep =
        [urls::about(), urls::units(), urls::targets(""), urls::me(), urls::today(), urls::certificate("")];
    json(&Manifest {
        version,
        headers: security::of_pages().map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        wasm: assets::wasm_url().map(String::from),
        files,
        packs: packs.iter().map(|made| told(made, pictures)).collect(),
        certificates: Certificates {
            wasm: assets::verifier_url().map(String::from),
            url: urls::verify_snapshot().into(),
            judges: urls::verify("").into(),
        },
        keep: keep.map(String::from).to_vec(),
    })
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("our types have text keys and finite numbers")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use domain::content::load;

    fn curriculum() -> Curriculum {
        load(&content::built_in(), &pages::ui::icon_names()).0
    }

    #[test]
    fn every_pack_of_the_manifest_can_be_fetched_and_loaded() {
        let packs = Packs::of(&curriculum());
        let manifest: serde_json::Value = serde_json::from_str(packs.manifest_json()).unwrap();
        let mut worker = offline::Worker::default();
        for pack in manifest["packs"].as_array().unwrap() {
            let (name, url) = (pack[0].as_str().unwrap(), pack[1].as_str().unwrap());
            let file = url.strip_prefix(urls::offline_pack("").as_str()).unwrap();
            assert!(packs.answer(file, &HeaderMap::new()).is_some());
            worker.load(name, packs.packs[file].bytes()).unwrap();
        }
        assert!(packs.answer("syllabus.0000000000000000", &HeaderMap::new()).is_none());
    }

    #[test]
    fn the_version_changes_with_a_lesson_and_with_a_picture() {
        let mut curriculum = curriculum();
        let was = Packs::of(&curriculum).version().to_owned();
        assert_eq!(was, Packs::of(&curriculum).version());
        let pictures = Pictures::from([("lessons--vneid--help.svg".into(), b"<svg/>".to_vec())]);
        assert_ne!(was, Packs::with_pictures(&curriculum, pictures).version());
        curriculum.lessons.first_entry().unwrap().get_mut().screens.pop();
        assert_ne!(was, Packs::of(&curriculum).version());
    }
}
