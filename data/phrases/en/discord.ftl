### Discord's own words.

application-description = Sourced summaries about “{ $title }”: who said it, when, who denies it, and where it can be read. It gives no verdict of its own. Type /help to see what you can ask.
application-tags = facts, sources, citations, research, news

sorry-title = Sorry
sorry-form = I have no forms, so I cannot read this one. You can ask with a command:
sorry-unknown = Discord sent something that I do not know yet. You can ask with a command:
sorry-command = I have no such command any more. You can ask with one of these:
sorry-option = This command has changed, and I no longer know one of the options. Here is your question without it:
sorry-option-way = Ask without it
slow-down = That is more than I can answer at once, so please wait a few seconds and try again.
sorry-failed = Something went wrong on my side, and I could not make this answer. It has been noted. Please try again.
press-outdated = This button is from an older version, and I cannot read it any more. You can ask again with a command:

button-share = Share here
button-shared = Shared
button-cite = Cite
button-remove = Remove
button-previous = ‹ Previous
button-next = Next ›
button-page = Open page
menu-claims = Open a statement …
menu-views = Other views …
menu-both = Other views and statements …
menu-styles = Citation style …
shared-by = Shared by { $who }
share-lately = This answer was shared here a moment ago. It is not posted twice.
share-lately-command = This answer was shared here a moment ago, so only you see it this time.
share-busy = Several answers were shared here just now, so please share this one in a minute.
share-busy-command = Several answers were shared here just now, so only you see this one.
share-hushed = Discord shows what I post here to you alone, because I am not installed on this server. You can copy this text instead:
share-hushed-command = Discord shows this answer to you alone, because I am not installed on this server. “Cite” gives you text to copy.
removed = This answer has been removed by whoever shared it or by a moderator.
remove-refused = Only whoever shared this answer, or somebody who may manage messages here, can remove it.
cite-panel = To copy: { $style }
