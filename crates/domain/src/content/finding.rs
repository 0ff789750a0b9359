//! What can be wrong with content, as data. The words stand in the message catalogue.

/// One fault at one line of one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, as the shell named it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong.
#[expect(missing_docs, reason = "each variant says what its fields are")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// A line is indented by an odd number of blanks, or by a tab, or deeper than the line above allows.
    Indentation,
    /// A word that does not belong here; `allowed` are those that do.
    UnknownWord { word: String, allowed: Vec<&'static str> },
    /// A word that must stand below this line is missing.
    Missing { word: &'static str },
    /// A word stands twice where one is meant.
    Twice { word: String },
    /// A word without its value.
    Empty { word: String },
    /// A text in Vietnamese only.
    NotTranslated { text: String },
    /// A name that is not made of a–z, 0–9 and `-`.
    BadName { name: String },
    /// A value that is none of those allowed.
    BadValue { word: String, value: String, allowed: &'static str },
    /// A reference to a thing that does not exist.
    Unknown { kind: &'static str, name: String },
    /// The id in the file differs from the file's name.
    NameIsNotFile { name: String, file: String },
    /// An icon that the product does not have.
    UnknownIcon { name: String },
    /// A thing defined a second time.
    Duplicate { kind: &'static str, name: String },
    /// The file stands in a folder, or has an ending, that the product does not read.
    StrayFile,
    /// Front matter between `---` lines is missing at the top of a lesson.
    NoFrontMatter,
    /// A lesson has text before its first `## ` heading.
    TextBeforeScreen,
    /// A lesson or a practice has too few screens.
    TooFewScreens { found: usize, least: usize },
    /// HTML, a table, a link or another thing that lessons do not have.
    NotInLessons { what: &'static str },
    /// A picture without a text alternative.
    NoAlternative { picture: String },
    /// A picture's file is missing.
    NoPicture { picture: String },
    /// A picture over the size that a weak signal allows.
    PictureTooBig { picture: String, bytes: usize, most: usize },
    /// A lesson's languages have different numbers of screens.
    ScreensDiffer { vi: usize, en: usize },
    /// A lesson has no file for this language.
    NoLanguage { lang: &'static str },
    /// A screen that no tap leads to.
    Unreachable { screen: String },
    /// A screen from which the finish can't be reached.
    DeadEnd { screen: String },
    /// A screen before the finish has no tap marked `right`, or the marked one leads nowhere.
    NoGuide { screen: String },
    /// A screen has more than one tap marked `right`.
    TwoGuides { screen: String },
    /// Following `right` never reaches the finish.
    GuideLoops { screen: String },
    /// A tap that does nothing.
    DeadTap { label: String },
    /// Options to pick from are fewer than two or more than five.
    Options { found: usize },
    /// Not exactly one option is marked as the answer.
    RightOptions { found: usize },
    /// A practice that no lesson names.
    Orphan { practice: String },
    /// Answers in a lesson without a line before them that asks.
    NoQuestion,
    /// A line of a lesson asks, and no answers follow.
    NoAnswers,
    /// A question of a lesson has fewer than two or more than four answers.
    LessonAnswers { found: usize },
    /// Not exactly one answer of a lesson's question is ticked.
    TickedAnswers { found: usize },
    /// An answer of a lesson's question without its explanation.
    NoBecause { answer: String },
    /// A screen of a lesson asks differently in its two languages.
    QuestionsDiffer { screen: usize },
    /// The file of a lesson's recording is missing.
    NoRecording { file: String },
    /// A practice with too few explained mistakes.
    TooFewMistakes { found: usize, least: usize },
    /// A question needs exactly one right answer.
    RightAnswers { found: usize },
    /// A question needs two or three wrong answers.
    WrongAnswers { found: usize },
    /// A question with several right answers needs two or three of them, and four or five answers in all.
    SeveralAnswers { right: usize, wrong: usize },
    /// A question about an order needs three to five steps.
    Steps { found: usize },
    /// A question that asks where to tap needs three to six things to tap.
    Taps { found: usize },
    /// A step, an answer or a tap that stands twice in its question.
    SameAnswerTwice { answer: String },
    /// The file of a question's spoken or signed version is missing.
    NoMedia { file: String },
    /// Item parameters that the model refuses.
    BadParameter { word: &'static str, value: String },
    /// A skill of a blueprint has fewer questions than the blueprint may draw.
    TooFewItems { skill: String, found: usize, least: usize },
    /// A least number is above its most.
    LeastAboveMost { least: u16, most: u16 },
    /// More right answers are asked for than there are questions at least.
    RightAboveLeast { right: u16, least: u16 },
    /// The skills of a blueprint ask for more questions than it has, or for fewer than it needs.
    PartsDoNotFit { owed: u16, room: u16, least: u16, most: u16 },
    /// A message to judge needs one to four signs.
    Signs { found: usize, most: usize },
    /// A message to judge needs two or three next steps, one of them right.
    NextSteps { found: usize, right: usize },
    /// A skill has some messages to judge, and too few for a round.
    TooFewDrills { skill: String, genuine: usize, scams: usize },
    /// A code that is not made of letters, digits, dots and hyphens.
    BadCode { code: String },
    /// A framework has levels and a skill names none, or the other way round.
    LevelDoesNotFit { framework: String },
    /// A framework takes the place of another and has lost one of its codes.
    CodeGone { code: String },
    /// A column of a sheet is missing.
    NoColumn { column: &'static str },
    /// A cell of a sheet that must be filled is empty.
    EmptyCell { column: &'static str },
    /// A row with fewer or more cells than the head.
    CellsDiffer { found: usize, columns: usize },
    /// A domain has two names in a sheet.
    TitlesDiffer { code: String },
    /// A skill that a profile demands has too few things of a kind: lessons, practices, questions.
    SkillLacks { skill: String, kind: &'static str, found: usize, least: usize },
    /// A lesson that stands in no course.
    NotInCourse { lesson: String },
    /// A course that stands on no path.
    NotOnPath { course: String },
    /// A picture or a recording that nothing names.
    NotShown { file: String },
}
