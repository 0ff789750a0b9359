//! Serve learners.

use web::{App, Banks, Metrics, Rooms, Settings, Versions, Workshop, bind, clock};

use crate::cli::Cli;
use crate::demo;
use crate::failure::Failure;
use crate::house;
use crate::keys;
use crate::progress::say;
use domain::content::Syllabus;
use store::Store;
use store::syllabus::{Agreed, keep_agreed};

/// `hocvuso serve`.
pub(crate) async fn run(cli: &Cli) -> Result<(), Failure> {
    let store = house::open(cli).await?;
    if demo::is_demonstration(&store).await? {
        return Err(Failure::told(
            "this database holds made-up people. Use `hocvuso demo`, or serve from an empty folder: --data DIR",
        ));
    }
    open_doors(cli, store, Settings::default()).await
}

/// Levels and attainments are reckoned with the profiles of the content: when those changed, everything is counted again.
pub(crate) async fn agree(store: &Store, syllabus: &Syllabus) -> Result<(), Failure> {
    if let Agreed::Recounted(report) = keep_agreed(store, syllabus).await? {
        say(&format!("The profiles changed: {} statements were counted again.", report.statements));
    }
    Ok(())
}

/// Listens first, so that a taken port is told before anything else, then answers.
pub(crate) async fn open_doors(cli: &Cli, store: Store, settings: Settings) -> Result<(), Failure> {
    let listener = bind(cli.listen).await?;
    let address = listener.local_addr().map_or(cli.listen, |address| address);
    let curriculum = house::curriculum(cli)?;
    agree(&store, &curriculum.syllabus).await?;
    if address.ip().is_unspecified() && cli.public_url.is_none() {
        say(
            "Certificates will carry this machine's own address. Tell the one that people use: --public-url http://…",
        );
    }
    let settings = Settings {
        public_url: cli.public_url.as_ref().map(|url| url.trim_end_matches('/').to_owned()),
        own_url: format!("http://{address}"),
        behind_proxy: cli.behind_proxy,
        ..settings
    };
    let app = App::new(Rooms {
        territory: house::territory(&store).await?,
        plans: house::plans()?,
        keys: keys::open(cli, &store).await?,
        packs: house::packs(cli, &curriculum)?,
        banks: Banks::open(&store, &curriculum, clock::now()).await?,
        versions: Versions::open(&store, &curriculum, clock::now()).await?,
        workshop: Workshop::default(),
        curriculum,
        metrics: Metrics::default(),
        settings,
        store,
    });
    say(&format!("Học Vụ Số: http://{address}   (Ctrl-C to stop)"));
    web::serve(listener, app).await?;
    Ok(())
}
