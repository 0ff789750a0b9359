//! Rounds of drills: begun, judged message by message, and what the last answer proves.

use jiff::Timestamp;

use super::Learner;
use super::decide::{Done, Refusal, no_such};
use crate::content::Curriculum;
use crate::drill::{Answer, JudgeRefused, Mark, Round, Score, choose, is_round, judge as judged};
use crate::ids::{DrillId, SkillId, StatementId};
use crate::record::Subject;
use crate::review::{Day, Grade};
use crate::standing::{Evidence, Rung};

/// Begins a round. What a device chose is taken when it is a round by the rules: it may have had other messages to choose from.
pub(super) fn begin(
    next: &mut Learner,
    curriculum: &Curriculum,
    skill: &SkillId,
    chosen: &[DrillId],
    seed: StatementId,
) -> Result<Done, Refusal> {
    let all = curriculum.drills_of(skill);
    let marks = &mut next.workbook.drills;
    let mut mark = match marks.iter().position(|mark| mark.skill == *skill) {
        Some(at) => marks.remove(at),
        None => Mark::new(skill.clone()),
    };
    let known: Vec<_> = chosen.iter().filter_map(|id| curriculum.drill(id)).collect();
    let is_ours = known.iter().all(|message| message.skill == *skill);
    let messages = if known.len() == chosen.len() && is_ours && is_round(&known) {
        chosen.to_vec()
    } else {
        choose(&all, &mark, seed).ok_or(Refusal::NoDrill)?
    };
    mark.begun = mark.begun.saturating_add(1);
    mark.round = Round { messages: messages.clone(), answers: Vec::new() };
    marks.push(mark);
    Ok((Subject::BeganDrill { skill: skill.clone(), messages }, Vec::new()))
}

/// Judges the message at which the round stands. The last answer gives the score, and a good one proves that the person can.
pub(super) fn judge(
    next: &mut Learner,
    curriculum: &Curriculum,
    skill: &SkillId,
    id: &DrillId,
    answer: Answer,
    at: Timestamp,
) -> Result<Done, Refusal> {
    let mark = next.workbook.drills.iter_mut().find(|mark| mark.skill == *skill);
    let mark = mark.ok_or(Refusal::Judge(JudgeRefused::NoRound))?;
    // A round whose messages are not all there any more can't be scored: the person begins another.
    let messages: Option<Vec<_>> = mark.round.messages.iter().map(|id| curriculum.drill(id)).collect();
    let messages = messages.ok_or(Refusal::Judge(JudgeRefused::NoRound))?;
    let message = curriculum.drill(id).ok_or_else(|| no_such("drill", id))?;
    mark.round = judged(&mark.round, message, answer).map_err(Refusal::Judge)?;
    let right = match answer {
        Answer::Said(said) => {
            mark.see(id, said);
            said.is_right(message.truth)
        }
        Answer::Next(step) => message.next.get(usize::from(step)).is_some_and(|step| step.right),
    };
    let mut evidence = Vec::new();
    let score = mark.round.is_over().then(|| Score::of(&mark.round, &messages, mark.level()));
    if let Some(score) = score {
        mark.keep(score);
        let unsteady = !mark.past.keep(Day::of(at), Grade::of_round(&score));
        let proof = Evidence { unsteady, ..Evidence::of(skill.clone(), Rung::Alone) };
        evidence.extend(Some(proof).filter(|_| score.is_good()));
    }
    Ok((Subject::Judged { skill: skill.clone(), message: id.clone(), answer, right, score }, evidence))
}
