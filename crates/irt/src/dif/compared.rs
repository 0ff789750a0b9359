//! All items, one after the other.

use super::people::{Given, People, is_apart};
use super::shift::{Freedom, Shift, Witness};
use super::{Comparison, Dif, Side, Test, class};
use crate::Model;
use crate::calibrate::Responses;
use crate::calibrate::curve::of_model;
use crate::calibrate::scored::{Rows, without};

/// One item's answers beside what the other answers tell of who gave them.
pub(crate) fn once<const Q: usize>(
    responses: &Responses,
    models: &[Option<Model>],
    sides: &[Side],
    answers_min: usize,
    apart: &[bool],
) -> Comparison {
    let rows = Rows::<Q>::new(models);
    let people = People::new(responses, models, &rows, sides, apart);
    let priors = people.priors();
    let items = models.iter().enumerate().map(|(item, model)| {
        let given = &people.given[item];
        let focal = given.iter().filter(|given| people.persons[given.person].group == 1).count();
        let reference = given.len() - focal;
        let model = model.as_ref().filter(|_| reference.min(focal) >= answers_min.max(1))?;
        let witness = |given: &Given| {
            let person = &people.persons[given.person];
            let told = match is_apart(apart, item) {
                true => person.likelihood,
                false => without(&person.likelihood, &rows.of(item)[given.score]),
            };
            Witness::new(person.group, given.score, &told, &priors[person.group])
        };
        let witnesses: Vec<Witness<Q>> = given.iter().map(witness).collect();
        Some(tested(model, &witnesses, &priors[1], reference, focal))
    });
    let items = items.collect();
    let [reference, focal] = people.populations;
    Comparison { items, reference, focal }
}

fn tested<const Q: usize>(
    model: &Model,
    witnesses: &[Witness<Q>],
    focal_prior: &[f64; Q],
    reference: usize,
    focal: usize,
) -> Dif {
    let (shape, values) = of_model(model);
    let mut shift = Shift::new(shape, values);
    let none = shift.fitted(witnesses, Freedom::None);
    let uniform = shift.fitted(witnesses, Freedom::Uniform);
    let delta = 2.35 * shift.delta;
    let both = shift.fitted(witnesses, Freedom::Both);
    let test = Test::of(uniform - none, 1.0);
    Dif {
        reference,
        focal,
        uniform: test,
        non_uniform: Test::of(both - uniform, 1.0),
        both: Test::of(both - none, 2.0),
        q: 1.0,
        delta,
        class: class(delta, test),
        distance: shift.distance(focal_prior),
    }
}
