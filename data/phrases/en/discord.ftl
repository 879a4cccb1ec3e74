### Discord's own words.

sorry-title = Sorry
sorry-form = I have no forms, so I cannot read this one. You can ask with a command:
sorry-unknown = Discord sent something that I do not know yet. You can ask with a command:
sorry-command = I have no such command any more. You can ask with one of these:
sorry-option = This command has changed, and I no longer know one of the options. Here is your question without it:
sorry-option-way = Ask without it
sorry-failed = Something went wrong on my side, and I could not make this answer. It has been noted. Please try again.
press-outdated = This button is from an older version, and I cannot read it any more. You can ask again with a command:
