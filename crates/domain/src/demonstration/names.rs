//! Names put together by chance from common ones. No person of the demonstration exists.

use super::chance::Chance;

/// Family names with how common they are made here.
const FAMILY: &[(&str, u64)] = &[
    ("Nguyễn", 34),
    ("Trần", 12),
    ("Lê", 10),
    ("Phạm", 8),
    ("Hoàng", 5),
    ("Vũ", 5),
    ("Bùi", 4),
    ("Đỗ", 4),
    ("Đặng", 3),
    ("Ngô", 3),
    ("Phan", 3),
    ("Dương", 2),
    ("Đinh", 2),
    ("Trịnh", 2),
    ("Đoàn", 1),
    ("Lương", 1),
    ("Mai", 1),
    ("Hà", 1),
    ("Tạ", 1),
    ("Cao", 1),
];
const WOMEN_MIDDLE: &[&str] = &["Thị", "Thị", "Thị", "Ngọc", "Thu", "Minh", "Phương", "Kim", "Thanh", "Bích"];
const WOMEN: &[&str] = &[
    "Lan", "Hoa", "Hương", "Mai", "Hằng", "Thảo", "Linh", "Trang", "Hà", "Nga", "Yến", "Oanh", "Tuyết",
    "Nhung", "Loan", "Hạnh", "Liên", "Dung", "Thúy", "Vân", "Anh", "Chi", "Ngân", "Quỳnh", "My", "Tâm",
    "Xuân", "Huệ", "Lý", "Châu",
];
const MEN_MIDDLE: &[&str] =
    &["Văn", "Văn", "Văn", "Đức", "Minh", "Quang", "Hữu", "Xuân", "Ngọc", "Công", "Đình", "Tuấn"];
const MEN: &[&str] = &[
    "Hùng", "Dũng", "Tuấn", "Long", "Nam", "Sơn", "Hải", "Bình", "Thắng", "Cường", "Hiếu", "Trung", "Thành",
    "Phúc", "Khánh", "Quân", "Tùng", "Đạt", "Huy", "Kiên", "Lâm", "Minh", "Phong", "Vinh", "Toàn", "Bảo",
    "Việt", "Thọ", "Lợi", "Mạnh",
];
const VILLAGES: &[&str] = &[
    "Đông",
    "Đoài",
    "Trung",
    "Thượng",
    "Hạ",
    "Nội",
    "Ngoại",
    "Đình",
    "Chùa",
    "Bãi",
    "Chợ",
    "Mới",
    "Tân Lập",
    "Đồng Tâm",
    "Phú Mỹ",
    "An Thái",
];

/// A full name.
pub(super) fn person(chance: &mut Chance) -> String {
    let family = chance.weighted(FAMILY).unwrap_or("Nguyễn");
    let (middles, givens) = if chance.happens(515) { (WOMEN_MIDDLE, WOMEN) } else { (MEN_MIDDLE, MEN) };
    let middle = chance.pick(middles).copied().unwrap_or("Thị");
    let given = chance.pick(givens).copied().unwrap_or("Hoa");
    format!("{family} {middle} {given}")
}

/// How the hamlets of a commune are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hamlets {
    /// Numbered residential groups (tổ dân phố), so many of them.
    Numbered(i64),
    /// Named hamlets (thôn), so many of them, from this one on.
    Named {
        /// How many.
        count: i64,
        /// The first.
        first: i64,
    },
}

impl Hamlets {
    /// One of them.
    pub(super) fn draw(self, chance: &mut Chance) -> String {
        match self {
            Self::Numbered(count) => format!("Tổ dân phố {}", chance.within(1..=count)),
            Self::Named { count, first } => {
                let place = usize::try_from(first + chance.within(0..=count - 1)).unwrap_or(0);
                let name = VILLAGES.iter().cycle().nth(place).copied().unwrap_or("Đông");
                format!("Thôn {name}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Name;

    #[test]
    fn every_made_name_is_a_name() {
        let mut chance = Chance::of(1, 1, 1);
        for _ in 0..1_000 {
            let name = person(&mut chance);
            assert_eq!(Name::parse(&name).unwrap().as_str(), name);
        }
    }

    #[test]
    fn hamlets_are_called_as_people_call_them() {
        let mut chance = Chance::of(1, 1, 1);
        assert_eq!(Hamlets::Numbered(1).draw(&mut chance), "Tổ dân phố 1");
        assert_eq!(Hamlets::Named { count: 1, first: 0 }.draw(&mut chance), "Thôn Đông");
    }
}
