//! Thousands of claims are read beside the answers, not before them.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::edition::{Edition, claim};
use crate::fake_discord::FakeDiscord;
use crate::over_http;
use crate::place::{Way, folder, save};
use crate::program::PATIENCE;
use crate::revision;

const CLAIMS: usize = 2_000;

#[test]
fn answers_keep_coming_while_thousands_of_claims_are_read() {
    let path = folder("large").join("facts.toml");
    let small = Edition::new(1);
    save(&path, &small.text, Way::InPlace);
    let discord = FakeDiscord::start();
    let (program, caller) = over_http(&discord, &path);
    let claims =
        (0..CLAIMS).map(|number| claim(&format!("many-{number}"), &format!("{number} cars")));
    save(
        &path,
        &(small.text + &claims.collect::<String>()),
        Way::Rename,
    );
    let asked = json!({"id": "1", "token": "t", "type": 2, "data": {"name": "bridge"}});
    let (begun, mut answers, mut slowest) = (Instant::now(), 0, Duration::ZERO);
    while revision(caller) == small.revision {
        let asking = Instant::now();
        assert_eq!(caller.interact(&asked).status, 200);
        slowest = slowest.max(asking.elapsed());
        answers += 1;
        // Other tests may be using the processor.
        assert!(begun.elapsed() < 3 * PATIENCE, "{}", program.said());
    }
    let whole = begun.elapsed();
    eprintln!("{answers} answers in {whole:?}, the slowest in {slowest:?}");
    // One that waits until all is read takes nearly the whole time. How long one takes is up to what else runs here.
    assert!(answers > 20, "{answers} answers in {whole:?}");
    assert!(slowest < whole / 2, "{slowest:?} of {whole:?}");
    assert_eq!(
        caller.metric("sumber_claims "),
        (CLAIMS + small.claims) as f64
    );
}
