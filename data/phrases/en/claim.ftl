### A claim: who, when, how it stands.

citing = citing { $names }
answering = answering { $names }
date-inferred = { $date }†
party = { $name } ({ $date })
why-said = Date of the statement: { $why }
event = Event: { $date }
event-at = Event: { $date }, { $place }
denies-what = Answers { $who }: { $text }
denies-what-later = Said later by { $who }: { $text }

kind-asserts = Said
kind-assesses = Judged or estimated
kind-reports = Reported
kind-confirms = Confirmed
kind-denies = Denied
kind-declines = Left open

act-asserts = statement
act-assesses = assessment
act-reports = report
act-confirms = confirmation
act-denies = denial
act-declines = left open

standing-withdrawn = Withdrawn on { $date }: { $note }
standing-confirmed-by-subject = Confirmed by { $names }
standing-confirmed = Confirmed by { $names }
standing-denied = Denied by { $names }
standing-denied-before = Denied at first by { $names }
standing-superseded = Overtaken by a later statement of { $names }
standing-contradicted = Contradicted by { $publisher }: { $note }
standing-differs = { $publisher } differs: { $note }
standing-single = Single source
standing-corroborated = Carried by { $number } independent publishers

quote-by-machine = machine translation from { $from } of what { $publisher } printed
quote-translated = translated from { $from } by { $publisher }
as-printed-by = as printed by { $publisher }
translated-by = translated by { $by }
translated-by-machine = translated by machine ({ $by })
language-en = English
language-id = Indonesian
language-ru = Russian
language-uk = Ukrainian
language-ko = Korean

qualifier-about = about { $number }
qualifier-at-least = at least { $number }
qualifier-over = over { $number }
qualifier-up-to = up to { $number }
qualifier-some = some { $number }
qualifier-likely = probably { $number }
figure-span = { $low } to { $high }
figure-best = { $span } (best { $best })
figure-as-of = { $value } ({ $date })
figure-in-line = { $value } ({ $who }, { $date })
figure-in-line-noted = { $value } ({ $who }, { $date }; { $note })
kind-withdrawn = Withdrawn
standing-confirmed-too = Also confirmed by { $names }
standing-qualified = Qualified by { $names }
standing-revised = Revised on { $date }: { $note }
speaking-for = for { $name }
others = others

role-origin = First found in
role-confirms = Also in
role-differs = With another detail in
role-contradicts = Contradicted by
link-supports = Supports
link-denies = Denies
link-confirms = Confirms
link-qualifies = Narrows
link-supersedes = Takes the place of
link-repeats = Repeats
link-answers = Answers
link-part-of = Part of
link-context = See also
linked-supports = Supported by
linked-denies = Denied by
linked-confirms = Confirmed by
linked-qualifies = Narrowed by
linked-supersedes = Overtaken by
linked-repeats = Repeated by
linked-answers = Answered by
linked-part-of = Has as a part
linked-context = Also linked from
