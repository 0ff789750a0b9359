//! What came back, as somebody looks at it.

use axum::http::{HeaderMap, header};

use crate::html::{self, Tag};

/// An answer, and where it was found.
#[derive(Debug, Clone)]
pub struct Page {
    /// The status.
    pub status: u16,
    /// Path and query of the last request.
    pub path: String,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: String,
    /// Where it was sent on from, in order; empty when it answered at once.
    pub hops: Vec<String>,
}

impl Page {
    /// The inside of `<main>`; of an answer that is no page, all of it.
    #[must_use]
    pub fn main(&self) -> &str {
        let inside = self.body.split_once("<main").and_then(|(_, rest)| rest.split_once('>'));
        inside.and_then(|(_, rest)| rest.split_once("</main>")).map_or(&self.body, |(main, _)| main)
    }

    /// The text of `<main>`, without tags.
    #[must_use]
    pub fn text(&self) -> String {
        html::text(self.main()).replace('\u{a0}', " ")
    }

    /// Whether these words stand in `<main>`.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(&words.replace('\u{a0}', " "))
    }

    /// A header as text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Where it sends the browser.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.header("location")
    }

    /// The cookies it sets, as they stand in the headers.
    #[must_use]
    pub fn cookies(&self) -> Vec<&str> {
        self.headers.get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok()).collect()
    }

    /// The addresses that `<main>` links to.
    #[must_use]
    pub fn links(&self) -> Vec<String> {
        let tags = html::tags(self.main());
        tags.iter().filter(|tag| tag.is("a")).filter_map(|tag| tag.get("href")).map(str::to_owned).collect()
    }

    /// The first address in `<main>` that begins like this; there must be one.
    pub fn link(&self, start: &str) -> String {
        let found = self.links().into_iter().find(|link| link.starts_with(start));
        found.unwrap_or_else(|| panic!("{} has no link to {start}…: {:?}", self.path, self.links()))
    }

    /// Every address on the whole page: of links, forms, pictures, styles and scripts.
    #[must_use]
    pub fn addresses(&self) -> Vec<String> {
        let tags = html::tags(&self.body);
        let of = |tag: &Tag<'_>| {
            ["href", "src", "action"].iter().find_map(|name| tag.get(name)).map(str::to_owned)
        };
        tags.iter().filter_map(of).collect()
    }

    /// Names of tags and attributes that a strict content security policy would stop: scripts and styles in the page.
    #[must_use]
    pub fn inline_code(&self) -> Vec<String> {
        let stopped = |tag: &Tag<'_>| {
            let script = tag.is("script") && tag.get("src").is_none();
            let style = tag.is("style") || tag.get("style").is_some();
            let handler = ["onclick", "onload", "onsubmit", "onerror", "onchange", "oninput"];
            let handles = handler.iter().any(|name| tag.get(name).is_some());
            let runs = tag.get("href").is_some_and(|href| href.trim_start().starts_with("javascript:"));
            (script || style || handles || runs).then(|| self.body[tag.at..tag.inside].to_owned())
        };
        html::tags(&self.body).iter().filter_map(stopped).collect()
    }

    /// Whether there is a form that posts to this address.
    #[must_use]
    pub fn has_form(&self, action: &str) -> bool {
        html::tags(&self.body).iter().any(|tag| tag.is("form") && tag.get("action") == Some(action))
    }

    /// The form that posts to this address, or else the one that searches there, filled in as the page shows it.
    #[must_use]
    pub fn form(&self, action: &str) -> Form {
        let tags = html::tags(&self.body);
        let goes = |tag: &Tag<'_>| tag.is("form") && tag.get("action") == Some(action);
        let posts = tags.iter().position(|tag| goes(tag) && tag.get("method") == Some("post"));
        let place = posts.or_else(|| tags.iter().position(goes));
        let place =
            place.unwrap_or_else(|| panic!("{} has no form to {action}:\n{}", self.path, self.text()));
        let form = &tags[place];
        let id = form.get("id");
        let end = self.body[form.at..].find("</form>").map_or(self.body.len(), |length| form.at + length);
        let mut read = Form {
            action: action.to_owned(),
            method: form.get("method").unwrap_or("get").to_owned(),
            fields: Vec::new(),
            offered: Vec::new(),
            labels: Vec::new(),
        };
        let mut list = None;
        for tag in &tags {
            let inside = (form.at..end).contains(&tag.at) && tag.get("form").is_none();
            if inside || (id.is_some() && tag.get("form") == id) {
                if tag.is("select") {
                    list = tag.get("name");
                }
                read.add(tag, list, &self.body);
            }
        }
        read
    }
}

/// A form on its way.
#[derive(Debug, Clone)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// `get` or `post`.
    pub method: String,
    /// What is filled in.
    pub fields: Vec<(String, String)>,
    /// What can be chosen or pressed: name, value, label.
    offered: Vec<(String, String, String)>,
    /// Labels that stand apart from their field: its id and their words.
    labels: Vec<(String, String)>,
}

impl Form {
    fn add(&mut self, tag: &Tag<'_>, list: Option<&str>, body: &str) {
        let words = |end: &str| body[tag.inside..].split(end).next().map(html::text).unwrap_or_default();
        if let Some(field) = tag.get("for").filter(|_| tag.is("label")) {
            self.labels.push((field.into(), words("</label>")));
        }
        if let Some(name) = list.filter(|_| tag.is("option")) {
            let value = tag.get("value").unwrap_or_default();
            self.offered.push((name.into(), value.into(), words("</option>")));
            if tag.get("selected").is_some() {
                self.fields.push((name.into(), value.into()));
            }
            return;
        }
        let (Some(name), value) = (tag.get("name"), tag.get("value").unwrap_or_default()) else { return };
        let choice = tag.is("button") || matches!(tag.get("type"), Some("radio" | "checkbox"));
        if choice {
            let label = words(if tag.is("button") { "</button>" } else { "</label>" });
            self.offered.push((name.into(), value.into(), label));
        }
        if (tag.is("input") && !choice) || tag.get("checked").is_some() {
            self.fields.push((name.into(), value.into()));
        }
    }

    /// What is filled into a field.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// What a field offers: values and labels.
    #[must_use]
    pub fn offers(&self, name: &str) -> Vec<(&str, &str)> {
        let offered = self.offered.iter().filter(|(n, _, _)| n == name);
        offered.map(|(_, value, label)| (value.as_str(), label.as_str())).collect()
    }

    /// With this typed into a field, which must be there.
    #[must_use]
    pub fn types(self, name: &str, value: &str) -> Self {
        assert!(self.value(name).is_some(), "the form to {} has no field {name}", self.action);
        self.with(name, value)
    }

    /// With this chosen, or this button pressed, which must be offered.
    #[must_use]
    pub fn chooses(self, name: &str, value: &str) -> Self {
        let offers = self.offers(name);
        assert!(offers.iter().any(|(v, _)| *v == value), "{name}={value} is not among {offers:?}");
        self.with(name, value)
    }

    /// With this box ticked too, which must be offered.
    #[must_use]
    pub fn ticks(mut self, name: &str, value: &str) -> Self {
        assert!(self.offers(name).iter().any(|(v, _)| *v == value), "{name}={value} is not offered");
        self.fields.push((name.into(), value.into()));
        self
    }

    /// The id of the field that these words label.
    #[must_use]
    pub fn labelled(&self, words: &str) -> Option<&str> {
        self.labels.iter().find(|(_, label)| label == words).map(|(field, _)| field.as_str())
    }

    /// With this in a field, whether the page offers it or not.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(n, _)| n != name);
        self.fields.push((name.into(), value.into()));
        self
    }

    /// As a browser writes it.
    #[must_use]
    pub fn body(&self) -> String {
        let pairs = self.fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v)));
        pairs.collect::<Vec<_>>().join("&")
    }
}

pub(crate) fn encode(text: &str) -> String {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|b| if safe(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
