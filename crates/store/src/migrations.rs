//! The schema, as numbered texts in `migrations/`. They are only ever appended: an applied one is never edited.
//! Where the two databases need different texts there are two files of the same name in `migrations/sqlite/` and `migrations/postgres/`.

use crate::db::Migration;

/// Every migration, in order.
pub const ALL: &[Migration] = &[
    Migration::new(1, "first_schema", include_str!("../migrations/0001_first_schema.sql")),
    Migration::new(2, "assessment", include_str!("../migrations/0002_assessment.sql")),
    Migration::new(3, "sittings", include_str!("../migrations/0003_sittings.sql")),
    Migration::new(4, "recognition", include_str!("../migrations/0004_recognition.sql")),
    Migration::new(5, "credentials", include_str!("../migrations/0005_credentials.sql")),
    Migration::new(6, "bank_keeping", include_str!("../migrations/0006_bank_keeping.sql")),
    Migration::new(7, "content_versions", include_str!("../migrations/0007_content_versions.sql")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_file_is_listed_in_the_order_of_numbers() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .expect("the folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        files.sort();
        let listed: Vec<String> = ALL.iter().map(|it| format!("{:04}_{}.sql", it.id, it.name)).collect();
        assert_eq!(files, listed);
        assert!(ALL.is_sorted_by(|a, b| a.id < b.id));
    }
}
