//! A small strict reader of the HTML we write: every element opened is closed in order, every attribute is quoted.

/// Elements that HTML never closes.
const VOID: [&str; 7] = ["meta", "link", "input", "br", "hr", "img", "wbr"];

/// An element with its attributes, the names of those around it, and the text within it.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) around: Vec<String>,
    pub(crate) text: String,
}

impl Element {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn is_within(&self, name: &str) -> bool {
        self.around.iter().any(|other| other == name)
    }

    pub(crate) fn heading_level(&self) -> Option<u8> {
        self.name.strip_prefix('h').and_then(|level| level.parse().ok())
    }
}

/// The elements of a page in the order of their opening, or the first fault.
pub(crate) fn read(html: &str) -> Result<Vec<Element>, String> {
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = html.strip_prefix("<!DOCTYPE html>").ok_or("no doctype")?;
    while let Some((text, tail)) = rest.split_once('<') {
        for at in &open {
            elements[*at].text.push_str(text);
        }
        let (tag, tail) = tail.split_once('>').ok_or("a tag without an end")?;
        rest = tail;
        if let Some(name) = tag.strip_prefix('/') {
            close(&elements, &mut open, name)?;
        } else {
            let around = open.iter().map(|at| elements[*at].name.clone()).collect();
            let element = element(tag, around)?;
            if !tag.ends_with('/') && !VOID.contains(&element.name.as_str()) {
                open.push(elements.len());
            }
            elements.push(element);
        }
    }
    if open.is_empty() { Ok(elements) } else { Err(format!("{} never closed", elements[open[0]].name)) }
}

fn close(elements: &[Element], open: &mut Vec<usize>, name: &str) -> Result<(), String> {
    match open.pop() {
        Some(at) if elements[at].name == name => Ok(()),
        Some(at) => Err(format!("</{name}> closes <{}>", elements[at].name)),
        None => Err(format!("</{name}> closes nothing")),
    }
}

fn element(tag: &str, around: Vec<String>) -> Result<Element, String> {
    let tag = tag.trim_end_matches('/');
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (attribute, tail) = rest.split_at(end);
        if let Some(quoted) = tail.strip_prefix("=\"") {
            let (value, tail) =
                quoted.split_once('"').ok_or_else(|| format!("{attribute} never ends in <{tag}>"))?;
            attributes.push((attribute.to_owned(), value.to_owned()));
            rest = tail;
        } else if tail.starts_with('=') {
            return Err(format!("{attribute} is not quoted in <{tag}>"));
        } else {
            attributes.push((attribute.to_owned(), String::new()));
            rest = tail;
        }
    }
    Ok(Element { name: name.to_owned(), attributes, around, text: String::new() })
}
