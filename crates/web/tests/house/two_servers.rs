//! Two servers on one database, and commands of the operator beside them: what one changes reaches the other without a restart.

use credential::SigningKey;
use domain::assessment::BankVersion;
use domain::ids::StatementId;
use store::banks::{self, Made};
use store::db::Batch;
use store::issuer_keys;
use testkit::on_each;
use web::{KeyFile, KeyRing, Keys, clock, keep_up, key_name};

use crate::learner::certified;
use crate::{VI, recognition::verify_of};

#[tokio::test]
async fn a_version_of_the_bank_made_elsewhere_is_drawn_from_and_open_attempts_go_on_with_theirs() {
    on_each(async |app| {
        let mut mai = app.guest();
        mai.says_who("resident").await;
        let form = mai.opens("/check/first-steps").await.form("/check/first-steps/start");
        let question = mai.browser.send(&form).await;
        let first = banks::latest(app.store()).await.unwrap().unwrap();
        let made = Made { at: clock::now(), by: Some("lan".into()), note: "máy kia".into() };
        let next = BankVersion { number: 2, ..first };
        banks::add(app.store(), &next, &made).await.unwrap();
        assert_eq!(app.app.banks.latest().number(), 1);
        for _ in 0..2 {
            keep_up(&app.app).await.unwrap();
            assert_eq!(app.app.banks.latest().number(), 2);
        }
        let answer = mai.answer(&question, "first-steps", testkit::Knows::Everything);
        assert_eq!(mai.browser.send(&answer).await.status, 200);
        let mut binh = app.guest();
        binh.takes_the_check("first-steps", testkit::Knows::Everything).await;
        let bank_of = async |guest: &testkit::Guest| {
            store::attempts::list(app.store(), guest.person().await).await.unwrap()[0].bank
        };
        assert_eq!((bank_of(&mai).await, bank_of(&binh).await), (1, 2));
    })
    .await;
}

#[tokio::test]
async fn a_revoked_key_is_believed_no_more_and_nothing_is_issued_with_it() {
    on_each(async |app| {
        let mut mai = certified(app).await;
        let verify = verify_of(&mut mai).await;
        let own = key_name(app.app.keys.now().signing.verifying_key());
        issuer_keys::add_active(app.store(), Batch::new(), &own, clock::now()).await.unwrap();
        keep_up(&app.app).await.unwrap();
        assert!(app.browser().get(&verify).await.says(VI.verify_valid()), "nothing happened");
        let other = key_name(SigningKey::from_seed([8; 32]).verifying_key());
        issuer_keys::add_active(app.store(), Batch::new(), &other, clock::now()).await.unwrap();
        keep_up(&app.app).await.unwrap();
        assert!(
            app.browser().get(&verify).await.says(VI.verify_valid()),
            "a retired key's certificates hold"
        );
        issuer_keys::revoke(app.store(), Batch::new(), &own, "trộm", clock::now()).await.unwrap();
        keep_up(&app.app).await.unwrap();
        assert!(app.browser().get(&verify).await.says(VI.verify_false()));
        let mut binh = app.guest();
        binh.says_who("resident").await;
        binh.lives_in("Nghĩa Đô").await;
        binh.takes_the_check("first-steps", testkit::Knows::Everything).await;
        assert_eq!(binh.gets_the_certificate("Trần Văn Bình").await.status, 503);
        assert_eq!(store::certificates::count(app.store()).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_rotated_key_signs_as_soon_as_the_database_names_it() {
    let folder = std::env::temp_dir()
        .join(format!("hocvuso-keys-{}", StatementId::mint(clock::now(), clock::chance())));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("signing.key");
    let file = || KeyFile::new(path.clone(), None);
    file().write(&[7; 32], clock::bytes()).unwrap();
    let ring = KeyRing::new(Keys::of_seed([7; 32]), Some(file()));
    let name = |seed| key_name(SigningKey::from_seed(seed).verifying_key());
    let signs = || key_name(ring.now().signing.verifying_key());
    let row = |seed, retired: bool| issuer_keys::IssuerKey {
        key: name(seed),
        made_at: clock::now(),
        retired_at: retired.then(clock::now),
        revoked_at: None,
        why: None,
    };
    file().write(&[8; 32], clock::bytes()).unwrap();
    ring.follow(&[row([7; 32], false)]);
    assert_eq!(signs(), name([7; 32]), "the file alone changes nothing");
    ring.follow(&[row([7; 32], true), row([8; 32], false)]);
    assert_eq!(signs(), name([8; 32]));
    assert_eq!(ring.now().verifying.len(), 2);
    // Another machine's file is the old one: it goes on, and says so in its log.
    ring.follow(&[row([7; 32], true), row([8; 32], true), row([9; 32], false)]);
    assert_eq!(signs(), name([8; 32]));
    assert!(ring.now().is_believed());
    std::fs::remove_dir_all(&folder).unwrap();
}
