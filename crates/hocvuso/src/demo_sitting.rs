//! A supervised examination that is open in the demonstration, so that whoever looks can sit it at once.

use domain::content::{Curriculum, TestKind};
use domain::ids::SittingId;
use domain::people::Name;
use domain::sitting::{Code, Plan, Room, SeatCode};
use store::Store;
use store::db::Batch;
use store::sittings::{self, AddSitting};
use territory::UnitId;
use web::clock;

use crate::failure::Failure;

/// The code of the demonstration's room, the same each time, so that a guide can print it.
pub(crate) const CODE: &str = "HVS-757";
/// Made-up people for whom a seat is kept.
const NAMES: [&str; 3] = ["Nguyễn Thị Mai", "Trần Văn Bình", "Lê Thị Hạnh"];

/// Opens the room, unless it is open. Without an examination in the content there is none.
pub(crate) async fn open(
    store: &Store,
    curriculum: &Curriculum,
    organiser: &str,
    unit: &str,
) -> Result<(), Failure> {
    let Some(code) = Code::parse(CODE) else { return Ok(()) };
    let exam = curriculum.blueprints.values().find(|test| test.card.kind == TestKind::Examination);
    let Some(exam) = exam else { return Ok(()) };
    if sittings::find_open(store, &code).await?.is_some() {
        return Ok(());
    }
    let unit: UnitId = unit.parse().map_err(|_| Failure::told(format!("{unit} is no unit")))?;
    let plan = Plan::new(exam.card.id.clone(), "Nhà văn hóa tổ dân phố 12", "Buổi thi thử, tầng 1", Some(12));
    let plan = plan.map_err(|wrong| Failure::told(format!("the sitting to try is no plan: {wrong:?}")))?;
    let now = clock::now();
    let room = Room::open(plan, code, now);
    let kept: Vec<(Name, SeatCode)> = NAMES
        .iter()
        .filter_map(|name| Some((Name::parse(name).ok()?, SeatCode::mint(clock::chance()))))
        .collect();
    let id = SittingId::mint(now, clock::chance());
    sittings::add(store, Batch::new(), &AddSitting { id, unit, organiser, room: &room, kept: &kept }).await?;
    Ok(())
}
