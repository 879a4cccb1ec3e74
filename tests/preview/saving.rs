//! Saving what was filled in: what is written, by whom and when.

use std::{fs, thread};

use serde_json::{Value, json};

use crate::form::{Desk, before, statement, token};

#[test]
fn a_statement_with_a_new_source_is_shown() {
    let desk = Desk::new("shown");
    let report = desk.check(&statement());
    assert_eq!(report["problems"], json!([]), "{report}");
    assert_eq!(
        report["ids"],
        json!([
            "the-bridge-needs-another-month",
            "eastport-gazette-2024-05-04"
        ])
    );
    assert_eq!(report["dates"][0]["words"], "about 3 May 2024");
    let suggested = report["suggested"].to_string();
    assert!(
        suggested.contains("\"family\",\"value\":\"gazette\""),
        "{suggested}"
    );
    let card = report["card"].to_string();
    assert!(
        card.contains("needs another month") && card.contains("image/png"),
        "{card}"
    );
    assert_eq!(desk.text(), before(), "nothing is written by looking");
}

#[test]
fn a_statement_with_a_new_source_is_written() {
    let desk = Desk::new("written");
    let reply = desk.save(&statement());
    let text = desk.text();
    assert!(
        reply["saved"][0]["file"]
            .as_str()
            .unwrap()
            .ends_with("bridge.toml"),
        "{reply}"
    );
    let (old, new) = text
        .split_once("\n[[source]]\nid = \"eastport-gazette-2024-05-04\"\n")
        .unwrap();
    for written in reply["saved"].as_array().unwrap() {
        let line = usize::try_from(written["line"].as_u64().unwrap()).unwrap();
        let header = format!("[[{}]]", written["kind"].as_str().unwrap());
        assert_eq!(
            text.lines().nth(line - 1),
            Some(header.as_str()),
            "{written}"
        );
    }
    for comment in [
        "# What the minister said.\n",
        "# never change it\n",
        "# The end of the file.\n",
    ] {
        assert!(text.contains(comment), "{comment}: {text}");
    }
    assert!(
        before().starts_with(old)
            && new.contains("source = \"eastport-gazette-2024-05-04\"\nrole = \"origin\"\n")
    );
    assert!(
        !text.contains("note.en = \"\"") && text.contains("recorded = \"20"),
        "{text}"
    );

    let asked = json!({"id": "1", "type": 2, "data": {"name": "claim", "options": [
        {"name": "claim", "type": 3, "value": "the-bridge-needs-another-month"}]}});
    let answer = desk.asker.interact(&asked);
    assert!(
        answer.to_string().contains("needs another month"),
        "{answer}"
    );
    assert_eq!(
        answer["claims"][0]["id"], "the-bridge-needs-another-month",
        "{answer}"
    );

    // The same again has other ids.
    let again = desk.check(&statement());
    assert_eq!(again["ids"][1], "eastport-gazette-2024-05-04-2", "{again}");
}

#[test]
fn a_change_keeps_what_it_is_not_about() {
    let desk = Desk::new("changed");
    let value = desk.record("claim", "bridge-ready");
    let mut record = json!([{ "key": "main", "kind": "claim", "value": value, "before": value }]);
    let unchanged = desk.check(&record);
    assert_eq!(
        (&unchanged["changes"], &unchanged["wrong"]),
        (&json!(false), &json!(false)),
        "{unchanged}"
    );
    record[0]["value"]["text"]["en"] = json!("The bridge at Eastport is ready.");
    record[0]["value"]["evidence"]
        .as_array_mut()
        .unwrap()
        .remove(1);
    assert!(desk.save(&record)["saved"].is_array());
    let copy = "\n[[claim.evidence]]\nsource = \"gazette-copy\"\nrole = \"confirms\"\n";
    let expected = before()
        .replace(
            "The bridge at Eastport has been ready since April 2024.",
            "The bridge at Eastport is ready.",
        )
        .replacen(copy, "", 1);
    assert_eq!(desk.text(), expected);
}

#[test]
fn what_somebody_else_changed_meanwhile_is_told_and_kept() {
    let desk = Desk::new("meanwhile");
    let value = desk.record("claim", "bridge-ready");
    let mut record = json!([{ "key": "main", "kind": "claim", "value": value, "before": value }]);
    record[0]["value"]["text"]["en"] = json!("The bridge at Eastport is ready.");
    let theirs = before().replace("at a press conference", "on the radio");
    fs::write(&desk.file, &theirs).unwrap();
    let told = desk.save(&record);
    assert_eq!(
        told["changed"]["now"]["via"]["en"], "on the radio",
        "{told}"
    );
    assert_eq!(desk.text(), theirs);
    record[0]["before"] = told["changed"]["now"].clone();
    record[0]["value"]["via"]["en"] = json!("on the radio");
    assert!(desk.save(&record)["saved"].is_array());
    assert!(desk.text().contains("on the radio") && desk.text().contains("Eastport is ready."));

    let gone = theirs.replace("\"bridge-ready\"", "\"bridge-is-ready\"");
    fs::write(&desk.file, gone).unwrap();
    assert_eq!(desk.save(&record)["changed"]["now"], Value::Null);
    fs::write(&desk.file, "[[claim]\n").unwrap();
    assert!(
        desk.save(&record)["unread"]
            .as_str()
            .unwrap()
            .contains("bridge.toml")
    );
    assert_eq!(desk.text(), "[[claim]\n");
}

#[test]
fn two_saves_at_once_lose_nothing() {
    let desk = Desk::new("at-once");
    thread::scope(|scope| {
        for number in 0..4 {
            let desk = &desk;
            scope.spawn(move || {
                let mut records = statement();
                records[0]["value"]["id"] = json!(format!("month-{number}"));
                records[1]["value"]["id"] = json!(format!("union-{number}"));
                assert!(desk.save(&records)["saved"].is_array());
            });
        }
    });
    for number in 0..4 {
        assert!(
            desk.text()
                .contains(&format!("\nid = \"month-{number}\"\n"))
        );
    }
}

#[test]
fn only_the_page_on_this_machine_can_save() {
    let desk = Desk::new("guarded");
    let asker = desk.asker;
    let (host, token) = (asker.address.to_string(), token(asker));
    let page = format!("http://{host}");
    let body = json!({ "lang": "en", "records": statement() }).to_string();
    let save = |more: &[(&str, &str)]| {
        let headers = [
            &[
                ("Host", host.as_str()),
                ("Content-Type", "application/json"),
            ],
            more,
        ]
        .concat();
        asker
            .call("POST", "/preview/form/save", &headers, &body)
            .status
    };
    let (origin, mine) = (("Origin", page.as_str()), ("Sumber-Token", token.as_str()));
    assert_eq!(save(&[origin]), 403, "no token");
    assert_eq!(save(&[origin, ("Sumber-Token", "0")]), 403);
    assert_eq!(save(&[mine]), 403, "no page");
    assert_eq!(save(&[mine, ("Origin", "http://example.org")]), 403);
    assert_eq!(save(&[mine, ("Origin", "null")]), 403);
    assert_eq!(save(&[mine, origin, ("Sec-Fetch-Site", "cross-site")]), 403);
    assert_eq!(save(&[mine, origin, ("X-Forwarded-For", "192.0.2.1")]), 403);
    assert_eq!(save(&[mine, origin, ("Forwarded", "for=192.0.2.1")]), 403);
    assert_eq!(desk.text(), before());
    let headers = [("Host", host.as_str()), ("X-Forwarded-For", "192.0.2.1")];
    let offers = asker
        .call("GET", "/preview/form/offers/en", &headers, "")
        .json();
    assert_eq!(
        (&offers["may_save"], &offers["token"]),
        (&json!("elsewhere"), &Value::Null)
    );
    assert_eq!(save(&[mine, origin]), 200);
    assert_ne!(desk.text(), before());
    for odd in [
        "{",
        "[]",
        r#"{"records":[{"key":"main","kind":"topic","value":{}}]}"#,
    ] {
        let status = asker.post_to("/preview/form/check", &[], odd).status;
        assert_eq!(status, 400, "{odd}");
    }
}
