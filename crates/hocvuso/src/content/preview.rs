//! `hocvuso content preview`.

use web::preview::{Preview, serve_preview};

use super::command::Preview as Args;
use super::{one, words};
use crate::cli::Cli;
use crate::failure::Failure;
use crate::progress::say;

pub(super) async fn run(cli: &Cli, args: &Args) -> Result<(), Failure> {
    let m = words(args.english);
    let nowhere = || Failure::told(m.preview_no_file(&args.file.display().to_string()));
    let (folder, path) = one::place(&args.file).ok_or_else(nowhere)?;
    if !cli.listen.ip().is_loopback() {
        return Err(Failure::told(m.preview_not_here()));
    }
    let listener = web::bind(cli.listen).await?;
    let address = listener.local_addr().unwrap_or(cli.listen);
    say(&m.preview_serving(&path, &format!("http://{address}")));
    serve_preview(listener, Preview { folder, path, messages: m }).await?;
    Ok(())
}
