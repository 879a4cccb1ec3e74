### Answers: headings, notices, views, options.

as-known-on = as known on { $date }
heading-said = Said
heading-denied = Denied
heading-confirmed = Confirmed
heading-differs = Differs
heading-sources = Sources
heading-copies = Copies of other sources, not counted

view-overview = Overview
view-claims = Claims
view-denials = Denials
view-timeline = Timeline
view-quotes = Quotes
view-figures = Figures
view-sources = Sources

language-name = English

option-view = Which aspect of it
option-as-of = As known on a day, month or year, such as 2024-10-18
option-lang = Language of the answer
option-share = Let everybody here see the answer

notice-beyond = The facts are known up to { $date }; nothing later is recorded.
notice-later = { $n ->
    [one] One later statement is left out.
   *[other] { $number } later statements are left out.
}
nothing-by-then = Nothing was known about this by { $date }. The first statement became known on { $first }.
nothing-overview = Nothing was known about this by then.
nothing-claims = Nobody is recorded as having said so by then.
nothing-denials = No denial is recorded by then.
nothing-timeline = Nothing was known about this by then.
nothing-quotes = No exact words are recorded by then.
nothing-figures = No numbers are recorded by then.
nothing-sources = No source was out by then.

footer-shown = { $n } of { $total } claims
footer-reviewed = facts known up to { $date }
footer-inferred = † date worked out, not printed in full
source-carries = { $n ->
    [one] For one claim here.
   *[other] For { $number } claims here.
}
way-latest = Latest

unknown-command-title = There is no such command
unknown-command = I do not know “{ $name }”. These are the nearest:
unknown-command-far = I do not know “{ $name }”. These are the commands:
unknown-view-title = There is no such view
unknown-view = I do not know the view “{ $name }”. These are the nearest:
unknown-view-far = I do not know the view “{ $name }”. These are the views:
unknown-day-title = I cannot read that day
unknown-day = “{ $name }” is not a day, month or year that I can read. Write it like 2024-10-18, 2024-10 or 18 October 2024. These are days on which something changed:
unknown-day-either = “{ $name }” may mean { $days }. Choose one, or write it like 2024-10-18 or 18 October 2024. The days after them are some on which something changed:
unknown-language-title = I do not speak that language
unknown-language = I do not know the language “{ $name }”. I speak:
unreadable-title = I cannot read that question
unreadable-empty = Ask with a command, such as { $example }. These are the topics:
unreadable-sentence = I answer commands such as { $example }, not sentences. This may be about:
unreadable-sentence-far = I answer commands such as { $example }, not sentences. These are the topics:
unreadable-option = There is no option “{ $name }”. Did you mean { $options }?
unreadable-option-far = There is no option “{ $name }”. The options are { $options }.
unreadable-or-two = { $first } or { $second }
unreadable-or-many = { $start } or { $last }
unreadable-loose = “{ $word }” belongs to no option. Write options like view:denials or as_of:2024-10-18.
nothing-at-all = Nothing is recorded about this yet.
