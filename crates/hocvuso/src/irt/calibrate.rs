//! `hocvuso irt calibrate`.

use std::path::Path;

use irt::Model;
use irt::calibrate::{Calibration, Estimated, Family, Options, Outcome, Responses, SCORE_MAX, calibrate};

use super::answers::{self, Answers, quoted};
use crate::cli::IrtModel;
use crate::failure::Failure;
use crate::progress::{say, tell};

pub(crate) fn run(model: IrtModel, path: &Path) -> Result<(), Failure> {
    let family = family(model);
    let top = if family == Family::Graded { SCORE_MAX } else { 1 };
    let answers = answers::read(path, top)?;
    let mut responses = Responses::new(answers.items.len());
    for person in &answers.persons {
        responses.push(person).map_err(|cause| Failure::told(cause.to_string()))?;
    }
    let calibration = calibrate(&responses, &[], &Options::of(family))
        .map_err(|cause| Failure::told(format!("{}: {cause}", path.display())))?;
    let thresholds = (family == Family::Graded).then(|| most_thresholds(&calibration));
    say(&header(thresholds));
    for (id, outcome) in answers.items.iter().zip(&calibration.items) {
        say(&row(id, outcome, thresholds));
    }
    report(&answers, &calibration);
    Ok(())
}

fn family(model: IrtModel) -> Family {
    match model {
        IrtModel::OneParameter => Family::OneParameter,
        IrtModel::TwoParameter => Family::TwoParameter,
        IrtModel::ThreeParameter => Family::ThreeParameter,
        IrtModel::Graded => Family::Graded,
    }
}

fn most_thresholds(calibration: &Calibration) -> usize {
    let models = calibration.items.iter().filter_map(Outcome::model);
    models.map(|model| usize::from(model.top())).max().unwrap_or(1)
}

/// The names of the columns; `thresholds` for graded items.
fn header(thresholds: Option<usize>) -> String {
    let Some(most) = thresholds else {
        return "item,a,b,c,se_a,se_b".to_owned();
    };
    let of = |name: &str| (1..=most).map(|place| format!(",{name}{place}")).collect::<String>();
    format!("item,a{},se_a{}", of("b"), of("se_b"))
}

/// A row; the fields of an item that could not be estimated are empty.
fn row(id: &str, outcome: &Outcome, thresholds: Option<usize>) -> String {
    let found = outcome.estimated();
    let slope = found.map(|found| match &found.model {
        Model::Logistic(item) => item.slope(),
        Model::Graded(item) => item.slope(),
    });
    let slope_error = found.map(|found| found.errors.slope);
    let mut fields = vec![slope];
    let difficulties = found.map(difficulties).unwrap_or_default();
    let errors = found.map(|found| found.errors.difficulties.clone()).unwrap_or_default();
    let most = thresholds.unwrap_or(1);
    fields.extend((0..most).map(|place| difficulties.get(place).copied()));
    if thresholds.is_none() {
        fields.push(found.map(guessing));
    }
    fields.push(slope_error);
    fields.extend((0..most).map(|place| errors.get(place).copied()));
    let fields =
        fields.into_iter().map(|field| field.map_or(String::from(","), |field| format!(",{field:.6}")));
    quoted(id) + &fields.collect::<String>()
}

fn difficulties(found: &Estimated) -> Vec<f64> {
    match &found.model {
        Model::Logistic(item) => vec![item.difficulty()],
        Model::Graded(item) => item.thresholds().to_vec(),
    }
}

fn guessing(found: &Estimated) -> f64 {
    match &found.model {
        Model::Logistic(item) => item.guessing(),
        Model::Graded(_) => 0.0,
    }
}

/// What stands on standard error: the likelihood, and every item that wants a look.
fn report(answers: &Answers, calibration: &Calibration) {
    tell(&format!("log-likelihood {:.4}", calibration.log_likelihood));
    for (id, outcome) in answers.items.iter().zip(&calibration.items) {
        match outcome {
            Outcome::NotEstimated(reason) => tell(&format!("item {id} is not estimated: {reason}")),
            Outcome::Estimated(found) if found.at_bound => {
                tell(&format!("item {id} lies at a bound of the search; its numbers tell little"));
            }
            _ => {}
        }
    }
    let ending = calibration.ending;
    if !ending.converged {
        let (turns, change) = (ending.turns, ending.change);
        tell(&format!("not settled after {turns} turns: a parameter still moved by {change:.6}"));
    }
}
