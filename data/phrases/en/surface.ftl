### What surfaces add to an answer: quotation marks, pages, citations.
quoted = “{ $words }”
colon = :
page-of = page { $page } of { $pages }
page-next = next page
heading-more = More

cite = { $publisher }, { $title }, { $date }
cite-authors = { $authors }, { $citation }
cite-authors-more = { $first } et al.
cite-title = “{ $title }”
cite-title-ours = { $title } (not the page’s own title)
cite-date-inferred = { $date } (date worked out)
cite-no-date = n.d.
cite-language = { $citation } (in { $language })
cite-unread = { $citation } (page not read)
cite-gone = { $citation } (page gone)
cite-second = { $label }: { $address }
cite-read = { $citation }, accessed { $date }
cite-note-title = Title supplied; it is not the page’s own.
cite-note-date = The date was worked out.
cite-note-issued = Published: { $date }
cite-note-archived = Archived on { $date } by { $by }: { $address }
cite-note-gone = Found to be gone from { $address } on { $date }.
address-archived = archived
address-original = original address
style-plain = Plain text
style-markdown = Markdown
