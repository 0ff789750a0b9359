//! The document around the pages: its standard, its title and date, and the order in which it is read aloud.

use jiff::civil::Date;
use krilla::Document;
use krilla::SerializeSettings;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{Tag, TagGroup, TagTree};

use crate::PrintRefused;
use crate::paper::{Drawn, Page, pt};

/// A document that is being drawn.
pub(crate) struct Book {
    document: Document,
    tags: TagTree,
}

impl Book {
    /// An empty document; `title` names it in the bar of whatever shows it.
    pub(crate) fn new(lang: &str, title: &str, product: &str, issued: Date) -> Self {
        let standard = ConfigurationBuilder::new()
            .with_archival_validator(Archival::A2_A)
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .expect("both standards stand on PDF 1.7");
        let mut document =
            Document::new_with(SerializeSettings { configuration: standard, ..SerializeSettings::default() });
        document.set_metadata(
            Metadata::new()
                .title(title.to_owned())
                .language(lang.to_owned())
                .authors(vec![product.to_owned()])
                .creator("hocvuso".to_owned())
                .creation_date(date(issued)),
        );
        let mut outline = Outline::new();
        outline
            .push_child(OutlineNode::new(title.to_owned(), XyzDestination::new(0, Point::from_xy(0.0, 0.0))));
        document.set_outline(outline);
        Self { document, tags: TagTree::new().with_lang(Some(lang.to_owned())) }
    }

    /// Adds a page of `width` by `height` millimetres.
    pub(crate) fn page(
        &mut self,
        (width, height): (f32, f32),
        draw: impl FnOnce(&mut Page<'_>) -> Result<(), PrintRefused>,
    ) -> Result<(), PrintRefused> {
        let size = Size::from_wh(pt(width), pt(height)).expect("a sheet of paper has a size");
        let mut sheet = self.document.start_page_with(PageSettings::new(size));
        let mut page = Page::on(sheet.surface());
        draw(&mut page)?;
        let Drawn { nodes, links } = page.finish();
        nodes.into_iter().for_each(|node| self.tags.push(node));
        for link in links {
            let target = Target::Action(Action::Link(LinkAction::new(link.address)));
            let annotation = Annotation::new_link(LinkAnnotation::new(link.area, target), Some(link.label));
            let place = sheet.add_tagged_annotation(annotation);
            self.tags.push(TagGroup::with_children(Tag::Link, vec![link.figure.into(), place.into()]));
        }
        Ok(())
    }

    /// The bytes.
    pub(crate) fn finish(self) -> Result<Vec<u8>, PrintRefused> {
        let Self { mut document, tags } = self;
        document.set_tag_tree(tags);
        document.finish().map_err(|broken| PrintRefused::Standard(format!("{broken:?}")))
    }
}

/// Midnight of a day; years before our era are none of ours.
fn date(day: Date) -> DateTime {
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or_default();
    DateTime::new(year)
        .month(part(day.month()))
        .day(part(day.day()))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(7)
        .utc_offset_minute(0)
}
