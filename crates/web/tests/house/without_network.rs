//! What a phone fetches to judge certificates without a network.

use domain::ids::CertificateId;
use domain::learning::day_of;
use domain::recognition::snapshot::{Holds, Judged, Snapshot};
use domain::recognition::{Revocation, RevokeReason};
use store::certificates;
use store::db::Batch;
use testkit::{TestApp, on_each};

use crate::learner::certified;

async fn snapshot(app: &TestApp) -> Snapshot {
    let told = app.browser().get("/offline/certificates").await;
    assert_eq!(told.header("cache-control"), Some("private, no-cache"));
    Snapshot::read(&told.body).expect("a phone can read it")
}

#[tokio::test]
async fn a_phone_judges_as_the_server_does() {
    on_each(async |app| {
        let mut mai = certified(app).await;
        let verify = mai.opens("/certificate").await.link("/verify/");
        let code = verify.strip_prefix("/verify/").unwrap();
        let before = snapshot(app).await;
        let today = day_of(before.made_at);
        let Judged::Genuine { certificate, holds } = before.judge(code, today) else {
            panic!("it is genuine")
        };
        assert_eq!((certificate.name.as_str(), holds), ("Nguyễn Thị Mai", Holds::Valid));
        assert!(!before.write().contains("Mai"), "the list names nobody");

        let id: CertificateId = certificate.id;
        let revocation = Revocation {
            at: before.made_at,
            reason: Some(RevokeReason::IssuedInError),
            words: "Cấp nhầm".into(),
            by: None,
        };
        certificates::revoke(app.store(), Batch::new(), id, &revocation).await.unwrap();
        let after = snapshot(app).await;
        let Judged::Genuine { holds, .. } = after.judge(code, today) else { panic!("it is genuine") };
        assert_eq!(holds, Holds::Withdrawn { on: day_of(before.made_at) });
    })
    .await;
}
