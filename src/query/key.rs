//! The options that a question can have. What each takes, and which command has which, is for `commands`.

/// An option of a question, in the order in which options are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// Which aspect of a topic.
    View,
    /// In which order of time.
    By,
    /// Which claim, by its id.
    Claim,
    /// About which topic.
    Topic,
    /// Of which speaker.
    Name,
    /// Words to look for.
    Query,
    /// In which citation style.
    Style,
    /// From which day on.
    From,
    /// Up to which day.
    To,
    /// What has changed since which day.
    Since,
    /// As known on which day.
    AsOf,
    /// Whether a picture comes with the answer.
    Picture,
    /// In which language.
    Lang,
    /// Whether others see the answer.
    Share,
    /// Which page of a long answer, from 1.
    Page,
}

impl Key {
    /// Every option, in the order in which they are written.
    pub const ALL: [Self; 15] = [
        Self::View,
        Self::By,
        Self::Claim,
        Self::Topic,
        Self::Name,
        Self::Query,
        Self::Style,
        Self::From,
        Self::To,
        Self::Since,
        Self::AsOf,
        Self::Picture,
        Self::Lang,
        Self::Share,
        Self::Page,
    ];

    /// Its name, which is also that of the Discord option.
    pub fn name(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::By => "by",
            Self::Claim => "claim",
            Self::Topic => "topic",
            Self::Name => "name",
            Self::Query => "query",
            Self::Style => "style",
            Self::From => "from",
            Self::To => "to",
            Self::Since => "since",
            Self::AsOf => "as_of",
            Self::Picture => "picture",
            Self::Lang => "lang",
            Self::Share => "share",
            Self::Page => "page",
        }
    }

    /// The option of this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|key| key.name().eq_ignore_ascii_case(name))
    }
}
