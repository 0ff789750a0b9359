//! A page to draw on: shapes and lines of type in millimetres from the top left, each told to those who listen or kept from
//! them as decoration.

use core::num::NonZeroU16;

use krilla::color::rgb::Color;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, ListNumbering, Node, SpanTag, Tag, TagGroup, TagKind,
};

use crate::face::{Face, regular, strong};
use crate::qr::{Code, QUIET};
use crate::text::Line;
use crate::{PrintRefused, Proof};

/// A colour as `0xRRGGBB`.
const fn colour(rgb: u32) -> [u8; 3] {
    let [_, red, green, blue] = rgb.to_be_bytes();
    [red, green, blue]
}

/// Red, green, blue.
pub(crate) type Colour = [u8; 3];
pub(crate) const INK: Colour = colour(0x1E_2A2A);
pub(crate) const MUTED: Colour = colour(0x56_6464);
pub(crate) const LINE: Colour = colour(0xE3_DED4);
pub(crate) const TEAL: Colour = colour(0x0B_5D5A);
pub(crate) const GOLD: Colour = colour(0xE9_A400);
pub(crate) const DANGER: Colour = colour(0xA3_262A);
pub(crate) const TINT: Colour = colour(0xF2_F8F6);
pub(crate) const WHITE: Colour = colour(0xFF_FFFF);
pub(crate) const BLACK: Colour = colour(0x00_0000);

/// Points in `mm` millimetres.
pub(crate) fn pt(mm: f32) -> f32 {
    mm * (72.0 / 25.4)
}

/// A weight, a size in points and a colour.
#[derive(Clone, Copy)]
pub(crate) struct Type {
    weight: fn() -> &'static Face,
    pub(crate) size: f32,
    pub(crate) colour: Colour,
}

impl Type {
    /// Weight 400.
    pub(crate) const fn plain(size: f32, colour: Colour) -> Self {
        Self { weight: regular, size, colour }
    }

    /// Weight 600.
    pub(crate) const fn strong(size: f32, colour: Colour) -> Self {
        Self { weight: strong, size, colour }
    }

    /// The font.
    pub(crate) fn face(self) -> &'static Face {
        (self.weight)()
    }

    /// The same in another size.
    pub(crate) const fn sized(self, size: f32) -> Self {
        Self { size, ..self }
    }

    /// Millimetres from one line to the next: tone marks need air.
    pub(crate) fn leading(self) -> f32 {
        self.size * 1.38 * (25.4 / 72.0)
    }
}

/// Where a line stands between the edges of its column.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    Middle,
}

/// A column: left edge and width.
#[derive(Clone, Copy)]
pub(crate) struct Column {
    pub(crate) left: f32,
    pub(crate) width: f32,
    pub(crate) align: Align,
}

impl Column {
    pub(crate) const fn left(left: f32, width: f32) -> Self {
        Self { left, width, align: Align::Left }
    }

    pub(crate) const fn middle(left: f32, width: f32) -> Self {
        Self { left, width, align: Align::Middle }
    }
}

/// What a text is for those who hear the page.
#[derive(Clone, Copy)]
pub(crate) enum Role {
    /// The title of the page.
    Title,
    /// A heading below it.
    Heading,
    /// Anything else.
    Text,
}

impl Role {
    /// The tag of a text; headings also carry their words, for the list that a reader steps through.
    fn tag(self, lines: &[Line]) -> TagKind {
        let words = || lines.iter().map(|line| line.text.as_str()).collect::<String>().trim_end().to_owned();
        let heading = |level: NonZeroU16| Tag::Hn(level, Some(words())).into();
        match self {
            Self::Title => heading(NonZeroU16::MIN),
            Self::Heading => heading(NonZeroU16::MIN.saturating_add(1)),
            Self::Text => Tag::P.into(),
        }
    }
}

/// An area of the page that leads to an address.
pub(crate) struct Link {
    pub(crate) area: Rect,
    pub(crate) address: String,
    pub(crate) label: String,
    pub(crate) figure: TagGroup,
}

/// What a finished page leaves for the document.
pub(crate) struct Drawn {
    pub(crate) nodes: Vec<Node>,
    pub(crate) links: Vec<Link>,
}

/// A page being drawn.
pub(crate) struct Page<'a> {
    surface: Surface<'a>,
    /// Groups begun and not ended; the last is the innermost.
    open: Vec<TagGroup>,
    drawn: Drawn,
    /// Where (0, 0) of what is drawn now stands on the sheet.
    origin: (f32, f32),
}

impl<'a> Page<'a> {
    pub(crate) fn on(surface: Surface<'a>) -> Self {
        let drawn = Drawn { nodes: Vec::new(), links: Vec::new() };
        Self { surface, open: Vec::new(), drawn, origin: (0.0, 0.0) }
    }

    pub(crate) fn finish(self) -> Drawn {
        self.surface.finish();
        self.drawn
    }

    /// Draws with (0, 0) at `origin` of the sheet.
    pub(crate) fn at(
        &mut self,
        origin: (f32, f32),
        draw: impl FnOnce(&mut Self) -> Result<(), PrintRefused>,
    ) -> Result<(), PrintRefused> {
        let before = core::mem::replace(&mut self.origin, origin);
        draw(self)?;
        self.origin = before;
        Ok(())
    }

    fn push(&mut self, node: impl Into<Node>) {
        match self.open.last_mut() {
            Some(group) => group.push(node),
            None => self.drawn.nodes.push(node.into()),
        }
    }

    fn within(
        &mut self,
        tag: impl Into<TagKind>,
        draw: impl FnOnce(&mut Self) -> Result<(), PrintRefused>,
    ) -> Result<(), PrintRefused> {
        self.open.push(TagGroup::new(tag));
        draw(self)?;
        if let Some(group) = self.open.pop() {
            self.push(group);
        }
        Ok(())
    }

    /// A list, read as one.
    pub(crate) fn list(
        &mut self,
        draw: impl FnOnce(&mut Self) -> Result<(), PrintRefused>,
    ) -> Result<(), PrintRefused> {
        self.within(Tag::L(ListNumbering::None), draw)
    }

    /// An item of a list.
    pub(crate) fn item(
        &mut self,
        draw: impl FnOnce(&mut Self) -> Result<(), PrintRefused>,
    ) -> Result<(), PrintRefused> {
        self.within(Tag::LI, |page| page.within(Tag::LBody, draw))
    }

    /// A text of one or more lines below each other, the first on `baseline`. Returns the baseline that a next line would have.
    pub(crate) fn lines(
        &mut self,
        role: Role,
        column: Column,
        baseline: f32,
        style: Type,
        lines: &[Line],
    ) -> f32 {
        let mut group = TagGroup::new(role.tag(lines));
        let mut baseline = baseline;
        for line in lines {
            let span = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            self.set(column, baseline, style, line);
            self.surface.end_tagged();
            group.push(span);
            baseline += style.leading();
        }
        self.push(group);
        baseline
    }

    /// A text, wrapped into its column. Returns the baseline that a next line would have.
    pub(crate) fn text(
        &mut self,
        role: Role,
        column: Column,
        baseline: f32,
        style: Type,
        text: &str,
    ) -> Result<f32, PrintRefused> {
        let lines = Line::wrap(style.face(), text, style.size, pt(column.width))?;
        Ok(self.lines(role, column, baseline, style, &lines))
    }

    /// Words in a frame with round ends, `height` millimetres high, its upper right corner at (`right`, `top`).
    pub(crate) fn badge(
        &mut self,
        (right, top): (f32, f32),
        height: f32,
        style: Type,
        words: &str,
    ) -> Result<(), PrintRefused> {
        let line = Line::set(style.face(), words)?;
        let width = line.width * style.size / pt(1.0) + height * 1.1;
        let area = (right - width, top, width, height);
        self.decor(|pencil| pencil.frame(Pen(style.colour, height * 0.07), area, height / 2.0));
        // Half the height of a small letter with its tone below the middle.
        let baseline = top + height / 2.0 + style.size * 0.32 / pt(1.0);
        self.lines(Role::Text, Column::middle(right - width, width), baseline, style, &[line]);
        Ok(())
    }

    fn set(&mut self, column: Column, baseline: f32, style: Type, line: &Line) {
        let room = pt(column.width) - line.width * style.size;
        let shift = if column.align == Align::Middle { room / 2.0 } else { 0.0 };
        let start = Point::from_xy(pt(self.origin.0 + column.left) + shift, pt(self.origin.1 + baseline));
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(fill(style.colour, 1.0)));
        self.surface.draw_glyphs(start, &line.glyphs, line.face.font.clone(), &line.text, style.size, false);
    }

    /// Shapes that say nothing to those who listen, in millimetres.
    pub(crate) fn decor(&mut self, draw: impl FnOnce(&mut Pencil<'_, 'a>)) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        let (x, y) = self.origin;
        Pencil { surface: &mut self.surface }.scaled((pt(x), pt(y)), pt(1.0), draw);
        self.surface.end_tagged();
    }

    /// Pale words across the page, rising, centred on (`x`, `y`): decoration, since the same words stand in a line of text.
    pub(crate) fn watermark(
        &mut self,
        (x, y): (f32, f32),
        style: Type,
        words: &str,
    ) -> Result<(), PrintRefused> {
        let line = Line::set(style.face(), words)?;
        let (x, y) = (pt(self.origin.0 + x), pt(self.origin.1 + y));
        let start = Point::from_xy(x - line.width * style.size / 2.0, y + style.size / 3.0);
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Watermark)));
        self.surface.push_transform(&Transform::from_rotate_at(-24.0, x, y));
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(fill(style.colour, 0.09)));
        self.surface.draw_glyphs(start, &line.glyphs, line.face.font.clone(), &line.text, style.size, false);
        self.surface.pop();
        self.surface.end_tagged();
        Ok(())
    }

    /// The QR with its quiet zone, `side` millimetres in all; a figure with its label.
    pub(crate) fn code(&mut self, at: (f32, f32), side: f32, proof: &Proof) -> Result<(), PrintRefused> {
        let figure = self.draw_code(at, side, proof)?;
        self.push(figure);
        Ok(())
    }

    /// The same, and a tap on it leads where it leads.
    pub(crate) fn linked_code(
        &mut self,
        at: (f32, f32),
        side: f32,
        proof: &Proof,
    ) -> Result<(), PrintRefused> {
        let figure = self.draw_code(at, side, proof)?;
        let (x, y) = (pt(self.origin.0 + at.0), pt(self.origin.1 + at.1));
        let area = Rect::from_xywh(x, y, pt(side), pt(side)).expect("a code has a size");
        let (address, label) = (proof.address.clone(), proof.label.clone());
        self.drawn.links.push(Link { area, address, label, figure });
        Ok(())
    }

    fn draw_code(&mut self, (x, y): (f32, f32), side: f32, proof: &Proof) -> Result<TagGroup, PrintRefused> {
        let code = Code::of(&proof.address)?;
        let modules = (code.width + 2 * QUIET) as f32;
        let part = self.surface.start_tagged(ContentTag::Other);
        let corner = (pt(self.origin.0 + x), pt(self.origin.1 + y));
        Pencil { surface: &mut self.surface }.scaled(corner, pt(side) / modules, |pencil| {
            let at = |cell: usize| (cell + QUIET) as f32;
            let dark =
                code.runs.iter().map(|(column, row, length)| (at(*column), at(*row), *length as f32, 1.0));
            pencil.area(WHITE, &[(0.0, 0.0, modules, modules)]);
            pencil.area(BLACK, &dark.collect::<Vec<_>>());
        });
        self.surface.end_tagged();
        let mut figure = TagGroup::new(Tag::Figure(Some(proof.label.clone())));
        figure.push(part);
        Ok(figure)
    }
}

/// Draws shapes within a decoration or a figure, in a unit of its own: so the file holds short numbers.
pub(crate) struct Pencil<'p, 'a> {
    surface: &'p mut Surface<'a>,
}

/// Left, top, width, height.
pub(crate) type Area = (f32, f32, f32, f32);

impl<'a> Pencil<'_, 'a> {
    /// Draws with (0, 0) at `origin` and lengths in units of `unit`.
    pub(crate) fn scaled(&mut self, (x, y): (f32, f32), unit: f32, draw: impl FnOnce(&mut Pencil<'_, 'a>)) {
        self.surface.push_transform(&Transform::from_row(unit, 0.0, 0.0, unit, x, y));
        draw(&mut Pencil { surface: self.surface });
        self.surface.pop();
    }

    /// Rectangles of one colour as one shape.
    pub(crate) fn area(&mut self, colour: Colour, areas: &[Area]) {
        let mut path = PathBuilder::new();
        let areas = areas.iter().filter_map(|(x, y, width, height)| Rect::from_xywh(*x, *y, *width, *height));
        areas.for_each(|area| path.push_rect(area));
        self.draw(Some(fill(colour, 1.0)), None, path);
    }

    /// A rectangle with round corners, filled.
    pub(crate) fn block(&mut self, colour: Colour, area: Area, radius: f32) {
        self.draw(Some(fill(colour, 1.0)), None, rounded(&[area], radius));
    }

    /// A rectangle with round corners, drawn with a pen.
    pub(crate) fn frame(&mut self, pen: Pen, area: Area, radius: f32) {
        self.draw(None, Some(pen.stroke()), rounded(&[area], radius));
    }

    /// Rectangles with round corners, drawn with a pen and filled.
    pub(crate) fn framed(&mut self, inside: Colour, pen: Pen, areas: &[Area], radius: f32) {
        self.draw(Some(fill(inside, 1.0)), Some(pen.stroke()), rounded(areas, radius));
    }

    /// A line through points, with round ends.
    pub(crate) fn polyline(&mut self, pen: Pen, points: &[(f32, f32)]) {
        let mut path = PathBuilder::new();
        for (index, (x, y)) in points.iter().enumerate() {
            if index == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
        }
        self.draw(None, Some(pen.stroke()), path);
    }

    /// A curve: a point to begin at, then for each piece two handles and an end.
    pub(crate) fn curve(&mut self, pen: Pen, (x, y): (f32, f32), pieces: &[[(f32, f32); 3]]) {
        let mut path = PathBuilder::new();
        path.move_to(x, y);
        for [(x1, y1), (x2, y2), (x, y)] in pieces {
            path.cubic_to(*x1, *y1, *x2, *y2, *x, *y);
        }
        self.draw(None, Some(pen.stroke()), path);
    }

    fn draw(&mut self, fill: Option<Fill>, stroke: Option<Stroke>, path: PathBuilder) {
        self.surface.set_fill(fill);
        self.surface.set_stroke(stroke);
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }
}

/// A colour and a width.
#[derive(Clone, Copy)]
pub(crate) struct Pen(pub(crate) Colour, pub(crate) f32);

impl Pen {
    fn stroke(self) -> Stroke {
        let Self([red, green, blue], width) = self;
        Stroke {
            paint: Color::new(red, green, blue).into(),
            width,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        }
    }
}

fn rounded(areas: &[Area], radius: f32) -> PathBuilder {
    /// How far the handles of a quarter of a circle stand from the corner, as a share of the radius.
    const SHORT: f32 = 1.0 - 0.552_284_8;
    let (r, s) = (radius, radius * SHORT);
    let mut path = PathBuilder::new();
    for (left, top, width, height) in areas {
        let (left, top, right, bottom) = (*left, *top, left + width, top + height);
        path.move_to(left + r, top);
        path.line_to(right - r, top);
        path.cubic_to(right - s, top, right, top + s, right, top + r);
        path.line_to(right, bottom - r);
        path.cubic_to(right, bottom - s, right - s, bottom, right - r, bottom);
        path.line_to(left + r, bottom);
        path.cubic_to(left + s, bottom, left, bottom - s, left, bottom - r);
        path.line_to(left, top + r);
        path.cubic_to(left, top + s, left + s, top, left + r, top);
        path.close();
    }
    path
}

fn fill([red, green, blue]: Colour, opacity: f32) -> Fill {
    Fill {
        paint: Color::new(red, green, blue).into(),
        opacity: NormalizedF32::new(opacity).unwrap_or(NormalizedF32::ONE),
        rule: FillRule::NonZero,
    }
}
