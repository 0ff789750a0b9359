//! The card for the wallet, and a sheet of ten of them for a class.

use core::ops::Range;

use crate::book::Book;
use crate::ladder;
use crate::paper::{Column, DANGER, GOLD, INK, MUTED, Page, Pen, Role, TEAL, TINT, Type, pt};
use crate::text::Line;
use crate::{Card, PrintRefused};

/// ID-1 of ISO/IEC 7810: what a wallet is made for, in millimetres.
const CARD: (f32, f32) = (85.6, 54.0);
/// A4 upright.
const SHEET: (f32, f32) = (210.0, 297.0);
/// Where the texts of a card begin.
const LEFT: f32 = 5.0;
const COLUMNS: usize = 2;
const ROWS: usize = 5;

/// A card on two pages of its own size: who did what, and the code to check it.
///
/// # Errors
/// When a text has a letter that the fonts do not have, or the address fits into no QR.
pub fn certificate_card(card: &Card) -> Result<Vec<u8>, PrintRefused> {
    let title = format!("{} · {}", card.title, card.name);
    let mut book = Book::new(card.lang, &title, &card.product, card.issued);
    book.page(CARD, |page| front(page, card))?;
    book.page(CARD, |page| back(page, card))?;
    book.finish()
}

/// Cards with the code on the same side, ten on a page of A4, to print on strong paper and to cut along the marks. `title`
/// names the document. No cards give one blank page.
///
/// # Errors
/// As for [`certificate_card`], with the first card that cannot be printed.
pub fn card_sheet(title: &str, cards: &[Card]) -> Result<Vec<u8>, PrintRefused> {
    let Some(first) = cards.first() else {
        let mut book = Book::new("vi", title, title, jiff::civil::Date::ZERO);
        book.page(SHEET, |page| {
            page.text(Role::Title, Column::left(20.0, 170.0), 30.0, Type::plain(12.0, INK), title).map(drop)
        })?;
        return book.finish();
    };
    let mut book = Book::new(first.lang, title, &first.product, first.issued);
    for ten in cards.chunks(COLUMNS * ROWS) {
        book.page(SHEET, |page| {
            marks(page);
            ten.iter()
                .enumerate()
                .try_for_each(|(index, card)| page.at(place(index), |page| single(page, card)))
        })?;
    }
    book.finish()
}

/// The white around the cards of a sheet, at the left and at the top.
fn border() -> (f32, f32) {
    ((SHEET.0 - COLUMNS as f32 * CARD.0) / 2.0, (SHEET.1 - ROWS as f32 * CARD.1) / 2.0)
}

/// The top left corner of a card on the sheet.
fn place(index: usize) -> (f32, f32) {
    let (left, top) = border();
    (left + (index % COLUMNS) as f32 * CARD.0, top + (index / COLUMNS) as f32 * CARD.1)
}

/// Where to cut: short lines outside the cards, and small crosses where four meet.
fn marks(page: &mut Page<'_>) {
    const PEN: Pen = Pen(MUTED, 0.2);
    let (left, top) = border();
    let column = |count: usize| left + count as f32 * CARD.0;
    let row = |count: usize| top + count as f32 * CARD.1;
    page.decor(|pencil| {
        for x in (0..=COLUMNS).map(column) {
            for y in [top - 7.0, row(ROWS) + 2.0] {
                pencil.polyline(PEN, &[(x, y), (x, y + 5.0)]);
            }
        }
        for y in (0..=ROWS).map(row) {
            for x in [left - 7.0, column(COLUMNS) + 2.0] {
                pencil.polyline(PEN, &[(x, y), (x + 5.0, y)]);
            }
        }
        for y in (1..ROWS).map(row) {
            let x = column(1);
            pencil.polyline(PEN, &[(x - 1.5, y), (x + 1.5, y)]);
            pencil.polyline(PEN, &[(x, y - 1.5), (x, y + 1.5)]);
        }
    });
}

/// The product's mark and name, and what this card is.
fn head(page: &mut Page<'_>, card: &Card) -> Result<(), PrintRefused> {
    page.decor(|pencil| ladder::emblem(pencil, (LEFT, 4.2), 0.11));
    page.text(Role::Text, Column::left(LEFT + 8.0, 60.0), 8.6, Type::strong(7.5, TEAL), &card.product)?;
    page.text(Role::Title, Column::left(LEFT, 60.0), 14.4, Type::strong(7.5, MUTED), &card.title)?;
    Ok(())
}

/// Name, what was done and the facts in a column `width` wide; the name on at most `lines` lines, as large as `sizes` allow.
fn holder(
    page: &mut Page<'_>,
    card: &Card,
    width: f32,
    (sizes, lines): (Range<f32>, usize),
) -> Result<(), PrintRefused> {
    let column = Column::left(LEFT, width);
    let style = Type::strong(sizes.end, INK);
    let (name, size) = Line::fit(style.face(), &card.name, pt(width), sizes, lines)?;
    let style = style.sized(size);
    // A larger name needs more room above, for its tone marks.
    let first = 16.0 + size * 0.385;
    let below = page.lines(Role::Heading, column, first, style, &name) - style.leading();
    page.decor(|pencil| pencil.area(GOLD, &[(LEFT, below + 2.2, 9.0, 0.5)]));
    let style = Type::plain(7.0, INK);
    let (has, size) = Line::fit(style.face(), &card.has, pt(width), 6.0..style.size, lines)?;
    page.lines(Role::Text, column, below + 6.4, style.sized(size), &has);
    facts(page, card, width)
}

/// Label and value behind each other, the last line at the foot of the card.
fn facts(page: &mut Page<'_>, card: &Card, width: f32) -> Result<(), PrintRefused> {
    const STEP: f32 = 3.1;
    let (label, value) = (Type::plain(6.0, MUTED), Type::strong(6.5, INK));
    let mut y = 50.2 - card.facts.len().saturating_sub(1) as f32 * STEP;
    for (name, what) in &card.facts {
        let line = Line::set(label.face(), name)?;
        let after = LEFT + line.width * label.size / pt(1.0) + 1.4;
        page.lines(Role::Text, Column::left(LEFT, width), y, label, &[line]);
        let rest = Column::left(after, LEFT + width - after);
        let (what, size) = Line::fit(value.face(), what, pt(rest.width), 0.0..value.size, 1)?;
        page.lines(Role::Text, rest, y, value.sized(size), &what);
        y += STEP;
    }
    Ok(())
}

/// The words that mark a demonstration, at the upper right.
fn demonstration(page: &mut Page<'_>, card: &Card) -> Result<(), PrintRefused> {
    let style = Type::strong(5.2, DANGER);
    card.demonstration.iter().try_for_each(|words| page.badge((CARD.0 - 3.6, 3.0), 4.2, style, words))
}

fn front(page: &mut Page<'_>, card: &Card) -> Result<(), PrintRefused> {
    page.decor(|pencil| {
        pencil.area(TINT, &[(0.0, 0.0, CARD.0, CARD.1)]);
        pencil.area(TEAL, &[(0.0, 0.0, 1.6, CARD.1)]);
        ladder::grand(pencil, (63.0, 36.0), (18.0, 14.0));
    });
    head(page, card)?;
    demonstration(page, card)?;
    holder(page, card, 75.6, (10.0..14.0, 2))
}

/// The code, and the number for those who type.
fn back(page: &mut Page<'_>, card: &Card) -> Result<(), PrintRefused> {
    let words = Column::left(54.5, 27.0);
    page.decor(|pencil| ladder::emblem(pencil, (54.5, 7.0), 0.2));
    page.text(Role::Text, words, 23.0, Type::strong(9.0, TEAL), &card.product)?;
    let mut y = page.text(Role::Text, words, 29.5, Type::plain(7.5, INK), &card.proof.scan)? + 3.0;
    for (name, what) in card.facts.iter().take(1) {
        y = page.text(Role::Text, words, y, Type::plain(6.0, MUTED), name)?;
        page.text(Role::Text, words, y, Type::strong(6.5, INK), what)?;
    }
    page.linked_code((4.0, 4.0), 46.0, &card.proof)
}

/// Both sides of a card on one.
fn single(page: &mut Page<'_>, card: &Card) -> Result<(), PrintRefused> {
    page.decor(|pencil| pencil.area(TEAL, &[(1.4, 4.0, 0.8, 46.0)]));
    head(page, card)?;
    holder(page, card, 38.5, (7.8..11.0, 3))?;
    page.code((45.6, 8.0), 38.0, &card.proof)?;
    page.text(Role::Text, Column::middle(45.6, 38.0), 48.6, Type::plain(5.5, MUTED), &card.proof.scan)?;
    demonstration(page, card)
}
