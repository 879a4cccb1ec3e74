// The start of the page: fetches phrases and commands, builds the parts, and keeps them in the chosen language.

import * as beside from "./beside.js";
import { loadCommands } from "./commands.js";
import * as composer from "./composer.js";
import { byId } from "./dom.js";
import * as form from "./form.js";
import * as payload from "./payload.js";
import * as problems from "./problems.js";
import { onChange } from "./settings.js";
import * as talk from "./talk.js";
import * as top from "./top.js";
import * as welcome from "./welcome.js";
import { loadWords } from "./words.js";

function words() {
  top.words();
  beside.words();
  composer.words();
  welcome.draw();
}

await Promise.all([loadWords(), loadCommands()]);
top.start();
beside.start();
composer.start();
talk.start();
form.start();
talk.onReply(payload.take);
words();
onChange(words);
// A command in a message that was tapped is put into the input line.
document.addEventListener("command", (event) => composer.fill(`/${event.detail} `));
document.addEventListener("show", (event) => composer.run(event.detail));
document.body.classList.add("ready");
byId("ask").focus();
await problems.start();
