//! Listening until told to stop.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::connect_info::IntoMakeServiceWithConnectInfo;
use tokio::net::TcpListener;

use crate::app::App;
use crate::clock;
use crate::keep_up::keep_up_always;
use crate::router::router;

/// How often ended sessions and old limits are swept out.
const SWEEP_EVERY: Duration = Duration::from_secs(3600);

/// Why the house can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Somebody else listens there.
    #[error(
        "{address} is taken by another program. Stop it, or choose another port: --listen 127.0.0.1:8081"
    )]
    Taken {
        /// The address.
        address: SocketAddr,
    },
    /// The address can't be listened at.
    #[error("can't listen at {address}: {cause}")]
    Address {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        cause: io::Error,
    },
    /// Listening ended by a fault.
    #[error("the server stopped: {0}")]
    Stopped(io::Error),
}

/// Listens at an address.
///
/// # Errors
/// When it is taken, or not an address of this machine.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, ServeError> {
    TcpListener::bind(address).await.map_err(|cause| match cause.kind() {
        io::ErrorKind::AddrInUse => ServeError::Taken { address },
        _ => ServeError::Address { address, cause },
    })
}

/// Answers until Ctrl-C or a request to end, then finishes what was begun.
///
/// # Errors
/// When listening fails.
pub async fn serve(listener: TcpListener, app: App) -> Result<(), ServeError> {
    let sweeper = tokio::spawn(sweep(app.clone()));
    let watcher = tokio::spawn(keep_up_always(app.clone()));
    let service: IntoMakeServiceWithConnectInfo<Router, SocketAddr> =
        router(app.clone()).into_make_service_with_connect_info();
    let served = axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await;
    sweeper.abort();
    watcher.abort();
    app.store.db().close().await;
    served.map_err(ServeError::Stopped)
}

async fn sweep(app: App) {
    loop {
        let now = clock::now();
        let ended = store::sessions::remove_expired(&app.store, now).await;
        let day = jiff::SignedDuration::from_hours(24);
        let old = store::limits::remove_before(&app.store, now - day).await;
        for error in [ended.err(), old.err()].into_iter().flatten() {
            tracing::warn!(%error, "sweeping failed; it is tried again in an hour");
        }
        if let Err(error) = crate::bank::look_through(&app).await {
            tracing::warn!(%error, "looking through examinations failed; it is tried again in an hour");
        }
        tokio::time::sleep(SWEEP_EVERY).await;
    }
}

/// Ends at Ctrl-C or a request to end.
pub(crate) async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let mut end = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
            .expect("a process may listen for its signals");
        tokio::select! { _ = interrupt => {}, _ = end.recv() => {} }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupt.await;
    }
}
