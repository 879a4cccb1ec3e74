### Pictures: what stands on a card, and the words for those who cannot see it.

picture-kicker = { $topic } · { $what }
picture-sources = { $n ->
    [one] Source: { $names }
   *[other] Sources: { $names }
}
picture-contradicted = Contradicted by { $names }
picture-differs = With other details: { $names }
picture-said = { $n ->
    [one] One statement
   *[other] { $number } statements
}
picture-denied = { $n ->
    [one] One denial
   *[other] { $number } denials
}
picture-confirmed = { $n ->
    [one] One confirmation
   *[other] { $number } confirmations
}
picture-open = { $n ->
    [one] One not confirmed
   *[other] { $number } not confirmed
}
picture-taken-back = { $n ->
    [one] one since replaced by the same party
   *[other] { $number } since replaced by the same parties
}
picture-by = by { $names }
picture-last-change = Last change: { $date }
picture-more-standing = { $n ->
    [one] One more line in the full answer
   *[other] { $number } more lines in the full answer
}
picture-shown = { $n } of { $total } numbers, the latest
picture-legend-months = One mark for each statement; months without one are left out
picture-legend-best = the number given
picture-legend-span = lowest to highest
picture-legend-open = open end: no upper or lower bound given

picture-alt-claim = A card with one statement. { $who }: { $text } { $standing }. { $sources }. { $known }.
picture-alt-topic = A card on a topic, { $title }: { $question } { $counts }. { $change }. { $known }.
picture-alt-figures = A chart of numbers, each by whoever gave it. { $title }: { $numbers }. { $known }.
picture-alt-number = { $who }, { $date }: { $value }
picture-alt-timeline = A strip of statements in order of time. { $title }: { $counts }, from { $first } to { $last }. { $known }.
picture-alt-timeline-one = A strip of statements in order of time. { $title }: { $counts }, { $first }. { $known }.
