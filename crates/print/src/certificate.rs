//! The certificate for the wall: A4 across. On the left the ladder and the proof, on the right who did what.

use crate::book::Book;
use crate::ladder;
use crate::paper::{Column, DANGER, GOLD, INK, LINE, MUTED, Page, Pen, Role, TEAL, TINT, Type, WHITE, pt};
use crate::skills::Grid;
use crate::text::Line;
use crate::{CertificateSheet, PrintRefused, Signature, Skill};

const SHEET: (f32, f32) = (297.0, 210.0);
/// From the edge of the paper to the frame; office printers leave 5 mm blank.
const MARGIN: f32 = 9.0;
/// The column at the left.
const SIDE: Column = Column::middle(15.0, 60.0);
/// The column at the right.
const MAIN: Column = Column::left(92.0, 188.0);
/// Below this line the signature and the facts stand.
const FOOT: f32 = 158.0;

/// The certificate on one page of A4; when the skills are too many for it, they stand on its back.
///
/// # Errors
/// When the name or another text has a letter that the fonts do not have, or the address fits into no QR.
pub fn certificate_a4(sheet: &CertificateSheet) -> Result<Vec<u8>, PrintRefused> {
    let title = format!("{} · {}", sheet.title, sheet.name);
    let mut book = Book::new(sheet.lang, &title, &sheet.product, sheet.issued);
    let mut overleaf: &[Skill] = &[];
    book.page(SHEET, |page| {
        blank(page, sheet)?;
        page.text(Role::Title, MAIN, 41.0, Type::strong(30.0, TEAL), &sheet.title)?;
        let top = holder(page, sheet)? + 5.0;
        overleaf = front_skills(page, sheet, top)?;
        foot(page, sheet)?;
        side(page, sheet)
    })?;
    for skills in overleaf.chunks(Grid::BACK.cells()) {
        book.page(SHEET, |page| back(page, sheet, skills))?;
    }
    book.finish()
}

/// The frame, the ladder, the product, and the mark of a demonstration.
fn blank(page: &mut Page<'_>, sheet: &CertificateSheet) -> Result<(), PrintRefused> {
    let (width, height) = (SHEET.0 - 2.0 * MARGIN, SHEET.1 - 2.0 * MARGIN);
    page.decor(|pencil| {
        pencil.block(TINT, (MARGIN, MARGIN, 72.0, height), 3.0);
        pencil.frame(Pen(TEAL, 0.9), (MARGIN, MARGIN, width, height), 3.0);
        pencil.frame(Pen(GOLD, 0.3), (MARGIN + 1.8, MARGIN + 1.8, width - 3.6, height - 3.6), 1.8);
        ladder::grand(pencil, (SIDE.left + 4.0, 40.0), (SIDE.width - 8.0, 78.0));
        ladder::emblem(pencil, (19.0, 17.5), 0.2);
    });
    if let Some(words) = &sheet.demonstration {
        page.watermark((186.0, 108.0), Type::strong(34.0, DANGER), words)?;
    }
    page.text(Role::Text, Column::left(33.5, 40.0), 25.6, Type::strong(13.0, TEAL), &sheet.product)?;
    sheet.demonstration.iter().try_for_each(|words| {
        page.badge((MAIN.left + MAIN.width, 19.0), 8.0, Type::strong(9.5, DANGER), words)
    })
}

/// The name and what was done. Returns the baseline that a next line would have.
fn holder(page: &mut Page<'_>, sheet: &CertificateSheet) -> Result<f32, PrintRefused> {
    page.text(Role::Text, MAIN, 53.0, Type::plain(12.0, MUTED), &sheet.certifies)?;
    let style = Type::strong(36.0, INK);
    let (lines, size) = Line::fit(style.face(), &sheet.name, pt(MAIN.width), 25.0..style.size, 2)?;
    let first = if lines.len() > 1 { 64.0 } else { 67.5 };
    let style = style.sized(size);
    let below = page.lines(Role::Heading, MAIN, first, style, &lines) - style.leading();
    page.decor(|pencil| pencil.area(GOLD, &[(MAIN.left, below + 5.4, 22.0, 0.9)]));
    let below = page.text(Role::Text, MAIN, below + 15.0, Type::plain(15.0, INK), &sheet.has)?;
    page.text(Role::Text, MAIN, below - 0.8, Type::plain(10.5, MUTED), &sheet.details.join(" · "))
}

/// Draws the skills below `top`, or the words that they are on the back. Returns those that are left for the back.
fn front_skills<'s>(
    page: &mut Page<'_>,
    sheet: &'s CertificateSheet,
    top: f32,
) -> Result<&'s [Skill], PrintRefused> {
    if sheet.skills.is_empty() {
        return Ok(&[]);
    }
    let style = Type::strong(11.0, TEAL);
    let Some(grid) = Grid::of(&sheet.skills, MAIN, FOOT - 6.0 - top) else {
        page.text(Role::Text, MAIN, top, style, &sheet.skills_overleaf)?;
        return Ok(&sheet.skills);
    };
    page.text(Role::Heading, MAIN, top, style, &sheet.skills_title)?;
    grid.draw(page, MAIN, top + 3.5, &sheet.skills)?;
    Ok(&[])
}

/// The facts at the left, the place for signature and seal at the right.
fn foot(page: &mut Page<'_>, sheet: &CertificateSheet) -> Result<(), PrintRefused> {
    page.decor(|pencil| pencil.area(LINE, &[(MAIN.left, FOOT, MAIN.width, 0.3)]));
    let (label, value) = (Type::plain(9.5, MUTED), Type::strong(10.5, INK));
    let mut y = FOOT + 7.5;
    for (name, what) in &sheet.facts {
        page.text(Role::Text, Column::left(MAIN.left, 34.0), y, label, name)?;
        y = page.text(Role::Text, Column::left(MAIN.left + 35.0, 58.0), y, value, what)? + 1.2;
    }
    signature(page, &sheet.signature)
}

fn signature(page: &mut Page<'_>, signature: &Signature) -> Result<(), PrintRefused> {
    let column = Column::middle(MAIN.left + 98.0, 90.0);
    let mut y = page.text(Role::Text, column, FOOT + 7.5, Type::strong(11.0, INK), &signature.title)?;
    if let Some(unit) = &signature.unit {
        y = page.text(Role::Text, column, y, Type::plain(10.0, INK), unit)?;
    }
    page.text(Role::Text, column, y, Type::plain(8.5, MUTED), &signature.hint)?;
    Ok(())
}

/// The QR in its white field and the words below it.
fn side(page: &mut Page<'_>, sheet: &CertificateSheet) -> Result<(), PrintRefused> {
    const CODE: f32 = 48.0;
    let left = SIDE.left + (SIDE.width - CODE) / 2.0;
    page.decor(|pencil| pencil.block(WHITE, (left - 1.5, 127.0, CODE + 3.0, CODE + 3.0), 2.5));
    page.linked_code((left, 128.5), CODE, &sheet.proof)?;
    page.text(Role::Text, SIDE, 186.5, Type::plain(9.0, INK), &sheet.proof.scan)?;
    Ok(())
}

/// A back: whose it is, its skills, its proof.
fn back(page: &mut Page<'_>, sheet: &CertificateSheet, skills: &[Skill]) -> Result<(), PrintRefused> {
    blank(page, sheet)?;
    page.text(Role::Title, MAIN, 36.0, Type::strong(20.0, TEAL), &sheet.skills_title)?;
    let (lines, size) =
        Line::fit(Type::strong(14.0, INK).face(), &sheet.name, pt(MAIN.width), 11.0..14.0, 1)?;
    page.lines(Role::Text, MAIN, 44.5, Type::strong(size, INK), &lines);
    Grid::BACK.draw(page, MAIN, 50.0, skills)?;
    side(page, sheet)
}
