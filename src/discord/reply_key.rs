//! What decides a reply that does not depend on who asks, when and where, so that it can be kept and given again.

use super::interaction::{Command, Component, Interaction, Kind};
use super::{Settings, language};
use crate::facts::{Lang, Languages};
use crate::query::{CustomId, Key};

/// What decides the reply to an interaction. It holds no id and no token, so neither does a reply that is made from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReplyKey {
    /// The language if the question names none.
    lang: Lang,
    kind: Kind,
}

impl ReplyKey {
    /// The key of the reply to an interaction; `None` if the reply may name the person, be seen by a channel, change
    /// another message or be about a message that somebody wrote.
    pub fn of(
        languages: &Languages,
        settings: Settings<'_>,
        interaction: &Interaction,
    ) -> Option<Self> {
        let kind = match &interaction.kind {
            Kind::Command(command) if may_be_public(command) => return None,
            Kind::MessageCommand(_) => return None,
            Kind::Component(component) => Kind::Component(private(component)?),
            kind => kind.clone(),
        };
        Some(Self {
            lang: language(languages, settings, interaction, false),
            kind,
        })
    }

    /// An interaction with this key.
    pub fn interaction(&self) -> Interaction {
        Interaction {
            locale: Some(self.lang.code().to_owned()),
            kind: self.kind.clone(),
            ..Interaction::default()
        }
    }

    /// About how many bytes it takes.
    pub fn size(&self) -> usize {
        let texts = match &self.kind {
            Kind::Command(command) | Kind::Autocomplete(command) => {
                let of = |value: &Option<String>| value.as_ref().map_or(0, String::len);
                let options = command.options.iter();
                let options = options.map(|one| size_of_val(one) + one.name.len() + of(&one.value));
                command.name.len() + options.sum::<usize>()
            }
            Kind::Component(component) => component.custom_id.len(),
            _ => 0,
        };
        size_of::<Self>() + texts
    }
}

/// Whether the answer may be for everyone in the channel.
fn may_be_public(command: &Command) -> bool {
    let mut options = command.options.iter();
    options.any(|option| Key::parse(&option.name) == Some(Key::Share))
}

/// A press that opens an answer or its sources for the person alone, without the id of the message.
fn private(component: &Component) -> Option<Component> {
    match component.custom_id.parse().ok()? {
        CustomId::Open(_) | CustomId::Cite(_) => Some(Component {
            message: None,
            ..component.clone()
        }),
        CustomId::Share(_) | CustomId::Hide { by: _, what: _ } => None,
    }
}
