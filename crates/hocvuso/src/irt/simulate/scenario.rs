//! The tests that are simulated.

use irt::exposure::Caps;
use irt::simulate::Control;
use irt::stop::{Cut, Rule};
use irt::{Bank, Method, Prior, Quota, Role, Rules};

use crate::cli::{IrtRule, Simulate};
use crate::failure::Failure;

/// A test with a name.
pub(super) struct Scenario {
    pub(super) name: String,
    pub(super) rules: Rules,
    pub(super) control: Control<'static>,
    pub(super) cut: Option<f64>,
}

/// What the options ask for; without any of them, the four tests by which engines are compared.
pub(super) fn of(asked: &Simulate, bank: &Bank) -> Result<Vec<Scenario>, Failure> {
    let test =
        Test { rule: asked.rule, least: asked.least, most: asked.length, se: asked.se, cut: asked.cut };
    if test == Test::default() {
        let compared = [
            Test { most: Some(20), ..Test::default() },
            Test { se: Some(0.30), ..Test::default() },
            Test { rule: Some(IrtRule::All), most: Some(30), ..Test::default() },
            Test { rule: Some(IrtRule::All), cut: Some(0.0), ..Test::default() },
        ];
        return Ok(compared.iter().map(|test| test.scenario(bank)).collect());
    }
    let (least, most) = test.length();
    if least > most {
        return Err(Failure::told(format!(
            "--least {least} is above --length {most}; make one fit the other"
        )));
    }
    Ok(vec![test.scenario(bank)])
}

/// A test as options tell it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Test {
    rule: Option<IrtRule>,
    least: Option<u16>,
    most: Option<u16>,
    se: Option<f64>,
    cut: Option<f64>,
}

impl Test {
    /// The least and the greatest number of items.
    fn length(&self) -> (u16, u16) {
        let usual = match (self.se, self.cut, self.rule) {
            (Some(_), _, _) => (1, 60),
            (None, Some(_), _) => (10, 40),
            (None, None, Some(IrtRule::All)) => (30, 30),
            (None, None, _) => (20, 20),
        };
        let most = self.most.unwrap_or(usual.1.max(self.least.unwrap_or(0)));
        let fixed = self.se.is_none() && self.cut.is_none();
        (self.least.unwrap_or(if fixed { most } else { usual.0.min(most) }), most)
    }

    fn scenario(&self, bank: &Bank) -> Scenario {
        let (least, most) = self.length();
        let stop = Rule { least, most, se: self.se, cut: self.cut.map(Cut::at) };
        let (rules, control) = match self.rule.unwrap_or(IrtRule::Plain) {
            IrtRule::Plain => (Rules { stop, ..Rules::plain(most) }, Control::Open),
            IrtRule::All => {
                let method = Method::Progressive { ramp: least.max(10), acceleration: 1.0 };
                let quotas = quotas(bank, stop);
                let rules = Rules { quotas, stop, method, pretest: 0, prior: Prior::STANDARD };
                (rules, Control::Eligibility(Caps::default()))
            }
        };
        Scenario { name: self.name(least, most), rules, control, cut: Some(self.cut.unwrap_or(0.0)) }
    }

    fn name(&self, least: u16, most: u16) -> String {
        let rule = if self.rule == Some(IrtRule::All) { "all rules" } else { "plain" };
        let length = if least == most { format!("{most} items") } else { format!("{least}-{most} items") };
        let se = self.se.map_or(String::new(), |se| format!(", SE <= {se}"));
        let cut = self.cut.map_or(String::new(), |cut| format!(", cut {cut}"));
        format!("{rule}, {length}{se}{cut}")
    }
}

/// For each content half of an even share at least, and one and a half at most.
fn quotas(bank: &Bank, stop: Rule) -> Vec<Quota> {
    let mut contents: Vec<u16> = bank.iter().map(|entry| entry.content).collect();
    contents.sort_unstable();
    contents.dedup();
    let kinds = u16::try_from(contents.len()).unwrap_or(u16::MAX).max(1);
    let held = |content: u16| {
        let of = bank.iter().filter(|entry| entry.content == content && entry.role == Role::Scored);
        u16::try_from(of.count()).unwrap_or(u16::MAX)
    };
    let most = stop.most.saturating_mul(3).div_ceil(kinds.saturating_mul(2)).max(1);
    let least = (stop.least / kinds.saturating_mul(2)).max(u16::from(kinds <= stop.least)).min(most);
    contents
        .iter()
        .map(|content| Quota { content: *content, least: least.min(held(*content)), most })
        .collect()
}
