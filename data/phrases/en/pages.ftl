### Words of the public pages, around the answers.

page-skip = Skip to the text
page-site = Site
page-dossiers = All dossiers
page-topics = Topics
page-statements = Statements
page-speakers = Speakers
page-latest = Latest changes
page-language = Language
page-views = Views of this topic
page-other = Related pages
page-pages = Pages of this list
page-previous = previous page
page-search = Ask
page-search-label = Ask a question, or search for words, names or ids
page-all-statements = All statements
page-all-speakers = All speakers
page-statements-by = { $n ->
    [one] one statement
   *[other] { $number } statements
}
page-source = Source
page-source-author = Written by
page-source-language = Language
page-source-date = Published
page-source-read = Accessed on
page-source-archived = Archived
page-source-archived-by = { $date }, { $by }
page-source-gone = Found to be gone on
page-source-nothing = No statement here rests on this source.
page-source-copy = A copy of { $source }; it never counts as a source of its own.
page-source-origin = First found here
page-source-confirms = Also here
page-source-differs = Here with another detail
page-source-part = A part of it here
page-source-contradicts = Contradicted here
page-nothing-title = There is no such page
page-nothing = Nothing is at this address. Ask or search for it, or begin with a topic:
page-busy = The bot is very busy. This page will be here again in a moment.
page-sourced = { $statement } – { $sources }
page-sources = { $n ->
    [one] one source
   *[other] { $number } sources
}
page-home = Who says it, who denies it, when, and where to read it
page-feed = New statements
page-withdrawn = Withdrawn: { $statement }
page-headline = { $who }, { $date }: { $text }
page-sources-idle = Also read; no statement here rests on them
