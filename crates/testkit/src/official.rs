//! Somebody with an account: a helper, an officer, a leader.

use domain::ids::PersonId;
use domain::people::RoleKind;
use domain::standing::Rung;
use store::accounts::{self, Role, User};
use store::people::{NewPerson, PersonKind, step_add};
use web::clock;

use crate::{Browser, Form, Page, TestApp};

/// Whom a visit was paid.
#[derive(Debug, Clone, Copy)]
pub enum Whom<'a> {
    /// Somebody on the list, by id.
    Known(PersonId),
    /// Somebody new: name, year of birth.
    New(&'a str, &'a str),
}

/// A visit as it is filled in.
#[derive(Debug, Clone, Copy)]
pub struct Visit<'a> {
    /// Whom.
    pub whom: Whom<'a>,
    /// Which skill.
    pub skill: &'a str,
    /// How far: attended, helped or alone.
    pub rung: Rung,
}

/// Somebody with an account.
#[derive(Clone)]
pub struct Official {
    /// Their browser.
    pub browser: Browser,
    /// The name they sign in with.
    pub login: String,
    /// The person they are.
    pub person: PersonId,
}

impl Official {
    /// The password of everybody in a test.
    pub const PASSWORD: &str = "hoc-vu-so 2026";
    /// Its argon2id hash with the least parameters there are: a test shall not spend a second on being safe.
    const HASH: &str =
        "$argon2id$v=19$m=8,t=1,p=1$c2FsdCBvZiB0aGUgdGVzdA$mdPeLKvVaO1zNTQEwykpHJ1Tj7iAV2xadwwfBzklMsQ";

    /// Somebody with a new account, not signed in yet.
    pub async fn hired(app: &TestApp, name: &str, role: RoleKind, unit: &str) -> Self {
        let now = clock::now();
        let person = PersonId::mint(now, clock::chance());
        let login = territory::fold(name).replace(' ', ".");
        let new = NewPerson {
            id: person,
            name: Some(name.into()),
            birth_year: None,
            hamlet: None,
            kind: PersonKind::Account,
            made_by: None,
            made_at: now,
        };
        let user =
            User { login: login.clone(), person, hash: Self::HASH.into(), made_at: now, disabled: false };
        let role = Role { role: role.as_str().into(), unit: unit.parse().expect("a unit") };
        let added = accounts::add_user(app.store(), step_add(&new), &user, &[role]).await;
        added.expect("a new account");
        Self { browser: app.browser(), login, person }
    }

    /// Signs in.
    pub async fn signs_in(&mut self) -> Page {
        self.signs_in_with(Self::PASSWORD).await
    }

    /// Signs in with this password.
    pub async fn signs_in_with(&mut self, password: &str) -> Page {
        let form = self.opens("/sign-in").await.form("/sign-in");
        let form = form.types("user", &self.login).types("password", password);
        self.browser.send(&form).await
    }

    /// Signs out by the button at the foot of a page.
    pub async fn signs_out(&mut self) -> Page {
        let form = self.opens("/about").await.form("/sign-out");
        self.browser.send(&form).await
    }

    /// Opens an address.
    pub async fn opens(&mut self, path: &str) -> Page {
        self.browser.get(path).await
    }

    /// The form of a visit, filled in.
    pub async fn fills_in(&mut self, visit: Visit<'_>) -> Form {
        let form = self.opens("/visits/new").await.form("/visits");
        let form = match visit.whom {
            Whom::Known(person) => form.with("person", &person.to_string()),
            Whom::New(name, born) => {
                form.chooses("person", pages::visit::NEW_PERSON).types("name", name).types("born", born)
            }
        };
        form.chooses("skill", visit.skill).chooses("rung", visit.rung.as_str())
    }

    /// Notes a visit.
    pub async fn notes_visit(&mut self, visit: Visit<'_>) -> Page {
        let form = self.fills_in(visit).await;
        self.browser.send(&form).await
    }
}
