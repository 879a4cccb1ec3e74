### Words of the command line and its prompt.

terminal-welcome = Sumber answers questions about: { $title }. Facts known up to { $date }.
terminal-how = Ask with a command such as { $example }. Tab completes; “help” lists the commands, “quit” leaves.
terminal-go-live = DISCORD_TOKEN is not set, so nothing goes to Discord. To answer there, make an application at { $url } and start again with its bot's token in DISCORD_TOKEN (or in a file .env).
terminal-preview = The preview is at { $address } – open it in a browser. Ctrl-C stops it.
terminal-exposed = Warning: others can reach this address. Whoever opens it can ask, and can see where the fact file has problems.
terminal-help = Commands:
terminal-options = Options:
terminal-option-page = Which page of a long answer
terminal-interrupted = To leave, type “quit” or press Ctrl-D.
terminal-bye = Until next time.
terminal-no-token = DISCORD_TOKEN is not set. Make an application at { $url }, copy its token (Bot, Reset Token), and put it into DISCORD_TOKEN or a file .env.
terminal-unchanged = Discord already has these commands; nothing was sent.
terminal-sent = { $n ->
    [one] One command was sent to Discord.
   *[other] { $number } commands were sent to Discord.
}
terminal-twice = Warning: people see commands twice where they are registered for a server and for all servers. “sumber commands --clear --guild ID” removes those of a server.
terminal-clear = Discord has no commands there; nothing was removed.
terminal-removed = { $n ->
    [one] One command was removed from Discord.
   *[other] { $number } commands were removed from Discord.
}
