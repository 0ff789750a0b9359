//! Keys, places in status lists, programs that were let in.

use crate::house::*;
use store::StoreError;
use store::api_clients::{self, ApiClient};
use store::db::Batch;
use store::issuer_keys;
use store::status_places::{self, Place};

#[tokio::test]
async fn one_key_signs_and_every_other_is_retired_or_revoked() {
    for (_place, store) in each().await {
        issuer_keys::add_active(&store, Batch::new(), "aa", at(1)).await.expect("a first key");
        issuer_keys::add_active(&store, Batch::new(), "bb", at(2)).await.expect("a second key");
        let twice = issuer_keys::add_active(&store, Batch::new(), "bb", at(3)).await;
        assert!(matches!(twice, Err(StoreError::Conflict { .. })), "{twice:?}");
        let states = async || {
            let all = issuer_keys::list(&store).await.expect("a read");
            all.into_iter().map(|it| (it.key.clone(), it.is_active(), it.revoked_at)).collect::<Vec<_>>()
        };
        assert_eq!(states().await, [("aa".to_owned(), false, None), ("bb".to_owned(), true, None)]);
        issuer_keys::revoke(&store, Batch::new(), "aa", "stolen", at(4)).await.expect("revoked");
        let again = issuer_keys::revoke(&store, Batch::new(), "aa", "again", at(5)).await;
        assert!(matches!(again, Err(StoreError::Expectation { .. })));
        assert_eq!(states().await[0], ("aa".to_owned(), false, Some(at(4))));
    }
}

#[tokio::test]
async fn a_credential_keeps_its_place_and_a_taken_place_is_not_taken_twice() {
    for (_place, store) in each().await {
        let first = Place { list: 1, place: 7 };
        status_places::add(&store, "urn:a", first).await.expect("a place");
        status_places::add(&store, "urn:a", Place { list: 1, place: 8 }).await.expect("nothing");
        status_places::add(&store, "urn:b", first).await.expect("nothing");
        assert_eq!(status_places::find(&store, "urn:a").await, Ok(Some(first)));
        assert_eq!(status_places::find(&store, "urn:b").await, Ok(None));
        assert_eq!(status_places::count(&store).await, Ok(1));
        assert_eq!(status_places::list_revoked(&store, 1).await, Ok(vec![]));
        status_places::revoke(&store, Batch::new(), "urn:a", at(1)).await.expect("revoked");
        assert_eq!(status_places::list_revoked(&store, 1).await, Ok(vec![first]));
        assert_eq!(status_places::list_revoked(&store, 2).await, Ok(vec![]));
        let none = status_places::revoke(&store, Batch::new(), "urn:b", at(1)).await;
        assert!(matches!(none, Err(StoreError::Expectation { .. })));
    }
}

#[tokio::test]
async fn a_program_is_known_by_its_newest_token() {
    for (_place, store) in each().await {
        let client = ApiClient { name: "truong".into(), with_status: true, made_at: at(1) };
        api_clients::add(&store, Batch::new(), &client, "digest-1").await.expect("added");
        assert_eq!(api_clients::find(&store, "digest-1").await, Ok(Some(client.clone())));
        let newer = ApiClient { with_status: false, made_at: at(2), ..client };
        api_clients::add(&store, Batch::new(), &newer, "digest-2").await.expect("another token");
        assert_eq!(api_clients::find(&store, "digest-1").await, Ok(None));
        assert_eq!(api_clients::list(&store).await, Ok(vec![newer]));
        api_clients::remove(&store, Batch::new(), "truong").await.expect("removed");
        assert_eq!(api_clients::list(&store).await, Ok(vec![]));
    }
}
