### Words of the command line and its prompt.

terminal-welcome = Sumber answers questions about: { $title }. Facts known up to { $date }.
terminal-how = Ask in your own words, or with a command such as { $example }. Tab completes; “help” lists the commands, “quit” leaves.
terminal-go-live = DISCORD_TOKEN is not set, so nothing goes to Discord. To answer there, make an application at { $url } and start again with its bot's token in DISCORD_TOKEN (or in a file .env).
terminal-preview = The preview is at { $address } – open it in a browser. Ctrl-C stops it.
terminal-exposed = Warning: others can reach this address. Whoever opens it can ask, and can see where the fact file has problems.
terminal-help = Commands:
terminal-options = Options:
terminal-option-part = Which part of a list with more than 150 entries
terminal-option-page = Which page of a long answer
terminal-interrupted = To leave, type “quit” or press Ctrl-D.
terminal-bye = Until next time.
terminal-no-token = DISCORD_TOKEN is not set. Make an application at { $url }, copy its token (Bot, Reset Token), and put it into DISCORD_TOKEN or a file .env.
terminal-unchanged = Discord already has these commands; nothing was sent.
terminal-sent = { $n ->
    [one] One command was sent to Discord.
   *[other] { $number } commands were sent to Discord.
}

terminal-setup-application = Application: { $name }
terminal-setup-key = Public key for signed HTTP, not a secret; put this line into the file .env:
terminal-setup-wrong-key = Warning: DISCORD_PUBLIC_KEY is not the public key of this application, so every signed request is refused. The right line for the file .env is:
terminal-setup-called = Discord calls { $url } and sends nothing over the gateway. --clear-endpoint changes that.
terminal-setup-changes = To change:
terminal-setup-nothing = Everything is set up; there is nothing to change.
terminal-setup-description = Description: “{ $new }”
terminal-setup-description-instead = Description: “{ $new }” instead of “{ $old }”
terminal-setup-description-kept = Not changed: somebody wrote the description by hand, “{ $old }”. With --replace it becomes “{ $new }”
terminal-setup-tags = Tags: { $new }
terminal-setup-tags-instead = Tags: { $new } instead of { $old }
terminal-setup-tags-kept = Not changed: somebody chose the tags by hand, { $old }. With --replace they become { $new }.
terminal-setup-install = Installation: on servers and for people's own accounts, with the scope { $scope }
terminal-setup-commands = { $n ->
    [one] Commands: one is registered in place of those at Discord
   *[other] Commands: { $number } are registered in place of those at Discord
}
terminal-setup-endpoint = Endpoint: { $new }, which Discord tests at once and then calls; nothing comes over the gateway any more
terminal-setup-endpoint-none = Endpoint: none in place of { $old }; everything comes over the gateway again
terminal-setup-question = Make these changes? [y/N]
terminal-setup-done = Done.
terminal-setup-ignored = Discord accepted the changes but did not keep all of them. See { $url }.
terminal-setup-declined = Nothing was changed.
terminal-setup-unasked = Nothing was changed, because nobody answered. Add --yes to make the changes without a question.
terminal-setup-invite = Add the bot to a server or to your account: { $url }
terminal-setup-by-hand = What is left to do by hand, if you like: the name, the picture, and the links to the terms and the privacy policy, at { $url }
terminal-setup-address = “{ $url }” is not an endpoint. Write it like https://bot.example.org/interactions, or use --clear-endpoint to have none.
terminal-setup-endpoint-refused = Discord tested { $url } and did not get the right answers, so the endpoint stays as it was. Start the bot for signed HTTP (DISCORD_PUBLIC_KEY={ $key } and, if it has a token too, discord.wire = "http" in the settings), make sure that this address leads to it, and run this again.
terminal-setup-refused = Discord refused this: { $why }. Change the settings by hand at { $url }, or report it to those who make Sumber.
terminal-setup-unavailable = Discord did not answer as it should: { $why }. Check the connection and https://discordstatus.com, then run this again.
terminal-twice = Warning: people see commands twice where they are registered for a server and for all servers. “sumber commands --clear --guild ID” removes those of a server.
terminal-clear = Discord has no commands there; nothing was removed.
terminal-removed = { $n ->
    [one] One command was removed from Discord.
   *[other] { $number } commands were removed from Discord.
}

# What `sumber new` writes into a new fact file, with an example about an invented clock.
new-about = Who says what about this, when, and where it can be read. Say here what the collection holds and what it does not.
new-report = Tell us which claim is wrong, what it should say, and where that can be read.
new-topic-question = Who says what about “{ $topic }”?
new-topic-description = Who says what about “{ $topic }”
new-town = the town of Eastport
new-mayor = mayor
new-clock = The clock of the town hall has been running again since 1 May 2024.
new-clock-wrong = The clock of the town hall loses seven minutes a day.
