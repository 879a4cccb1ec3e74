### Answers: headings, notices, views, options.

as-known-on = as known on { $date }
heading-said = Said
heading-denied = Denied
heading-replies = Answered
heading-confirmed = Confirmed
heading-differs = Differs
heading-over-time = Numbers over time
heading-sources = Sources
heading-copies = Copies of other sources, not counted

view-short = Short answer
view-full = More
view-details = Details
view-claims = Statements
view-denials = Denials
view-timeline = Timeline
view-quotes = Quotes
view-figures = Figures
view-sources = Sources

language-name = English

option-view = Which view of it
option-as-of = As known on a day, month or year, such as 2024-05-02
option-lang = Language of the answer
option-picture = Also as a picture, to be saved or shown elsewhere
option-dossier = From which dossier
option-share = Let everybody here see the answer

notice-beyond = The facts are known up to { $date }; nothing later is recorded.
notice-part = Numbers { $first } to { $last } of { $entries } in this list.
notice-later = { $n ->
    [one] One statement from later sources is left out.
   *[other] { $number } statements from later sources are left out.
}
nothing-by-then = No statement recorded here was known by { $date }. The first became known on { $first }.
nothing-short = No statement recorded here was known by then.
nothing-full = No statement recorded here was known by then.
nothing-claims = Nobody is recorded as saying so by then.
nothing-denials = No denial is recorded.
nothing-timeline = No statement recorded here was known by then.
nothing-quotes = No exact words are recorded by then.
nothing-figures = No numbers are recorded by then.
nothing-sources = No source had been published by then.

footer-shown = { $n ->
    [one] one statement
   *[other] { $shown } of { $number } statements
}
footer-reviewed = facts known up to { $date }
footer-inferred = † date worked out, not printed in full
footer-revision = revision { $revision }
source-carries = { $n ->
    [one] For one statement here.
   *[other] For { $number } statements here.
}
way-part = { $first }–{ $last } of { $entries }
way-latest = Latest

unknown-command-title = There is no such command
unknown-command = I do not know “{ $name }”. These are the nearest:
unknown-command-far = I do not know “{ $name }”. These are the commands:
unknown-view-title = There is no such view
unknown-view = I do not know the view “{ $name }”. These are the nearest:
unknown-view-far = I do not know the view “{ $name }”. These are the views:
unknown-day-title = I cannot read that day
unknown-day = “{ $name }” is not a day, month or year that I can read. Write it like 2024-05-02, 2024-05 or 2 May 2024. These are days on which something changed:
unknown-day-either = “{ $name }” may mean { $days }. Choose one, or write it like 2024-05-02 or 2 May 2024. Some days on which something changed follow:
unknown-day-relative = The facts go by dates and are known up to { $date }, so they have no “{ $name }”. Write a day like 2024-05-02 or 2 May 2024. These are days on which something changed:
unknown-language-title = I do not speak that language
unknown-language = I do not know the language “{ $name }”. I speak:
unknown-option-title = There is no such option
unknown-option = There is no option “{ $name }”. Did you mean { $options }?
unknown-option-far = There is no option “{ $name }”. The options are { $options }.
loose-word-title = I cannot read all of that
loose-word = “{ $word }” belongs to no option. Write options like view:denials or as_of:2024-05-02.
unreadable-or-two = { $first } or { $second }
unreadable-or-many = { $start } or { $last }
nothing-at-all = Nothing is recorded about this yet.

command-ask = Ask in your own words, in { $languages }
command-topic = Any topic, also one without a command of its own
command-search = Find statements by words, names or ids, in { $languages }
command-claim = One statement whole: who, when, sources, how it stands, what answers it
command-sides = Who says so, who denies it, who confirms it and who does not
command-who = What somebody said, denied and confirmed, and who answered
command-timeline = Statements in order of time, or by the events they are about
command-quotes = Exact words with their translation, by speaker, topic or words
command-figures = Every number, by who gave it and when
command-sources = Where all of it can be read, in the citation style you need
command-changes = What was said, confirmed, denied, revised or withdrawn since a day
command-about = What these facts are, up to when, and how to report a mistake
command-help = Every command in one line
command-related = What is recorded about the subject of a message, whoever says it

option-by = By statement or by event
option-claim = Which statement: words from it, or its id
option-topic = About which topic
option-name = Which person, state, body, agency or company
option-query = Words, in { $languages }; typos are fine
option-question = Your question, in { $languages }
option-style = Citation style
option-from = From a day, month or year on, such as 2024-05
option-to = Up to a day, month or year, such as 2024-12-31
option-since = Since a day, month or year, such as 2025-01-01

by-statement = By statement
by-event = By event
timeline-of-events = Timeline of events
from-day = from { $date }
to-day = up to { $date }
notice-no-event = { $n ->
    [one] One statement is about no dated event and is left out.
   *[other] { $number } statements are about no dated event and are left out.
}
nothing-timeline-here = Nothing is recorded that fits all of this.
nothing-quotes-here = No exact words are recorded that fit all of this.

heading-posts = Posts
post-speaking = when speaking, { $date }
post-from = as of { $date }
heading-passed-on = Passed on by others
heading-about = About { $name }
heading-answers = Answered by
heading-answered = Refers to
heading-supports = Speaks for it
heading-of-whole = On the wider statement
heading-qualified = Qualified or overtaken
heading-nearest = Nearest
heading-found = Found
heading-standing = How it stands
heading-evidence = Sources and what each adds
heading-linked = Linked statements
heading-history = History
heading-new = New statements
heading-new-confirmed = New confirmations
heading-new-denied = New denials
heading-revised = Revised
heading-topics = Topics
heading-commands = Commands

speaker-person = Person
speaker-state = State
speaker-body = Public body or organisation
speaker-agency = News agency
speaker-company = Company or news outlet
nothing-by-speaker = Nothing by { $name } is recorded by then; below is what others say.
nothing-of-speaker = Nothing by or about { $name } is recorded by then.

sides-title = Sides
sides-question = Who says so, who denies it, who confirms it?
sides-of-what-title = Sides of what?
sides-of-what = Choose a topic, or name a statement with claim:. These are the topics:
turned-since = Has since said otherwise: { $names }

claim-of-what-title = Which statement?
claim-of-what = Name one with claim:, by words from it or by its id. For example:
claim-not-yet = This was not known by { $date }. It became known on { $first }.
why-happened = Date of the event: { $why }
counted-origins = Counted: { $names }
counted-no-copies = { $n ->
    [one] Not counted: one copy of another source
   *[other] Not counted: { $number } copies of other sources
}
counted-none-before = { $n ->
    [one] Not counted: one source that came out before the statement
   *[other] Not counted: { $number } sources that came out before the statement
}
evidence-copy = A copy of another source; it never counts
evidence-before = Came out before the statement; it does not count for it
evidence-before-event = Came out before the event; it does not count for it
permanent-id = id: { $id }
known-since = Known since { $date }
recorded-on = Recorded on { $date }

changes-title = Since { $date }
nothing-changed = Nothing has changed since { $date }.

search-title = Search results
search-for = You searched for: { $words }
search-empty = Say what to look for, such as a name, a place or a few words. These are the topics:
search-shortened = That is a long text; I looked for “{ $words }”.
search-corrected = I read “{ $typed }” as “{ $read }”.
search-unknown = Nothing recorded has { $words }.
search-nothing = I found nothing for “{ $words }”. These are the nearest words I know, and the topics:
search-nothing-near = I found nothing for “{ $words }”. These are the topics:
search-nothing-yet = Nothing about “{ $words }” was known by { $date }; there is something later. These are the topics:
search-matched = “{ $word }” ({ $place })
search-why = Matched { $matches }
place-text = its words
place-quote = a quotation
place-speaker = speaker
place-about = about
place-topic = topic
place-where = place
place-source = source
place-note = a note on a source
place-id = id
place-channel = channel
place-figure = a number
place-when = date
place-kind = what is done

related-title = Related facts
related-notice = This does not check the message. It lists what is recorded about the same subject, whoever says it.
related-nothing = Nothing is recorded about the subject of this message. That does not tell you whether it is true. These are the topics:
related-no-text = There is nothing to look up: the message has no text that I can read. These are the topics:
related-other-script = I read { $languages } only, and most of this message is in another script. These are the topics:

way-ask = Ask it as a question
way-search = Search for it
way-claim = The statement
way-help = Commands
way-about = About
way-changes = What changed
way-any-topic = All topics
way-any-speaker = All speakers
way-any-words = All words
way-turned-range = Swap first and last day
way-no-range = Without the range

about-holds = Holds
about-holds-text = { $claims } by { $speakers }, from { $sources }, on { $topics }
about-claims = { $n ->
    [one] { $number } statement
   *[other] { $number } statements
}
about-speakers = { $n ->
    [one] { $number } speaker
   *[other] { $number } speakers
}
about-sources = { $n ->
    [one] { $number } source
   *[other] { $number } sources
}
about-topics = { $n ->
    [one] { $number } topic
   *[other] { $number } topics
}
about-reviewed = Known up to
about-rules = Rules
about-rules-text = Every statement has a speaker, a date and a source. No verdict is written by hand: how a statement stands is worked out from who denies and confirms it, and from how many independent publishers carry it.
about-languages = Languages
about-licence = Licence of the facts
about-report = Found a mistake
about-privacy = Privacy
about-privacy-text = Who asks and what is typed is neither stored nor logged.
help-title = What you can ask
help-notice = Answers are private until you share them. Add as_of: to see what was known on a day, lang: for another language.
help-notice-one-language = Answers are private until you share them. Add as_of: to see what was known on a day.
help-on-messages = On a message, Apps › { $name }

unknown-topic-title = There is no such topic
unknown-topic = I do not know the topic “{ $name }”. These are the nearest:
unknown-topic-far = I do not know the topic “{ $name }”. These are the topics:
unknown-dossier-title = There is no such dossier
unknown-dossier = I do not know the dossier “{ $name }”. These are the dossiers:
which-topic-title = Which topic?
who-of-whom-title = Who?
who-of-whom = Name a person or a body with name:. These have the most statements:
which-speaker-title = Which speaker?
which-one = “{ $name }” may be any of these:
which-speaker-label = { $name } ({ $which })
unknown-speaker-title = I do not know that speaker
unknown-speaker = I do not know “{ $name }”. These are the nearest:
unknown-speaker-far = I do not know “{ $name }”. These are some I know:
unknown-claim-title = I do not know that statement
unknown-claim = No statement has the id “{ $name }”. These are the nearest:
unknown-claim-far = No statement has the id “{ $name }”, and none has words like it.
unknown-style-title = I do not know that style
unknown-style = I do not know the citation style “{ $name }”. These are the styles:
unknown-order-title = I do not know that order
unknown-order = I do not know the order “{ $name }”. These are the orders:
unknown-range-title = That range ends before it starts
unknown-range = The first day of the range comes after its last. You can ask like this:

ask-title = Your question
ask-read-as = Read as { $command }
ask-search = Search instead
ask-empty = Ask something, such as one of the questions of these topics.
ask-language = I could not read that; I read questions in { $languages }. These are the topics:
ask-opinion = Only what was said, denied and confirmed is recorded here, no judgement, forecast or advice. These are the nearest topics:
ask-unknown-near = Nothing recorded here has { $words }. These are the nearest topics:
ask-unknown = Nothing recorded here has { $words }.
ask-nothing = Nothing recorded here answers that. These are the nearest topics:
ask-nothing-by = Nothing of { $name } is recorded on that. These are the nearest topics:
