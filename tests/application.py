"""Checks what `sumber setup` sends against Discord's own description: application.py SPEC FILE, one body to a line."""

import json
import sys

from jsonschema import Draft202012Validator

spec_path, payload_path = sys.argv[1:]
with open(spec_path, encoding="utf-8") as file:
    spec = json.load(file)
form = spec["components"]["schemas"]["ApplicationFormPartial"]
# The written documentation and Discord's own responses have the description as plain text; the description of the
# interface has it as an object with the text under `default`.
texts = form["properties"]["description"]["properties"]["default"]
form["properties"]["description"] = {"oneOf": [texts, form["properties"]["description"]]}
form["additionalProperties"] = False
validator = Draft202012Validator({"$ref": "#/components/schemas/ApplicationFormPartial", **spec})
with open(payload_path, encoding="utf-8") as file:
    bodies = [json.loads(line) for line in file]
problems = [f"{index}: {error.json_path}: {error.message}" for index, body in enumerate(bodies) for error in validator.iter_errors(body)]
if problems or not bodies:
    sys.exit("\n".join(problems) or "no body was kept")
print(f"{len(bodies)} bodies, no problem")
