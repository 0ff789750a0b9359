use crate::house::*;
use store::limits::{self, Allowance};
use store::sessions;

#[tokio::test]
async fn a_session_lives_until_it_ends() {
    for (_place, store) in each().await {
        sessions::add(&store, "digest", person(1), None, at(0), at(60)).await.expect("a session");
        let found = sessions::find(&store, "digest", at(59)).await.expect("a read").expect("the session");
        assert_eq!((found.person, found.login, found.expires_at), (person(1), None, at(60)));
        assert_eq!(sessions::find(&store, "another", at(1)).await, Ok(None));
        // It has ended; used in time it lives on.
        assert_eq!(sessions::find(&store, "digest", at(60)).await, Ok(None));
        sessions::touch(&store, "digest", at(30), at(90)).await.expect("a write");
        let found = sessions::find(&store, "digest", at(60)).await.expect("a read").expect("the session");
        assert_eq!((found.made_at, found.seen_at), (at(0), at(30)));
        // Ended ones are swept, living ones can be ended.
        assert_eq!(sessions::remove_expired(&store, at(89)).await, Ok(0));
        assert_eq!(sessions::remove_expired(&store, at(90)).await, Ok(1));
        sessions::remove(&store, "digest").await.expect("nothing to do is no fault");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_tries_at_once_as_many_as_allowed_pass() {
    for (_place, store) in each().await {
        let tries: Vec<_> = (0..40)
            .map(|_| {
                let store = store.clone();
                tokio::spawn(async move { limits::hit(&store, "login:an", at(0), 5).await })
            })
            .collect();
        let mut passed = 0;
        for one in tries {
            passed += usize::from(one.await.expect("the task ends") == Ok(Allowance::Allowed));
        }
        assert_eq!(passed, 5);
        // The next window begins afresh; another key was never touched.
        assert_eq!(limits::hit(&store, "login:an", at(15), 5).await, Ok(Allowance::Allowed));
        assert_eq!(limits::hit(&store, "login:binh", at(0), 5).await, Ok(Allowance::Allowed));
        assert_eq!(limits::remove_before(&store, at(15)).await, Ok(1));
    }
}
