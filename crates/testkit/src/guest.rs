//! Somebody who learns without an account.

use domain::content::{Element, Item, ItemKind, PhoneScreen, Response, Tap, Way};
use domain::ids::{ItemId, PersonId, PracticeId, ScreenId, StatementId};
use domain::learning::Learner;
use domain::practice::Mode;
use pages::urls;
use web::App;

use crate::{Browser, Form, Page, TestApp, page::encode};

/// What somebody knows who takes a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knows {
    /// Every answer.
    Everything,
    /// No answer: the first wrong one is chosen.
    Nothing,
    /// Every answer but those about this skill.
    AllBut(&'static str),
}

impl Knows {
    fn the_answer_to(self, item: &domain::content::Item) -> bool {
        match self {
            Self::Everything => true,
            Self::Nothing => false,
            Self::AllBut(skill) => item.skill.as_str() != skill,
        }
    }
}

/// Somebody who learns without an account.
#[derive(Clone)]
pub struct Guest {
    /// Their browser.
    pub browser: Browser,
    app: App,
}

impl Guest {
    pub(crate) fn new(browser: Browser, app: App) -> Self {
        Self { browser, app }
    }

    /// Comes to the same house after another start of it, with the cookies that they have.
    pub fn comes_again(&mut self, app: &TestApp) {
        let before = core::mem::replace(&mut self.browser, app.browser());
        self.browser.cookies = before.cookies;
        self.browser.last_act = before.last_act;
        self.app = app.app.clone();
    }

    /// Opens an address.
    pub async fn opens(&mut self, path: &str) -> Page {
        self.browser.get(path).await
    }

    /// Says which group they belong to.
    pub async fn says_who(&mut self, group: &str) -> Page {
        let form = self.opens("/start").await.form("/start").chooses("group", group);
        self.browser.send(&form).await
    }

    /// Looks for their commune and chooses the first that is found.
    pub async fn lives_in(&mut self, name: &str) -> Page {
        let found = self.opens(&format!("/start/place?q={}", encode(name))).await;
        let form = found.form("/start/place");
        let first =
            form.offers("unit").first().map(|(unit, _)| (*unit).to_owned()).expect("a place is found");
        self.browser.send(&form.chooses("unit", &first)).await
    }

    /// Reads one screen of a lesson and goes on.
    pub async fn reads_screen(&mut self, lesson: &str, screen: usize) -> Page {
        let url = urls::lesson(lesson, screen);
        let form = self.opens(url.as_str()).await.form(url.as_str());
        self.browser.send(&form).await
    }

    /// Reads a lesson to its end.
    pub async fn reads_lesson(&mut self, lesson: &str) -> Page {
        let page = self.reads_screen(lesson, 1).await;
        self.reads_on(page).await
    }

    /// Reads on from a screen of a lesson to its end.
    pub async fn reads_on(&mut self, mut page: Page) -> Page {
        while page.path.starts_with("/learn/") {
            let form = page.form(&page.path);
            page = self.browser.send(&form).await;
        }
        page
    }

    /// Begins a practice.
    pub async fn begins(&mut self, practice: &str, mode: Mode) -> Page {
        let form = self.opens(urls::practice(practice).as_str()).await;
        let form = form.form(urls::practice_start(practice).as_str()).chooses("mode", mode.as_str());
        self.browser.send(&form).await
    }

    /// The form of the tap that leads on from the screen shown, with everything typed that it asks for.
    #[must_use]
    pub fn right_tap(&self, page: &Page, practice: &str) -> Form {
        let form = page.form(urls::practice_tap(practice).as_str());
        let screen = ScreenId::parse(form.value("screen").expect("a screen")).expect("a screen");
        let practice = &self.app.curriculum.practices[&PracticeId::parse(practice).expect("a practice")];
        let shown = practice.screen(&screen).expect("a screen of the practice");
        let (element, tap) = right(shown);
        let fields = shown.elements.iter().filter_map(|element| match element {
            Element::Field(field) if tap.needs.contains(&field.id) => Some(field),
            _ => None,
        });
        let form = fields.fold(form, |form, field| form.types(field.id.as_str(), &field.answer));
        form.chooses("tap", &element.to_string())
    }

    /// Does a practice from beginning to end without a mistake.
    pub async fn practises(&mut self, practice: &str, mode: Mode) -> Page {
        let mut page = self.begins(practice, mode).await;
        while page.has_form(urls::practice_tap(practice).as_str()) {
            let tap = self.right_tap(&page, practice);
            page = self.browser.send(&tap).await;
        }
        page
    }

    /// Takes a check from beginning to end.
    pub async fn takes_the_check(&mut self, check: &str, knows: Knows) -> Page {
        let form = self.opens(urls::check(check).as_str()).await.form(urls::check_start(check).as_str());
        let mut page = self.browser.send(&form).await;
        while page.has_form(urls::check_answer(check).as_str()) {
            let answer = self.answer(&page, check, knows);
            page = self.browser.send(&answer).await;
        }
        page
    }

    /// The form that answers the question shown.
    #[must_use]
    pub fn answer(&self, page: &Page, check: &str, knows: Knows) -> Form {
        let form = page.form(urls::check_answer(check).as_str());
        let item = ItemId::parse(form.value("item").expect("a question")).expect("a question");
        let item = self.app.curriculum.items.iter().find(|one| one.id == item).expect("a known question");
        let knows = knows.the_answer_to(item);
        let answer = if knows { item.key() } else { item.near_misses()[0] };
        fills_in(form, item, answer)
    }

    /// Does the whole course: reads, practises guided and alone, takes the check.
    pub async fn does_the_course(&mut self) -> Page {
        let course = self.app.curriculum.syllabus.courses.first().expect("a course").clone();
        for card in &course.lessons {
            self.reads_lesson(card.id.as_str()).await;
            if let Some(practice) = &card.practice {
                self.practises(practice.id.as_str(), Mode::Guided).await;
                self.practises(practice.id.as_str(), Mode::Alone).await;
            }
        }
        let check = course.check.expect("a check");
        self.takes_the_check(check.id.as_str(), Knows::Everything).await
    }

    /// Asks for the certificate in this name and confirms it.
    pub async fn gets_the_certificate(&mut self, name: &str) -> Page {
        let ask = self.opens("/certificate").await.form("/certificate").types("name", name);
        let confirm = self.browser.send(&ask).await.form("/certificate");
        self.browser.send(&confirm).await
    }

    /// The person behind the cookie: the owner of the last act.
    pub async fn person(&self) -> PersonId {
        let act: StatementId = self.browser.last_act.as_ref().expect("an act").parse().expect("an id");
        let owner = store::record::find_owner(&self.app.store, act).await.expect("the record can be read");
        owner.expect("the last act is in the record")
    }

    /// The learner as the house knows them.
    pub async fn learner(&self) -> Learner {
        let person = self.person().await;
        store::learners::find(&self.app.store, person).await.expect("a read").expect("a learner")
    }
}

/// The form of a question with an answer to it filled in.
fn fills_in(form: Form, item: &Item, answer: Response) -> Form {
    let words = |place: u8| {
        let words = item.choices[usize::from(place)].text.vi.split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    };
    let places = answer.places();
    match answer.way() {
        Way::One if matches!(item.kind, ItemKind::Tap(_)) => form.chooses("tap", &places[0].to_string()),
        Way::One | Way::Several => {
            let offers = form.offers("choice");
            let value = |place: &u8| {
                let offer = offers.iter().find(|(_, label)| *label == words(*place));
                offer.map(|(value, _)| (*value).to_owned()).expect("the answer is offered")
            };
            let values: Vec<String> = places.iter().map(value).collect();
            values.iter().fold(form, |form, value| form.ticks("choice", value))
        }
        Way::Order => (1..).zip(places).fold(form, |form, (at, place): (usize, u8)| {
            let field = form.labelled(&words(place)).expect("the step is shown").to_owned();
            form.chooses(&field, &at.to_string())
        }),
    }
}

fn right(screen: &PhoneScreen) -> (usize, &Tap) {
    let tap = screen.elements.iter().enumerate().find_map(|(place, element)| match element {
        Element::Tap(tap) if tap.right => Some((place, tap)),
        _ => None,
    });
    tap.unwrap_or_else(|| panic!("{} has no right tap", screen.id))
}
