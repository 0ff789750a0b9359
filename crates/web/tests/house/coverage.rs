//! What there is for each competence: who sees it, what it says first, what an empty slot says.

use domain::people::RoleKind;
use testkit::{Official, on_each};

use crate::NGHIA_DO;

#[tokio::test]
async fn a_keeper_reads_which_competences_have_lessons_and_which_lack_them() {
    on_each(async |app| {
        let mut thu = Official::hired(app, "Thu", RoleKind::Keeper, "VN").await;
        thu.signs_in().await;
        let desk = thu.opens("/desk").await;
        let page = thu.opens(&desk.link("/coverage")).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.says("24 trên 24 năng lực đã có bài ở bậc cơ bản."), "{}", page.text());
        assert!(page.says("Không năng lực nào thiếu bài học"), "{}", page.text());
        assert!(page.says("6. Ứng dụng trí tuệ nhân tạo"), "{}", page.text());
        let higher = thu.opens("/coverage?stage=3").await;
        assert!(higher.says("0 trên 24 năng lực đã có bài ở bậc nâng cao."), "{}", higher.text());
        assert!(higher.says("24 năng lực còn thiếu"), "{}", higher.text());
        let other = thu.opens("/coverage?framework=digcomp-2-2&stage=4").await;
        assert!(other.says("0 trên 21 năng lực đã có bài ở bậc chuyên sâu."), "{}", other.text());
        let slot = thu.opens("/coverage?framework=qd-757").await;
        assert!(slot.says("Khung này chưa có năng lực nào."), "{}", slot.text());
        // What is not there shows the first.
        let stray = thu.opens("/coverage?framework=none&stage=99").await;
        assert!(stray.says("24 trên 24 năng lực"), "{}", stray.text());
    })
    .await;
}

#[tokio::test]
async fn nobody_else_sees_it() {
    on_each(async |app| {
        let mut helper = Official::hired(app, "Lan", RoleKind::Helper, NGHIA_DO).await;
        helper.signs_in().await;
        assert!(!helper.opens("/desk").await.body.contains("/coverage"));
        let page = helper.opens("/coverage").await;
        assert!(page.status == 403 && !page.says("trên 24"), "{}", page.text());
        assert!(!app.browser().get("/coverage").await.says("trên 24"));
    })
    .await;
}
