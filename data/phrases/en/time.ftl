### Dates, numbers, lists.
since = since { $date }
until = until { $date }
about-date = about { $date }
perhaps-date = perhaps { $date }
millions = { $number } million
billions = { $number } billion
list-two = { $first } and { $second }
list-many = { $start } and { $last }
