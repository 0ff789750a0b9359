//! What another server or a command of the operator changed in the database reaches this server within a minute: a version of the
//! bank that a keeper made, a key that was rotated or revoked.

use std::time::Duration;

use store::{StoreError, banks, issuer_keys};

use crate::app::App;

/// How often it is looked.
const EVERY: Duration = Duration::from_secs(60);

/// Looks once, with two small reads.
///
/// # Errors
/// When the database fails; what is in use stays in use.
pub async fn keep_up(app: &App) -> Result<(), StoreError> {
    let latest = banks::latest_number(&app.store).await?;
    if let Some(number) = latest.filter(|number| *number > app.banks.latest().number())
        && let Some(version) = banks::load(&app.store, number).await?
    {
        app.banks.use_version(version, &app.curriculum);
        tracing::info!(number, "a version of the bank from elsewhere is in use");
    }
    let known = issuer_keys::list(&app.store).await?;
    let of_task = app.clone();
    // A sealed file takes its time to open.
    let followed = tokio::task::spawn_blocking(move || of_task.keys.follow(&known)).await;
    if let Err(error) = followed {
        tracing::error!(%error, "the keys could not be looked at");
    }
    Ok(())
}

/// Looks again and again.
pub(crate) async fn keep_up_always(app: App) {
    loop {
        tokio::time::sleep(EVERY).await;
        if let Err(error) = keep_up(&app).await {
            tracing::warn!(%error, "looking for what others changed failed; it is tried again in a minute");
        }
    }
}
