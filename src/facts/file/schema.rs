//! The JSON Schema of a fact file, which editors use to complete and check it while the author types.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::Value;

use crate::facts::written;

/// The JSON Schema (draft 2020-12) of one part of a fact file.
pub fn schema() -> Value {
    SchemaSettings::draft2020_12()
        .with_transform(RecursiveTransform(without_null))
        .into_generator()
        .into_root_schema_for::<written::File>()
        .to_value()
}

/// Removes null from the schema: TOML has no null, so a key is either given or left out.
fn without_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(choices)) = schema.get("anyOf") else {
        return;
    };
    let real: Vec<&Value> = choices
        .iter()
        .filter(|choice| choice.get("type") != Some(&Value::from("null")))
        .collect();
    if let [Value::Object(only)] = real.as_slice() {
        let only = only.clone();
        schema.remove("anyOf");
        only.into_iter().for_each(|(key, value)| {
            schema.insert(key, value);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_names_what_must_be_there_and_knows_no_null() {
        let schema = schema();
        let draft = schema["$schema"].as_str().unwrap();
        assert!(draft.ends_with("/draft/2020-12/schema"), "{draft}");
        let link = &schema["$defs"]["Link"];
        assert_eq!(link["required"], serde_json::json!(["type", "to"]));
        assert_eq!(link["additionalProperties"], false);
        assert!(!schema.to_string().contains("\"null\""));
    }

    #[test]
    fn every_key_is_explained() {
        let schema = schema();
        for (name, record) in schema["$defs"].as_object().unwrap() {
            for (key, value) in record["properties"].as_object().into_iter().flatten() {
                assert!(value["description"].is_string(), "{name}.{key}");
            }
        }
    }
}
