//! `hocvuso bank`: questions and answers as plain files.

use std::io::{BufWriter, Write as _};

use domain::assessment::BankVersion;
use domain::bank::{Answered, Material};
use domain::content::Curriculum;
use store::{Store, banks, keeping};
use web::clock;

use crate::cli::{BankCommand, Cli};
use crate::failure::Failure;
use crate::house;
use crate::progress::{say, tell};

pub(crate) async fn run(cli: &Cli, command: &BankCommand) -> Result<(), Failure> {
    let store = house::open_existing(cli).await?;
    match command {
        BankCommand::Export { version } => {
            let version = find(&store, *version).await?;
            export(&version, &house::curriculum(cli)?);
            Ok(())
        }
        BankCommand::Responses => responses(&store).await,
    }
}

async fn find(store: &Store, number: Option<u32>) -> Result<BankVersion, Failure> {
    let found = match number {
        Some(number) => banks::load(store, number).await?,
        None => banks::latest(store).await?,
    };
    let number = number.map(|number| format!(" {number}")).unwrap_or_default();
    found.ok_or_else(|| {
        Failure::told(format!(
            "there is no version{number} of the bank here. Start `hocvuso serve` once: it makes the first"
        ))
    })
}

fn export(version: &BankVersion, curriculum: &Curriculum) {
    say("id,a,b,c,se_b,answers,status,skill");
    for item in &version.items {
        let content = curriculum.items.iter().find(|content| content.id == item.item);
        let skill = content.map(|content| content.skill.as_str()).unwrap_or_default();
        let (id, answers, status) = (&item.item, item.answers, item.status.as_str());
        say(&format!(
            "{id},{:.6},{:.6},{:.6},{:.6},{answers},{status},{skill}",
            item.a, item.b, item.c, item.se_b
        ));
    }
}

async fn responses(store: &Store) -> Result<(), Failure> {
    let version = find(store, None).await?;
    let mut material = Material::new(&version);
    keeping::gather(store, &mut material, clock::now(), |_| {}).await?;
    // Who reads only the first lines has closed the pipe: that is no failure.
    let _ = write(&version, &material);
    tell(&format!("{} attempts, {} answers", material.attempts(), material.answers()));
    Ok(())
}

fn write(version: &BankVersion, material: &Material) -> std::io::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    write!(out, "person")?;
    for item in &version.items {
        write!(out, ",{}", item.item)?;
    }
    writeln!(out)?;
    for (row, answers) in material.rows().enumerate() {
        writeln!(out, "{}{}", row + 1, fields(version.items.len(), answers))?;
    }
    out.flush()
}

/// A row's fields, each with its comma before it.
fn fields(items: usize, answers: &[Answered]) -> String {
    let mut fields = vec![","; items];
    for answer in answers {
        if let Some(field) = usize::try_from(answer.item).ok().and_then(|item| fields.get_mut(item)) {
            *field = if answer.right { ",1" } else { ",0" };
        }
    }
    fields.concat()
}
