//! The demonstration: an embedded database full of made-up people, marked as such on every page.

use domain::demonstration::Demonstration;
use domain::ids::PersonId;
use domain::people::RoleKind;
use store::accounts::{self, Role, User};
use store::bulk::{self, Demonstration as Held};
use store::db::Batch;
use store::people::{NewPerson, PersonKind, step_add};
use store::{Store, denominators};
use territory::UnitId;
use web::{Settings, clock, hash_password};

use crate::cli::{Cli, Demo};
use crate::failure::Failure;
use crate::progress::{Bar, say};
use crate::{demo_sitting, house, seed, serve};

/// The same people each time, so that two demonstrations can be compared.
const SEED: u64 = 57;
/// The password of the demonstration's accounts. It opens made-up data only.
const PASSWORD: &str = "trinhdien";
/// Where the accounts of the demonstration are: phường Nghĩa Đô.
const WARD: &str = "B00160";

/// The officer of that ward, who holds the supervised examination.
const OFFICER: &str = "canbo";

/// `hocvuso demo`, and `hocvuso` alone.
pub(crate) async fn run(cli: &Cli, demo: &Demo) -> Result<(), Failure> {
    let store = house::open(cli).await?;
    match bulk::find(&store).await? {
        Held::Complete => {}
        Held::None | Held::Incomplete => fill(cli, &store, demo).await?,
    }
    demo_sitting::open(&store, &house::curriculum(cli)?, OFFICER, WARD).await?;
    let accounts =
        accounts().map(|(login, _, _, words)| (login.to_owned(), PASSWORD.to_owned(), words.to_owned()));
    say(&format!(
        "Bản trình diễn: người và số liệu là dựng lên. Đăng nhập thử: {} (mật khẩu: {PASSWORD})",
        accounts.clone().map(|(login, _, _)| login).join(", ")
    ));
    say(&format!("Phòng thi thử đang mở, mã {}", demo_sitting::CODE));
    let settings =
        Settings { demonstration: true, demonstration_accounts: accounts.to_vec(), ..Settings::default() };
    serve::open_doors(cli, store, settings).await
}

/// Whether the database holds made-up people.
pub(crate) async fn is_demonstration(store: &Store) -> Result<bool, Failure> {
    Ok(bulk::find(store).await? != Held::None)
}

/// Login, role, unit, and in words.
fn accounts() -> [(&'static str, RoleKind, &'static str, &'static str); 4] {
    [
        ("huongdan", RoleKind::Helper, WARD, "Người hướng dẫn, phường Nghĩa Đô"),
        (OFFICER, RoleKind::Officer, WARD, "Cán bộ phường Nghĩa Đô"),
        ("lanhdao", RoleKind::Leader, "B01", "Ban chỉ đạo thành phố Hà Nội"),
        ("giucauhoi", RoleKind::Keeper, "VN", "Người giữ ngân hàng câu hỏi"),
    ]
}

async fn fill(cli: &Cli, store: &Store, demo: &Demo) -> Result<(), Failure> {
    let curriculum = house::curriculum(cli)?;
    // Said while the house is empty: afterwards it would mean counting everybody again.
    serve::agree(store, &curriculum.syllabus).await?;
    let territory = house::territory(store).await?;
    let communes = seed::communes_of_hanoi()?;
    let rural = seed::rural(&communes, &territory);
    let crowd =
        Demonstration::new(SEED, demo.people, &curriculum, &communes, clock::now()).with_villages(&rural);
    let sizes = crowd.denominators();
    let helpers = crowd.helpers();

    let mut writer = bulk::begin(store).await?;
    let mut bar = Bar::new("Dựng dân số trình diễn", u64::from(demo.people));
    for (made, done) in crowd.zip(1u64..) {
        let new = NewPerson {
            id: made.person,
            name: made.name,
            birth_year: Some(made.birth_year),
            hamlet: Some(made.hamlet),
            kind: PersonKind::Demonstration,
            made_by: made.made_by,
            made_at: made.entries.first().map_or_else(clock::now, |entry| entry.stored),
        };
        writer.add(&new, &made.learner, &made.entries, &made.deltas, &made.attempts).await?;
        bar.at(done);
    }
    add_accounts(store, &helpers).await?;
    denominators::save(store, &sizes).await?;
    writer.finish().await?;
    bar.end();
    Ok(())
}

/// The accounts to try: the helper is one of the made-up helpers of the ward, so that there are visits to see.
async fn add_accounts(store: &Store, helpers: &[domain::demonstration::MadeHelper]) -> Result<(), Failure> {
    let now = clock::now();
    let hash = hash_password(PASSWORD);
    for (login, role, unit, words) in accounts() {
        let unit: UnitId = unit.parse().map_err(|_| Failure::told(format!("{unit} is no unit")))?;
        let known = helpers.iter().find(|helper| role == RoleKind::Helper && helper.unit == unit);
        let (person, first) = match known {
            Some(helper) => (helper.person, Batch::new()),
            None => {
                let person = PersonId::mint(now, clock::chance());
                let new = NewPerson {
                    id: person,
                    name: Some(words.to_owned()),
                    birth_year: None,
                    hamlet: None,
                    kind: PersonKind::Account,
                    made_by: None,
                    made_at: now,
                };
                (person, step_add(&new))
            }
        };
        let user =
            User { login: login.to_owned(), person, hash: hash.clone(), made_at: now, disabled: false };
        accounts::add_user(store, first, &user, &[Role { role: role.as_str().to_owned(), unit }]).await?;
    }
    Ok(())
}
