//! Every text of a lesson and of a practice is kept for good, once.

use domain::content::Version;
use store::content_versions::{add_new, find_lesson, find_practice};

use crate::house::{at, curriculum, each};

#[tokio::test]
async fn every_text_is_kept_once_and_found_by_its_version() {
    for (_place, store) in each().await {
        let mut content = curriculum().clone();
        let all = content.lessons.len() + content.practices.len();
        assert_eq!(add_new(&store, &content, at(0)).await.unwrap(), all);
        assert_eq!(add_new(&store, &content, at(1)).await.unwrap(), 0, "nothing is new");
        let (first, was) = content.lessons.pop_first().unwrap();
        let mut is = was.clone();
        is.screens.pop();
        let is = is.sealed();
        content.lessons.insert(first.clone(), is.clone());
        let (second, practice) = content.practices.pop_first().unwrap();
        assert_eq!(add_new(&store, &content, at(2)).await.unwrap(), 1);
        assert_eq!(find_lesson(&store, &first, was.version).await.unwrap(), Some(was));
        assert_eq!(find_lesson(&store, &first, is.version).await.unwrap(), Some(is));
        assert_eq!(find_practice(&store, &second, practice.version).await.unwrap(), Some(practice));
        assert_eq!(find_practice(&store, &second, Version(1)).await.unwrap(), None);
    }
}
