//! Sheets and cards to look at, to test and to measure with: the ordinary one, the longest, the barest.

use jiff::civil::{Date, date};

use crate::{Card, CertificateSheet, Proof, Signature, Skill};

const ISSUED: Date = date(2026, 11, 22);

fn proof() -> Proof {
    Proof {
        address: "https://hocvuso.example/verify/HVS1ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMN".into(),
        label: "Mã QR dẫn tới trang kiểm tra giấy này".into(),
        scan: "Quét để biết thật hay giả".into(),
    }
}

fn facts() -> Vec<(String, String)> {
    let fact = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    vec![
        fact("Số", "7F3K-Q2MD-81XV"),
        fact("Ngày cấp", "22-11-2026"),
        fact("Có giá trị đến", "22-11-2028"),
        fact("Cách làm bài", "Tự làm, không giám sát"),
    ]
}

fn skill(title: &str, steps: u8) -> Skill {
    const RUNGS: [&str; 6] = ["Chưa bắt đầu", "Có mặt", "Làm cùng", "Tự làm", "Đạt kiểm tra", "Còn nhớ"];
    Skill { title: title.into(), steps, rung: RUNGS[usize::from(steps.min(5))].into() }
}

/// An ordinary certificate; one with the longest texts and very many skills, of a demonstration; one with nothing that can be
/// left out.
#[must_use]
pub fn certificates() -> Vec<CertificateSheet> {
    let plain = CertificateSheet {
        lang: "vi",
        product: "Học vụ số".into(),
        title: "Giấy chứng nhận".into(),
        certifies: "Chứng nhận".into(),
        name: "Nguyễn Thị Hường".into(),
        has: "đã hoàn thành: Kỹ năng số ban đầu cho người dân".into(),
        details: vec![
            "Người dân".into(),
            "Khung kỹ năng số ban đầu, bản 1.0".into(),
            "phường Nghĩa Đô, thành phố Hà Nội".into(),
        ],
        skills_title: "Những kỹ năng đã đạt".into(),
        skills_overleaf: "Những kỹ năng đã đạt: xem trang sau".into(),
        skills: vec![
            skill("Kết nối mạng không dây", 4),
            skill("Nhắn tin và gọi điện có hình", 5),
            skill("Nhận ra tin nhắn lừa đảo", 4),
            skill("Trả tiền bằng mã QR", 3),
            skill("Đặt lịch khám bệnh", 2),
            skill("Nộp hồ sơ trên cổng dịch vụ công", 1),
        ],
        facts: facts(),
        signature: Signature {
            title: "Xác nhận của đơn vị".into(),
            unit: Some("Ủy ban nhân dân phường Nghĩa Đô".into()),
            hint: "(ký, ghi rõ họ tên, đóng dấu)".into(),
        },
        proof: proof(),
        demonstration: None,
        issued: ISSUED,
    };
    let longest = CertificateSheet {
        name: "Công Tằng Tôn Nữ Thị Hoàng Nguyên Phương Khương Nguyễn Trường Nghiêng Thượng Huy".into(),
        has: "đã hoàn thành: Kỹ năng số nâng cao cho cán bộ, công chức, viên chức và người lao động trong cơ quan nhà nước"
            .into(),
        details: vec![
            "Cán bộ, công chức, viên chức và người lao động".into(),
            "Khung kỹ năng số theo quyết định của cơ quan có thẩm quyền, bản 1.0".into(),
            "đặc khu Hoàng Sa, thành phố Đà Nẵng".into(),
        ],
        skills: (0..26).map(|n| skill("Bảo vệ thiết bị, dữ liệu cá nhân và quyền riêng tư", n % 6)).collect(),
        demonstration: Some("Bản trình diễn, không có giá trị".into()),
        ..plain.clone()
    };
    let barest = CertificateSheet {
        name: "H’Hen Niê̆ Bŏk".into(),
        details: Vec::new(),
        skills: Vec::new(),
        facts: Vec::new(),
        signature: Signature { unit: None, ..plain.signature.clone() },
        ..plain.clone()
    };
    vec![plain, longest, barest]
}

/// The same three as cards.
#[must_use]
pub fn cards() -> Vec<Card> {
    let card = |sheet: CertificateSheet| Card {
        lang: sheet.lang,
        product: sheet.product,
        title: sheet.title,
        name: sheet.name,
        has: sheet.has,
        facts: sheet.facts.into_iter().filter(|(label, _)| label != "Ngày cấp").collect(),
        proof: sheet.proof,
        demonstration: sheet.demonstration,
        issued: sheet.issued,
    };
    certificates().into_iter().map(card).collect()
}
