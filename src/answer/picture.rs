//! The data of an answer's picture: marks, texts, dates and figures. `render::card` draws it.

use crate::facts::date::Date;
use crate::facts::decimal::Decimal;
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
    /// The figures of one measure.
    Figures(FiguresPicture),
    /// Claims over time.
    Timeline(TimelinePicture),
}

/// One claim: the speaker, the date, the text and the standing.
#[derive(Clone, Debug)]
pub struct ClaimPicture {
    /// The main topic and what the speaker does: `The clock of the town hall · Denial`.
    pub kicker: String,
    /// The speakers.
    pub who: String,
    /// The speaker's post, whose account it relies on, and the channel, as far as known.
    pub circumstances: Vec<String>,
    /// When it was said.
    pub date: String,
    /// Whether `date` is inferred.
    pub inferred: bool,
    /// The speaker that it answers.
    pub answering: Option<String>,
    /// The text of the claim.
    pub text: String,
    /// The standing, one line for each point.
    pub standing: Vec<Line>,
    /// How many independent sources support it.
    pub origins: Line,
    /// The publishers that carry it.
    pub sources: String,
}

/// A topic: its question, and how many claims each side has.
#[derive(Clone, Debug)]
pub struct TopicPicture {
    /// The topic's title.
    pub title: String,
    /// The topic's question.
    pub question: String,
    /// The sides that have claims.
    pub sides: Vec<Side>,
    /// When something last became known about the topic.
    pub change: String,
}

/// Every figure of one measure.
#[derive(Clone, Debug)]
pub struct FiguresPicture {
    /// The topic, if the query names one, and a word for figures.
    pub kicker: String,
    /// What is counted.
    pub measure: String,
    /// The figures, in the order in which they were given.
    pub numbers: Vec<Number>,
}

/// Claims by month and side.
#[derive(Clone, Debug)]
pub struct TimelinePicture {
    /// Which dates order the claims.
    pub kicker: String,
    /// What the timeline is about.
    pub title: String,
    /// The sides that have claims.
    pub sides: Vec<Side>,
}

/// A line with its mark.
#[derive(Clone, Debug)]
pub struct Line {
    /// The kind of line.
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

/// Claims that do the same: assert, deny, confirm or leave open.
#[derive(Clone, Debug)]
pub struct Side {
    /// What they do.
    pub mark: Mark,
    /// How many there are, in words: `5 denials`.
    pub count: String,
    /// The parties behind them, each once.
    pub parties: Vec<String>,
    /// In words, how many of the denials were later superseded by their own parties.
    pub taken_back: Option<String>,
    /// One date for each claim.
    pub dates: Vec<Date>,
}

/// A figure with its speaker and date.
#[derive(Clone, Debug)]
pub struct Number {
    /// The speaker who gave it.
    pub who: String,
    /// When it was given.
    pub date: String,
    /// Whether `date` is inferred.
    pub inferred: bool,
    /// The number in words.
    pub value: String,
    /// How it was counted; may be empty.
    pub note: String,
    /// The lower bound.
    pub low: Option<Decimal>,
    /// The number given.
    pub best: Option<Decimal>,
    /// The upper bound.
    pub high: Option<Decimal>,
    /// Whether it may be lower than the number given, without a lower bound.
    pub open_below: bool,
    /// Whether it may be higher than the number given, without an upper bound.
    pub open_above: bool,
}

/// What a line, a side or a shape on a chart means. Each mark has its own shape.
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
    /// Superseded by a later claim.
    Overtaken,
    /// Qualified by a later claim.
    Qualified,
    /// Contradicted by a source.
    Contradicted,
    /// Printed with other details.
    Differs,
    /// Withdrawn by the editors.
    Withdrawn,
    /// Supported by one source.
    Single,
    /// Supported by several independent sources.
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
    /// The mark for a kind of standing.
    pub fn of(kind: StandingKind) -> Self {
        match kind {
            StandingKind::ConfirmedBySubject
            | StandingKind::Confirmed
            | StandingKind::WholeConfirmed => Self::Confirmed,
            StandingKind::Denied | StandingKind::WholeDenied => Self::Denied,
            StandingKind::DeniedAtFirst
            | StandingKind::DeniedInPart
            | StandingKind::WholeDeniedAtFirst
            | StandingKind::WholeDeniedInPart
            | StandingKind::TakenBack => Self::DeniedBefore,
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
