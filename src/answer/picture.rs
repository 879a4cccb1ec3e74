//! The data of an answer's picture: marks, texts, dates and numbers. `render::card` draws it.

use crate::facts::date::Date;
use crate::facts::standing::StandingKind;

/// What the picture of an answer shows.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The name of the collection of facts.
    pub collection: String,
    /// What the picture is about.
    pub body: Body,
}

/// The four kinds of pictures.
#[derive(Clone, Debug)]
pub enum Body {
    /// One claim.
    Claim(ClaimPicture),
    /// A topic.
    Topic(TopicPicture),
    /// The numbers of one measure.
    Figures(FiguresPicture),
    /// Statements over time.
    Timeline(TimelinePicture),
}

/// One claim: who says it and when, the statement, and how it stands.
#[derive(Clone, Debug)]
pub struct ClaimPicture {
    /// The main topic and what the speaker does: `North Korean soldiers for Russia · Denial`.
    pub kicker: String,
    /// The speakers.
    pub who: String,
    /// Post, on whose word and through which channel, as far as they are known.
    pub circumstances: Vec<String>,
    /// When it was said.
    pub date: String,
    /// Whether `date` was worked out.
    pub inferred: bool,
    /// Whom it answers.
    pub answering: Option<String>,
    /// The statement.
    pub text: String,
    /// How it stands, one line for each thing that holds.
    pub standing: Vec<Line>,
    /// On how many independent sources it rests.
    pub origins: Line,
    /// Who carries it.
    pub sources: String,
}

/// A topic: its question, and how many claims each side has.
#[derive(Clone, Debug)]
pub struct TopicPicture {
    /// The topic's title.
    pub title: String,
    /// The topic's question.
    pub question: String,
    /// Those that have claims.
    pub sides: Vec<Side>,
    /// When something last became known.
    pub change: String,
}

/// Every number of one measure.
#[derive(Clone, Debug)]
pub struct FiguresPicture {
    /// The topic, if one was named, and that these are figures.
    pub kicker: String,
    /// What is counted.
    pub measure: String,
    /// In the order in which they were given.
    pub numbers: Vec<Number>,
}

/// Statements by month and side.
#[derive(Clone, Debug)]
pub struct TimelinePicture {
    /// By which dates the statements are in order.
    pub kicker: String,
    /// What the timeline is about.
    pub title: String,
    /// Those that have claims.
    pub sides: Vec<Side>,
}

/// A line with its mark.
#[derive(Clone, Debug)]
pub struct Line {
    /// What kind of line it is.
    pub mark: Mark,
    /// The line in words.
    pub text: String,
}

impl Line {
    /// A line with its mark.
    pub fn new(mark: Mark, text: String) -> Self {
        Self { mark, text }
    }
}

/// Claims that do the same: say, deny, confirm or leave open.
#[derive(Clone, Debug)]
pub struct Side {
    /// What they do.
    pub mark: Mark,
    /// How many there are, in words: `5 denials`.
    pub count: String,
    /// The parties behind them, each once.
    pub parties: Vec<String>,
    /// How many of the denials were later overtaken by their own parties, in words.
    pub taken_back: Option<String>,
    /// One date for each claim.
    pub dates: Vec<Date>,
}

/// A number with who gave it and when.
#[derive(Clone, Debug)]
pub struct Number {
    /// Who gave it.
    pub who: String,
    /// When it was given.
    pub date: String,
    /// Whether `date` was worked out.
    pub inferred: bool,
    /// The number in words.
    pub value: String,
    /// How it was counted; may be empty.
    pub note: String,
    /// Lower bound.
    pub low: Option<i64>,
    /// The number given.
    pub best: Option<i64>,
    /// Upper bound.
    pub high: Option<i64>,
    /// Whether it has no bound although it may be lower than what is given.
    pub open_below: bool,
    /// Whether it has no bound although it may be higher than what is given.
    pub open_above: bool,
}

/// What a line, a side or a shape on a chart means. Each has a shape of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Said.
    Said,
    /// Denied.
    Denied,
    /// Denied at first or in part.
    DeniedBefore,
    /// Confirmed.
    Confirmed,
    /// Left open.
    Open,
    /// Superseded by a later statement.
    Overtaken,
    /// Qualified by a later statement.
    Qualified,
    /// Contradicted by a source.
    Contradicted,
    /// Printed with other details.
    Differs,
    /// Withdrawn by the editors.
    Withdrawn,
    /// Rests on one source.
    Single,
    /// Rests on several independent sources.
    Several,
    /// Further lines that are not shown.
    More,
    /// The number given.
    Number,
    /// From the lower to the upper bound.
    Span,
    /// No bound on this end.
    Beyond,
}

impl Mark {
    /// The mark of what others do to a claim.
    pub fn of(kind: StandingKind) -> Self {
        match kind {
            StandingKind::ConfirmedBySubject
            | StandingKind::Confirmed
            | StandingKind::WholeConfirmed => Self::Confirmed,
            StandingKind::Denied | StandingKind::WholeDenied => Self::Denied,
            StandingKind::DeniedAtFirst | StandingKind::DeniedInPart | StandingKind::TakenBack => {
                Self::DeniedBefore
            }
            StandingKind::Superseded | StandingKind::Revised => Self::Overtaken,
            StandingKind::Qualified => Self::Qualified,
            StandingKind::Contradicted => Self::Contradicted,
            StandingKind::Differs => Self::Differs,
            StandingKind::Withdrawn => Self::Withdrawn,
            StandingKind::SingleOrigin => Self::Single,
            StandingKind::Corroborated => Self::Several,
        }
    }
}
