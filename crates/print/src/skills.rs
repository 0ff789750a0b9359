//! The skills of a certificate, in columns.

use crate::ladder;
use crate::paper::{Column, INK, MUTED, Page, Role, Type, pt};
use crate::text::Line;
use crate::{PrintRefused, Skill};

/// Skills in columns that are read downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Grid {
    columns: usize,
    rows: usize,
    /// Millimetres from one row to the next.
    step: f32,
}

impl Grid {
    /// A page that holds nothing else.
    pub(crate) const BACK: Self = Self { columns: 2, rows: 13, step: 11.0 };
    /// Closer than this, the lines of one row would touch those of the next.
    const LEAST: f32 = 8.2;
    /// Farther than this, they no longer look like one list.
    const MOST: f32 = 13.0;

    /// How skills stand in `area`, `room` millimetres high, in columns as broad as can be; `None` when there are too many for
    /// it or a title would have to be set too small.
    pub(crate) fn of(skills: &[Skill], area: Column, room: f32) -> Option<Self> {
        let widths =
            skills.iter().filter_map(|skill| Some(Line::set(TITLE.face(), &skill.title).ok()?.width));
        let widest = widths.fold(0.0, f32::max) * SMALLEST / pt(1.0);
        let grids = [2, 3].into_iter().map(|columns| {
            let rows = skills.len().div_ceil(columns).max(1);
            Self { columns, rows, step: (room / rows as f32).min(Self::MOST) }
        });
        let mut fitting =
            grids.filter(|grid| grid.step >= Self::LEAST && widest <= words_of(grid.broad(area)));
        fitting.next()
    }

    /// The breadth of a column.
    fn broad(self, area: Column) -> f32 {
        area.width / self.columns as f32
    }

    /// How many skills it holds.
    pub(crate) const fn cells(self) -> usize {
        self.columns * self.rows
    }

    /// Draws them into `area` from `top` down.
    pub(crate) fn draw(
        self,
        page: &mut Page<'_>,
        area: Column,
        top: f32,
        skills: &[Skill],
    ) -> Result<(), PrintRefused> {
        let broad = self.broad(area);
        page.list(|page| {
            skills.iter().enumerate().try_for_each(|(index, skill)| {
                let (column, row) = (index / self.rows, index % self.rows);
                let at = (area.left + column as f32 * broad, top + row as f32 * self.step);
                show(page, skill, at, (broad, self.step))
            })
        })
    }
}

/// The largest stair, and the white behind it, and between two columns.
const STAIR: f32 = 10.5;
const AFTER: f32 = 3.0;
const BETWEEN: f32 = 5.0;
const TITLE: Type = Type::strong(10.5, INK);
const RUNG: Type = Type::plain(9.5, MUTED);
/// Titles below this many points are hard to read.
const SMALLEST: f32 = 8.0;

/// What a column `broad` millimetres wide leaves for words.
fn words_of(broad: f32) -> f32 {
    broad - BETWEEN - STAIR - AFTER
}

/// One skill in a field `broad` by `height`: the stair, the title on one line or two, the rung in words below.
fn show(
    page: &mut Page<'_>,
    skill: &Skill,
    (x, y): (f32, f32),
    (broad, height): (f32, f32),
) -> Result<(), PrintRefused> {
    let scale = (height / 11.0).min(1.0);
    let stair = STAIR * scale;
    page.decor(|pencil| {
        ladder::stair(pencil, (x, y + (height - stair * 0.8) / 2.0), stair / 60.0, skill.steps);
    });
    let words = Column::left(x + stair + AFTER, words_of(broad));
    let set = |style: Type, text: &str, least: f32, most: usize| {
        let (lines, size) = Line::fit(style.face(), text, pt(words.width), least..style.size * scale, most)?;
        Ok::<_, PrintRefused>((lines, style.sized(size)))
    };
    let (title, title_type) = set(TITLE, &skill.title, SMALLEST * scale, 2)?;
    let (rung, rung_type) = set(RUNG, &skill.rung, 0.0, 1)?;
    let tall = title.len() as f32 * title_type.leading() + rung_type.leading();
    let first = y + (height - tall) / 2.0 + title_type.leading() * 0.72;
    page.item(|page| {
        let below = page.lines(Role::Text, words, first, title_type, &title);
        page.lines(Role::Text, words, below - 0.3, rung_type, &rung);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(count: usize, title: &str, room: f32) -> Option<(usize, usize)> {
        let skill = Skill { title: title.into(), steps: 3, rung: String::new() };
        let grid = Grid::of(&vec![skill; count], Column::left(0.0, 188.0), room)?;
        Some((grid.columns, grid.rows))
    }

    #[test]
    fn a_few_stand_in_two_columns_and_more_in_three_until_they_are_too_many() {
        assert_eq!(grid(4, "Gọi điện", 49.0), Some((2, 2)));
        assert_eq!(grid(10, "Gọi điện", 49.0), Some((2, 5)));
        assert_eq!(grid(15, "Gọi điện", 49.0), Some((3, 5)));
        assert_eq!(grid(16, "Gọi điện", 49.0), None);
        assert_eq!(grid(1, "Gọi điện", 0.0), None);
    }

    #[test]
    fn long_titles_are_never_set_small_on_the_front() {
        let long = "Bảo vệ thiết bị, dữ liệu cá nhân và riêng tư";
        assert_eq!(grid(10, long, 49.0), Some((2, 5)));
        assert_eq!(grid(12, long, 49.0), None);
    }
}
