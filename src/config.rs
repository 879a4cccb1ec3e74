//! The configuration, from a settings file and then the environment. Secrets come only from the environment.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::facts::{Lang, known_language};
use crate::serve::{LISTEN, Secret, Settings, ShardRange, Wire, web_address};

/// The default settings file.
const DEFAULT: &str = "config/sumber.toml";

/// The configuration of the program.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The paths of the dossiers; the facts inside the program if there is none.
    pub facts: Vec<PathBuf>,
    /// The settings of the bot.
    pub settings: Settings,
}

/// Why the settings cannot be used, in one line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unusable(String);

/// The settings file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct SettingsFile {
    #[serde(deserialize_with = "language")]
    language: Option<Lang>,
    #[serde(deserialize_with = "places")]
    facts: Vec<PathBuf>,
    #[serde(deserialize_with = "public_url")]
    public_url: Option<String>,
    reply_cache: Option<u32>,
    discord: Discord,
    http: Http,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Discord {
    #[serde(deserialize_with = "api")]
    api: Option<String>,
    share_pause: Option<u32>,
    shards: Option<ShardRange>,
    wire: Option<Wire>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Http {
    #[serde(deserialize_with = "listen")]
    listen: Option<String>,
    tolerance: Option<u32>,
    key_tables: Option<bool>,
}

impl Config {
    /// Reads the settings file and then the environment, to which a file `.env` is added. `listen` and
    /// `shards` are from the command line.
    ///
    /// # Errors
    ///
    /// What is wrong with the file or the environment, and where.
    pub fn load(
        path: Option<&Path>,
        listen: Option<String>,
        shards: Option<ShardRange>,
    ) -> Result<Self, Unusable> {
        // Docker makes a folder of a file that is to be mounted and is not there.
        if fs::read_dir(".env").is_ok_and(|mut inside| inside.next().is_none()) {
            let why = ".env is an empty folder; put a file in its place, or remove it";
            return Err(Unusable(why.to_owned()));
        }
        // A missing `.env` is normal; a broken one is an error.
        if let Err(why) = dotenvy::dotenv()
            && !why.not_found()
        {
            return Err(Unusable(env_file_problem(&why)));
        }
        let mut config = Self::of_file(path)?;
        let settings = &mut config.settings;
        let set = |name: &str| env::var(name).ok().filter(|value| !value.trim().is_empty());
        settings.api = set("DISCORD_API").or(settings.api.take());
        settings.token = set("DISCORD_TOKEN").map(|token| Secret::new(&token));
        settings.key = set("DISCORD_PUBLIC_KEY");
        settings.listen_asked = listen.is_some();
        settings.listen = listen.or(settings.listen.take());
        settings.shards = shards.or(settings.shards);
        Ok(config)
    }

    /// Reads the settings file at `path`, or `config/sumber.toml` if there is one, and nothing else.
    ///
    /// # Errors
    ///
    /// What is wrong with the file, and where.
    pub fn of_file(path: Option<&Path>) -> Result<Self, Unusable> {
        let file = path.unwrap_or(Path::new(DEFAULT));
        if path.is_none() && !file.exists() {
            return Ok(Self::default());
        }
        Self::read(&text(file)?)
            .map_err(|Unusable(why)| Unusable(format!("{}: {why}", file.display())))
    }

    /// Reads the settings of a file.
    fn read(text: &str) -> Result<Self, Unusable> {
        let file: SettingsFile = toml::from_str(text).map_err(|error| {
            let before = error
                .span()
                .and_then(|span| text.get(..span.start))
                .unwrap_or_default();
            let line = 1 + before.matches('\n').count();
            Unusable(format!("line {line}: {}", error.message()))
        })?;
        let (discord, http) = (file.discord, file.http);
        let seconds = |seconds: u32| Duration::from_secs(seconds.into());
        let defaults = Settings::default();
        let settings = Settings {
            wire: discord.wire,
            shards: discord.shards,
            language: file.language,
            api: discord.api,
            listen: http.listen,
            tolerance: http.tolerance.map_or(defaults.tolerance, seconds),
            key_tables: http.key_tables.unwrap_or(defaults.key_tables),
            public_url: file.public_url,
            reply_cache: file.reply_cache.unwrap_or(defaults.reply_cache),
            share_pause: discord.share_pause.map_or(defaults.share_pause, seconds),
            ..defaults
        };
        let facts = file.facts;
        Ok(Self { facts, settings })
    }
}

/// A text of the settings file that is checked where it is read, so that its line is told.
fn checked<'de, D: Deserializer<'de>, T>(
    value: D,
    check: impl FnOnce(&str) -> Result<T, Unusable>,
) -> Result<T, D::Error> {
    check(&String::deserialize(value)?).map_err(D::Error::custom)
}

fn language<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Lang>, D::Error> {
    checked(value, |code| {
        let wrong = |help| Unusable(format!("language “{code}”: {help}"));
        known_language(code).map(Some).map_err(wrong)
    })
}

/// A path, or a list of paths.
fn places<'de, D: Deserializer<'de>>(value: D) -> Result<Vec<PathBuf>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "facts: write a path, or a list of paths")]
    enum Places {
        One(PathBuf),
        Several(Vec<PathBuf>),
    }
    Ok(match Places::deserialize(value)? {
        Places::One(place) => vec![place],
        Places::Several(places) => places,
    })
}

fn public_url<'de, D: Deserializer<'de>>(value: D) -> Result<Option<String>, D::Error> {
    checked(value, |text| address(text).map(Some))
}

fn api<'de, D: Deserializer<'de>>(value: D) -> Result<Option<String>, D::Error> {
    checked(value, |text| {
        let wrong = || {
            Unusable(format!(
                "discord.api “{text}”: write an http or https address"
            ))
        };
        match text.trim().is_empty() || web_address(text).is_some() {
            true => Ok(Some(text.to_owned())),
            false => Err(wrong()),
        }
    })
}

/// An address with its port; an empty text is none.
fn listen<'de, D: Deserializer<'de>>(value: D) -> Result<Option<String>, D::Error> {
    checked(value, |text| {
        let wrong = || Unusable(format!("http.listen “{text}”: write it like {LISTEN}"));
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let (host, port) = text.rsplit_once(':').ok_or_else(wrong)?;
        match !host.is_empty() && port.parse::<u16>().is_ok() {
            true => Ok(Some(text.to_owned())),
            false => Err(wrong()),
        }
    })
}

/// Parses the address of a site and removes slashes at its end.
///
/// # Errors
///
/// That it is not an http or https address, or has a query, a fragment or a user.
pub fn address(text: &str) -> Result<String, Unusable> {
    let text = text.trim();
    let wrong = || {
        Unusable(format!(
            "public address “{text}”: write it like https://example.org or https://example.org/facts"
        ))
    };
    let url = web_address(text).ok_or_else(wrong)?;
    let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    if !plain || url.password().is_some() {
        return Err(wrong());
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

/// The text of the file at `path`.
///
/// # Errors
///
/// That nothing is there, that it is a folder, that it is not text in UTF-8, or what the system says.
fn text(path: &Path) -> Result<String, Unusable> {
    let place = path.display();
    // Some systems fail to open a folder and others to read it, so check first.
    if path.is_dir() {
        return Err(Unusable(format!(
            "{place} is a folder; name a file in it instead"
        )));
    }
    fs::read_to_string(path).map_err(|why| {
        Unusable(match why.kind() {
            ErrorKind::NotFound => format!("there is nothing at {place}; check its name"),
            ErrorKind::InvalidData => {
                format!("{place} is not text in UTF-8; save it as UTF-8")
            }
            _ => format!("{place} cannot be read: {why}"),
        })
    })
}

/// What is wrong with `.env`: only the number of the line, because its text may hold a secret.
fn env_file_problem(why: &dotenvy::Error) -> String {
    const HELP: &str = "write NAME=value on a line of its own";
    match why {
        dotenvy::Error::LineParse(..) => match broken_line() {
            Some(line) => format!("the file .env cannot be read at line {line}: {HELP}"),
            None => format!("the file .env cannot be read: {HELP}"),
        },
        dotenvy::Error::Io(why) if why.kind() == ErrorKind::InvalidData => {
            "the file .env is not text in UTF-8; save it as UTF-8".to_owned()
        }
        dotenvy::Error::Io(why) => format!("the file .env cannot be read: {why}"),
        // The remaining errors do not come from reading a file, and may quote it.
        _ => format!("the file .env cannot be read: {HELP}"),
    }
}

/// The number of the line of `.env` that cannot be parsed, which dotenvy does not tell: the line after the longest
/// beginning of the file that can be parsed.
fn broken_line() -> Option<usize> {
    let here = env::current_dir().ok()?;
    let mut files = here.ancestors().map(|folder| folder.join(".env"));
    let text = fs::read_to_string(files.find(|file| file.is_file())?).ok()?;
    let text = text.trim_start_matches('\u{feff}');
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let good = |count: &usize| {
        let beginning: String = lines.iter().take(*count).copied().collect();
        dotenvy::from_read_iter(beginning.as_bytes()).all(|item| item.is_ok())
    };
    (0..lines.len()).rev().find(good).map(|count| count + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_settings_change_nothing() {
        let config = Config::read(include_str!("../config/sumber.toml")).unwrap();
        let settings = &config.settings;
        assert!(settings.language.is_none() && config.facts.is_empty() && settings.api.is_none());
    }

    #[test]
    fn a_public_address_is_one_of_the_web() {
        let check = |text: &str| address(text).ok();
        assert_eq!(
            check(" https://Example.org/ "),
            Some("https://example.org".into())
        );
        assert_eq!(
            check("http://example.org/facts/"),
            Some("http://example.org/facts".into())
        );
        let refused = [
            "example.org",
            "ftp://example.org",
            "https://a:b@example.org",
            "https://example.org?x",
            "https://example.org#x",
            "",
        ];
        assert!(refused.iter().all(|text| check(text).is_none()));
        let wrong = Config::read("public_url = \"x\"").unwrap_err();
        assert!(wrong.to_string().contains("https://example.org"));
    }

    #[test]
    fn a_mistake_in_the_file_is_told_with_its_line() {
        let wrong = |text: &str| Config::read(text).unwrap_err().to_string();
        assert_eq!(
            wrong("language = \"french\""),
            "line 1: language “french”: did you mean fr, which is French?"
        );
        for (text, told) in [
            ("\npublic_url = \"x\"", "line 2: public address “x”"),
            ("[http]\nlisten = \"8080\"", "line 2: http.listen “8080”"),
            ("[http]\nlisten = \"a:b\"", "line 2: http.listen “a:b”"),
            ("[discord]\n\napi = \"x\"", "line 3: discord.api “x”"),
        ] {
            let said = wrong(text);
            assert!(said.starts_with(told), "{said}");
        }
        assert_eq!(
            wrong("[discord]\nwire = \"post\""),
            "line 2: unknown variant `post`, expected `gateway` or `http`"
        );
        let shards = wrong("[discord]\nshards = \"4-7/4\"");
        assert!(shards.starts_with("line 2: shards “4-7/4”"), "{shards}");
        assert!(wrong("\n\nlanguge = \"id\"").starts_with("line 3: unknown field"));
        assert!(
            wrong("[discord]\ntoken = \"x\"").contains("unknown field"),
            "no secrets in files"
        );
    }

    #[test]
    fn where_and_how_to_listen_is_read() {
        let text = "[discord]\nwire = \"http\"\n[http]\nlisten = \"[::]:80\"\ntolerance = 0\nkey_tables = false";
        let settings = Config::read(text).unwrap().settings;
        assert_eq!(settings.wire, Some(Wire::Http));
        assert_eq!(settings.listen.as_deref(), Some("[::]:80"));
        assert_eq!(settings.tolerance, Duration::ZERO);
        assert!(!settings.key_tables && Settings::default().key_tables);
    }
}
